import { firstCommit } from '../../core/actions/firstCommit';
import { aboutWritten, runAndTell } from '../support/actOnRecord';
import type { Call, Command } from '../support/command';
import type { ExitCode } from '../support/io';
import { namedRecord } from '../support/namedRecord';
import { actingOptions } from '../support/usualOptions';

/** `changebook commit`: the first commit of a record. */
export const commit: Command = {
  name: 'commit',
  usage: 'changebook commit <id|file>',
  summary: {
    en: 'Commits a new record: that one file and nothing else.',
    es: 'Hace el primer commit de un registro nuevo: solo ese fichero.',
  },
  options: actingOptions,
  examples: ['changebook commit CHG-2026-0101'],
  acts: true,
  run: commitFirst,
};

async function commitFirst(call: Call): Promise<ExitCode> {
  const named = await namedRecord(call);
  const { file, summary } = named.entry;
  const { config } = named.workspace.config;
  const planned = firstCommit({ name: summary.id ?? file, file, config }, summary.title);
  return runAndTell(call, named, planned, aboutWritten('create', planned));
}
