import { commitEdits } from '../../core/actions/commitEdits';
import { firstCommit } from '../../core/actions/firstCommit';
import { inputOf } from '../../node/checkWorkspace';
import { committedOtherwise } from '../../node/commit/committedText';
import { renamedFrom } from '../../node/commit/renamedFrom';
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
    en: 'Commits a new record, or the edits of one that is committed: that one file and nothing else. Where its file is the new name of one that is committed, that goes with it.',
    es: 'Hace el commit de un registro nuevo, o de lo editado en uno que ya lo tiene: solo ese fichero. Si es el nombre nuevo de uno que ya tiene commit, aquel se va con él.',
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

async function commitFirst(call: Call, named: NamedRecord): Promise<ExitCode> {
  const { file, summary } = named.entry;
  const { root, config } = named.workspace;
  const earlier = await renamedFrom(root, file);
  const about = { name: summary.id ?? file, file, config: config.config };
  const planned = firstCommit(about, summary.title, earlier);
  const action = earlier ? (earlier.was === undefined ? 'edit' : 'set') : 'create';
  return runAndTell(call, named, planned, aboutWritten(action, planned));
}
