import { customerKeyOf, zoneOrUtc } from '../config/workspaceConfig';
import type { Language } from '../model/text/localized';
import { localText } from '../model/time/localText';
import { recordTypeChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn, type RecordType, recordTypes } from '../model/vocabulary/vocabulary';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { initialStatus } from '../workflow/stages';
import { frontMatterText, type KnownValues } from './frontMatterText';
import { newId } from './newId';
import { newRecordPath, slugOfTitle } from './newRecordPath';
import { type InputProblem, inputProblem, momentText } from './planNewChange';

/** What the user gave for a new ticket or procedure. */
interface NewRecordInput {
  readonly language?: Language | undefined;
  readonly title?: string | undefined;
  readonly customer?: string | undefined;
  readonly requestedBy?: string | undefined;
}

/** A ticket or procedure ready to be written, or why it cannot be. */
type NewRecordPlan =
  | {
      readonly ok: true;
      readonly id: string;
      readonly file: string;
      readonly title: string | undefined;
      readonly language: Language;
      readonly text: string;
    }
  | { readonly ok: false; readonly problem: InputProblem };

const bodies = {
  ticket: {
    en: 'TBD: what happens, and what should happen instead.\n',
    es: 'TBD: qué ocurre y qué debería ocurrir.\n',
  },
  procedure: {
    en: '## 1. Prepare\n\n- [ ] TBD: the steps, one a line.\n\n## 2. Deploy\n\n- [ ] TBD\n\n## 3. Verify\n\n- [ ] TBD\n',
    es: '## 1. Preparar\n\n- [ ] TBD: los pasos, uno por línea.\n\n## 2. Desplegar\n\n- [ ] TBD\n\n## 3. Comprobar\n\n- [ ] TBD\n',
  },
};

/** Plans a new ticket, or a new procedure. The id of a procedure is made from its title. */
export function planNewRecord(
  type: Exclude<RecordType, 'change'>,
  request: NewRecordInput,
  input: WorkspaceCheckInput,
): NewRecordPlan {
  const { config, index, now } = input;
  const problem = inputProblem({ customer: type === 'ticket' ? request.customer : undefined }, input);
  // A customer that its partner operates may have tickets all the same.
  if (problem && problem.about !== 'partner') return { ok: false, problem };
  const language = request.language ?? config.data.language ?? 'en';
  const created = localText(now, zoneOrUtc(config, request.customer)).slice(0, 10);
  const title = request.title?.replace(/\s+/g, ' ').trim() || undefined;
  const id =
    type === 'ticket'
      ? newId({ type, created, customer: request.customer }, input)
      : procedureId(title, input);
  if (id === undefined)
    return { ok: false, problem: { about: title ? 'id' : 'title', value: '', known: [], blocked: [] } };
  const values: KnownValues = {
    id,
    title: title ?? 'TBD',
    created,
    type: choiceIn(language, recordTypeChoice.choices, type),
    ...(type === 'procedure' ? { version: '1.0.0' } : ticketValues(language, request, input)),
  };
  const front = frontMatterText(language, recordTypes[type].fields, values);
  const text = `${front}# ${title ?? 'TBD'}\n\n${bodies[type][language]}`;
  // The id of a procedure already contains its title.
  const file = newRecordPath(type, id, type === 'ticket' ? (title ?? '') : '', { index, config });
  return { ok: true, id, file, title, language, text };
}

function ticketValues(language: Language, request: NewRecordInput, input: WorkspaceCheckInput): KnownValues {
  return {
    status: choiceIn(language, ticketStatusChoice.choices, initialStatus('ticket')),
    customer: customerKeyOf(input.config, request.customer) ?? request.customer,
    requested_by: request.requestedBy,
    reported_at: momentText(input.now, request, input),
  };
}

/**
 * The id of a procedure of a title; undefined where none can be made of it.
 *
 * @param taken ids that are given away beside those of the workspace
 */
export function procedureId(
  title: string | undefined,
  { config, index }: Pick<WorkspaceCheckInput, 'config' | 'index'>,
  taken?: ReadonlySet<string>,
): string | undefined {
  const slug = slugOfTitle(title ?? '').toUpperCase();
  const id = `PROC-${slug}`;
  if (slug === '' || !config.idPattern.test(id)) return undefined;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!index.byId(candidate) && !taken?.has(candidate)) return candidate;
  }
}
