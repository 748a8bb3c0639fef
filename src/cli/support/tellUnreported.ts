import { dirname, resolve } from 'node:path';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { printPush, pushAfter, pushFailed } from './pushAfter';
import { isFileOrLink } from './selection';
import { lineOf } from './terminalText';

/**
 * Where an earlier run of the very same call was killed after its commit and before it said so: says it now, instead
 * of doing it once more. Returns undefined where there was none.
 */
export async function tellUnreported(call: Call): Promise<ExitCode | undefined> {
  const { unreportedCommit } = await import('../../node/commit/unreportedCommit');
  const named = resolve(call.io.cwd, call.paths[0] ?? '.');
  const folder = isFileOrLink(named) ? dirname(named) : call.io.cwd;
  const unreported = await unreportedCommit(folder, call.words);
  if (!unreported) return undefined;
  const { language: configured, timezone } = loadConfig(workspaceRootOf(folder)).config.data;
  const language = call.language(configured);
  const pushed = await pushAfter(call, folder, { language, zone: timezone, commit: unreported.commit });
  const { push, commit = unreported.commit } = pushed ?? {};
  const message = say(language, 'committedUnreported', { commit: commit.slice(0, 9) });
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    const report = {
      version: 1,
      outcome: 'committed',
      ...unreported,
      commit,
      message,
      ...(push ? { push } : {}),
    };
    call.json(report);
  } else {
    call.io.out(`${lineOf(unreported.subject)}${lineOf(message)}`);
    printPush(call, push);
  }
  return pushFailed(push) ? 2 : 0;
}
