import {
  askingFiles,
  entriesOf,
  type LoadedWorkspace,
  type LoadOptions,
  loadWorkspace,
} from '../../node/checkWorkspace';
import { gitQuestions, wantsGit } from '../../node/gitQuestions';
import { loadConfig } from '../../node/loadConfig';
import { type Call, say } from './command';
import { tellUnreadable } from './tellUnreadable';

/** Loads a workspace, telling its progress where it takes longer than a second. */
export async function load(
  call: Call,
  root: string,
  known: Pick<LoadOptions, 'survey' | 'contents' | 'before'> = {},
): Promise<LoadedWorkspace> {
  let told = call.io.clock();
  const zone = call.hasLocalNow() ? loadConfig(root).config.data.timezone : undefined;
  const progress = (done: number, all: number): void => {
    const now = call.io.clock();
    if (now - told < 1000) return;
    told = now;
    call.io.err(`${say(call.language(loadConfig(root).config.data.language), 'reading', { done, all })}\n`);
  };
  const workspace = await loadWorkspace(root, { now: call.now(zone), progress, ...known });
  const language = call.language(workspace.config.config.data.language);
  // A check tells it among its findings.
  if (!known.survey) tellUnreadable(call, root, workspace.unreadable, language);
  if (workspace.git === 'noProgram') call.tell(say(language, 'gitMissing'));
  if (
    workspace.git === 'noRepository' &&
    wantsGit(gitQuestions(entriesOf(workspace.index, askingFiles(workspace.asking))))
  )
    call.tell(say(language, 'gitNone'));
  if (workspace.git === 'unsafe') call.tell(say(language, 'gitUnsafe'));
  return workspace;
}
