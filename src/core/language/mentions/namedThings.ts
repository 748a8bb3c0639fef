import { idNamed, type WorkspaceConfig } from '../../config/workspaceConfig';
import type { IndexEntry } from '../../index/indexEntry';
import type { ParsedRecord } from '../../model/parse/record';
import { headingStartsWith } from '../../model/text/headings';
import type { MentionInput, NamedThing } from './mention';

/** The record that a text names, whether there is one or not. */
export function recordThing({ config }: MentionInput, written: string): NamedThing {
  return { kind: 'record', key: idNamed(config, written), scope: '' };
}

/** The person that a text names, by a name or by an address; undefined where it names nobody. */
export function personThing({ people }: WorkspaceConfig, written: string): NamedThing | undefined {
  const key = people.keyOf(written);
  return key === '' ? undefined : { kind: 'person', key, scope: '' };
}

/**
 * The step with a name. A change has its steps from its procedure: where that has one of this name, both are the same.
 */
export function stepThing(
  record: ParsedRecord,
  file: string,
  name: string,
  input: MentionInput,
): NamedThing | undefined {
  const procedure = followedBy(record, input);
  const taken = procedure?.summary.steps?.some((step) => step.name === name);
  if (!taken && !record.body.steps.some((step) => step.name === name)) return undefined;
  return { kind: 'step', key: name, scope: taken ? (procedure?.summary.id ?? '') : ownScope(record, file) };
}

/** Where a heading is: with the procedure whose gates name it, else in the record itself. */
export function headingScope(record: ParsedRecord, file: string, title: string, input: MentionInput): string {
  const procedure = followedBy(record, input);
  const starts = (procedure?.summary.gates ?? []).flatMap(({ section, requires }) => [
    ...(section === undefined ? [] : [section]),
    ...requires.map(({ heading }) => heading),
  ]);
  const named = starts.some((start) => headingStartsWith(title, start));
  return named ? (procedure?.summary.id ?? '') : ownScope(record, file);
}

/** What stands for a record where its steps and headings are told from those of others. */
function ownScope(record: ParsedRecord, file: string): string {
  return record.data.id ?? file;
}

/** The procedure that a change follows, as the workspace has it. */
function followedBy(record: ParsedRecord, { config, index }: MentionInput): IndexEntry | undefined {
  const written = record.type === 'change' ? record.data.procedure?.split('@', 1)[0] : undefined;
  const entry = written ? index.byId(idNamed(config, written)) : undefined;
  return entry?.summary.type === 'procedure' ? entry : undefined;
}
