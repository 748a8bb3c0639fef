import { frontMatterText, type KnownValues } from '../create/frontMatterText';
import type { ImportFacts } from '../index/cameClosed';
import { oneLineValue } from '../model/text/oneLineValue';
import { recordTypes } from '../model/vocabulary/vocabulary';
import { initialStatus, isOpen } from '../workflow/stages';
import { importedBody } from './importedText';
import { type FieldsInput, importedValues } from './importedValues';
import { stateWords, valueOfWord } from './importWords';
import type { Mapping } from './mapping';

/** A record as it is written, and how the state of its row was understood. */
export interface ImportedRecord {
  readonly text: string;
  readonly title: string;
  readonly status: string;
  /** What the export calls its state, where nothing is known by that name. */
  readonly unknownState: string | undefined;
}

interface RecordInput extends FieldsInput {
  readonly type: Mapping['type'];
  readonly id: string;
  readonly title: string;
  readonly imported: ImportFacts;
}

/** Writes a row as a record. */
export function importedRecord(input: RecordInput): ImportedRecord {
  const { type, id, title, language, imported, lost } = input;
  const { status, unknown, said } = stateOf(input);
  if (unknown !== undefined) lost.push({ kind: 'state', name: status, detail: unknown });
  const open = isOpen(status);
  const values: KnownValues = {
    ...importedValues(input),
    ...{ id, title, type, status },
    // Where it goes on is not told, and somebody has to say so.
    ...(type === 'change' && status === 'on_hold'
      ? { hold: { reason: oneLineValue(said ?? status, 100), from: 'in_progress' } }
      : {}),
    imported: { ...imported, ...(open ? { open } : {}) },
  };
  const front = frontMatterText(language, recordTypes[type].fields, values);
  return { text: `${front}${importedBody({ ...input, open })}`, title, status, unknownState: unknown };
}

/** The state of a row: of its columns the first that says something known. */
function stateOf({ row, mapping, type }: RecordInput): {
  readonly status: string;
  readonly unknown?: string;
  readonly said?: string;
} {
  const said = (mapping.fields.get('status') ?? []).flatMap(
    (column) => row.cells.get(column)?.[0]?.trim() ?? [],
  );
  const known: { readonly [state: string]: string } = stateWords[type];
  for (const word of said) {
    const own = mapping.states.get(word);
    // A mapping is of one type of record; some of its rows may be of the other.
    const state = own && Object.hasOwn(known, own) ? own : valueOfWord(word, known);
    if (state !== undefined) return { status: state, said: word };
  }
  const [unknown] = said;
  const status = initialStatus(type);
  return unknown === undefined ? { status } : { status, unknown, said: unknown };
}
