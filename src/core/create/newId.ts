import { customerInId, idFormPattern, idOfForm } from '../config/idForm';
import { customerKeyOf } from '../config/workspaceConfig';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { nextId } from './nextId';

/** What a new id is for. */
interface IdWish {
  readonly type: 'change' | 'ticket';
  /** The day on which the record is made. */
  readonly created: string;
  readonly customer?: string | undefined;
}

/** So often a part by chance is tried, if all of those ids are taken. */
const mostTries = 20;

/**
 * A free id for a new record, of the team's form where it has one: neither the workspace nor, as far as is known, another
 * branch or work tree has it.
 *
 * @returns undefined where no id that matches the pattern can be made
 */
export function newId(
  { type, created, customer }: IdWish,
  { index, config, elsewhere }: Pick<WorkspaceCheckInput, 'index' | 'config' | 'elsewhere'>,
): string | undefined {
  const taken = new Set([...index.ids(), ...(elsewhere?.taken ?? [])]);
  const year = created.slice(0, 4);
  const form = type === 'change' ? config.data.ids?.form : undefined;
  if (form === undefined) return nextId({ ids: () => taken }, config.idPattern, Number(year), type);
  const key = customerInId(customerKeyOf(config, customer) ?? customer ?? '');
  if (form.includes('{customer}') && key === '') return undefined;
  const known = { year, date: created.replaceAll('-', ''), customer: key };
  const number = String(highest(taken, idFormPattern(form, known)) + 1).padStart(4, '0');
  for (let tries = 0; tries < mostTries; tries++) {
    const id = idOfForm(form, { ...known, number, random: elsewhere?.random() ?? 'NEW000' });
    if (!taken.has(id)) return config.idPattern.test(id) ? id : undefined;
  }
  return undefined;
}

/** The highest number among the ids of a pattern; 0 where there is none. */
function highest(ids: Iterable<string>, pattern: RegExp): number {
  let most = 0;
  for (const id of ids) most = Math.max(most, Number(pattern.exec(id)?.[1] ?? 0));
  return most;
}
