import { commitEdits } from '../../core/actions/commitEdits';
import { firstCommit } from '../../core/actions/firstCommit';
import { inputOf } from '../../node/checkWorkspace';
import { committedOtherwise } from '../../node/commit/committedText';
import { aboutWritten, runAndTell } from '../support/actOnRecord';
import type { Call, Command } from '../support/command';
import type { ExitCode } from '../support/io';
import { type NamedRecord, namedRecord, recordOf } from '../support/namedRecord';
import { actingOptions } from '../support/usualOptions';

/** `changebook commit`: the first commit of a record, or one of what was edited in it. */
export const commit: Command = {
  name: 'commit',
  usage: 'changebook commit <id|file>',
  summary: {
    en: 'Commits a new record, or the edits of one that is committed: that one file and nothing else.',
    es: 'Hace el commit de un registro nuevo, o de lo editado en uno que ya lo tiene: solo ese fichero.',
  },
  options: actingOptions,
  examples: ['changebook commit CHG-2026-0101'],
  acts: true,
  run: commitRecord,
};

async function commitRecord(call: Call): Promise<ExitCode> {
  const named = await namedRecord(call);
  return (await committedEdits(call, named)) ?? commitFirst(call, named);
}

/** Commits what was edited since; undefined where no commit has the record, or nothing was edited. */
async function committedEdits(call: Call, named: NamedRecord): Promise<ExitCode | undefined> {
  const committed = await committedOtherwise(named.path);
  const record = committed === undefined ? undefined : recordOf(named);
  if (committed === undefined || !record) return undefined;
  const planned = commitEdits({ record, file: named.entry.file, input: inputOf(named.workspace) }, committed);
  return runAndTell(call, named, planned, aboutWritten('edit', planned));
}

function commitFirst(call: Call, named: NamedRecord): Promise<ExitCode> {
  const { file, summary } = named.entry;
  const { config } = named.workspace.config;
  const planned = firstCommit({ name: summary.id ?? file, file, config }, summary.title);
  return runAndTell(call, named, planned, aboutWritten('create', planned));
}
