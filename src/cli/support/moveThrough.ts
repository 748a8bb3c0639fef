import { movesThrough } from '../../core/actions/movesThrough';
import { isMovable, recordMoves } from '../../core/actions/recordMoves';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import { applyEdits } from '../../core/model/text/edit';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';
import { recordEntry } from '../../core/rules/recordEntry';
import { type ChosenMove, chosenMove, textOf } from './chosenMove';
import { type Call, wrongCall } from './command';
import type { ExitCode } from './io';
import { type MadeMove, makeMove, tellMoves } from './moveRecord';
import { type NamedRecord, namedRecord, recordOf } from './namedRecord';

/** Moves a record through the states up to the one that the call names, one commit each, as far as each is allowed. */
export async function moveThrough(call: Call, through: string): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (call.text('to') !== undefined) throw wrongCall('toOrThrough');
  const named = await namedRecord(call);
  const made: MadeMove[] = [];
  let record = recordOf(named);
  const passed = statesOn(named, record, through);
  for (const [at, to] of passed.entries()) {
    const chosen = await chosenMove(call, named, { to, isLast: at === passed.length - 1, record });
    made.push(await makeMove(call, named, chosen, { again: true, ahead: at > 0 }));
    if (!chosen.plan.allowed) break;
    record = call.has('dry-run') ? asIfMade(named, chosen) : asMade(named, chosen);
  }
  return tellMoves(call, named, made);
}

/** The states on the way; the wanted one alone where none leads there, so that the move says why. */
function statesOn({ workspace }: NamedRecord, record: ParsedRecord | undefined, through: string): string[] {
  const { config } = workspace.config;
  if (!isMovable(record)) return [through];
  const wanted = choiceNamed(recordMoves(record, config).names, through) ?? through;
  const passed = movesThrough(record, wanted, config);
  return passed && passed.length > 0 ? passed : [wanted];
}

/** The record as a dry run would leave it. The workspace is judged as if it stood there so. */
function asIfMade(named: NamedRecord, { text, plan }: ChosenMove): ParsedRecord | undefined {
  for (const ticket of plan.tickets) put(named, ticket.file, ticket.text);
  return put(named, named.entry.file, applyEdits(text, plan.edits).text);
}

/** The record as it was left, with the tickets that went along. */
function asMade(named: NamedRecord, { plan }: ChosenMove): ParsedRecord | undefined {
  for (const { file } of plan.tickets) put(named, file, textOf(named, file));
  return put(named, named.entry.file, textOf(named, named.entry.file));
}

function put({ workspace }: NamedRecord, file: string, text: string | undefined): ParsedRecord | undefined {
  const record = text === undefined ? undefined : parseRecord(text, { expected: true });
  if (record) workspace.index.put(file, recordEntry(record, file, workspace.config.config));
  return record;
}
