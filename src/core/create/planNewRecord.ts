import { customerKeyOf, zoneOf } from '../config/workspaceConfig';
import type { Language } from '../model/text/localized';
import { zoneExists } from '../model/time/dateTime';
import { localText } from '../model/time/localText';
import { recordTypeChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import { type RecordType, recordTypes } from '../model/vocabulary/vocabulary';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { frontMatterText, type KnownValues } from './frontMatterText';
import { newRecordPath, slugOfTitle } from './newRecordPath';
import { nextId } from './nextId';
import { type InputProblem, inputProblem, momentText } from './planNewChange';

/** What somebody said of a ticket or a procedure to be made. */
export interface NewRecordInput {
  readonly language?: Language | undefined;
  readonly title?: string | undefined;
  readonly customer?: string | undefined;
  readonly requestedBy?: string | undefined;
}

/** A new record that is made from no other. */
export type NewRecordPlan =
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

/** Plans a new ticket, or a new procedure whose id is made from its title. */
export function planNewRecord(
  type: Exclude<RecordType, 'change'>,
  wishes: NewRecordInput,
  input: WorkspaceCheckInput,
): NewRecordPlan {
  const { config, index, now } = input;
  const problem = inputProblem({ customer: type === 'ticket' ? wishes.customer : undefined }, input);
  // A ticket of a customer whose partner does the changes is still a ticket.
  if (problem && problem.about !== 'partner') return { ok: false, problem };
  const language = wishes.language ?? config.data.language ?? 'en';
  const zone = zoneOf(config, wishes.customer) ?? 'UTC';
  const created = localText(now, zoneExists(zone) ? zone : 'UTC').slice(0, 10);
  const title = wishes.title?.replace(/\s+/g, ' ').trim() || undefined;
  const id =
    type === 'ticket'
      ? nextId(index, config.idPattern, Number(created.slice(0, 4)), type)
      : procedureId(title, input);
  if (id === undefined)
    return { ok: false, problem: { about: title ? 'id' : 'title', value: '', known: [], blocked: [] } };
  const spanish = language === 'es';
  const common = {
    ...{ id, title: title ?? 'TBD', created },
    type: spanish ? recordTypeChoice.choices[type][0] : type,
  };
  const values: KnownValues =
    type === 'procedure'
      ? { ...common, version: '1.0.0' }
      : {
          ...common,
          status: spanish ? ticketStatusChoice.choices.waiting_for_support[0] : 'waiting_for_support',
          customer: customerKeyOf(config, wishes.customer) ?? wishes.customer,
          requested_by: wishes.requestedBy,
          reported_at: momentText(now, wishes, input),
        };
  const front = frontMatterText(language, recordTypes[type].fields, values);
  const text = `${front}# ${title ?? 'TBD'}\n\n${bodies[type][language]}`;
  // The id of a procedure is its title already.
  const file = newRecordPath(type, id, type === 'ticket' ? (title ?? '') : '', { index, config });
  return { ok: true, id, file, title, language, text };
}

function procedureId(title: string | undefined, { config, index }: WorkspaceCheckInput): string | undefined {
  const slug = slugOfTitle(title ?? '').toUpperCase();
  const id = `PROC-${slug}`;
  if (slug === '' || !config.idPattern.test(id)) return undefined;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!index.byId(candidate)) return candidate;
  }
}
