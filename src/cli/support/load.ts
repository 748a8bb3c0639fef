import type { IndexEntry } from '../../core/index/indexEntry';
import {
  askGit,
  askingFiles,
  entriesOf,
  type LoadedWorkspace,
  type LoadOptions,
  loadWorkspace,
} from '../../node/checkWorkspace';
import { type GitQuestions, gitQuestions, wantsGit, withProcedures } from '../../node/gitQuestions';
import { loadConfig } from '../../node/loadConfig';
import { type Call, say } from './command';
import { tellProgress } from './tellProgress';
import { tellUnreadable } from './tellUnreadable';

/** Loads a workspace, telling its progress where it takes longer than a second. */
export async function load(
  call: Call,
  root: string,
  known: Pick<LoadOptions, 'survey' | 'contents' | 'before' | 'questions'> = {},
): Promise<LoadedWorkspace> {
  const zone = call.hasLocalNow() ? loadConfig(root).config.data.timezone : undefined;
  const progress = tellProgress(call, root);
  const workspace = await loadWorkspace(root, { now: call.now(zone), progress, ...known });
  const language = call.language(workspace.config.config.data.language);
  // A check tells it among its findings.
  if (!known.survey) tellUnreadable(call, root, workspace.unreadable, language);
  const { concerned, questions, index, asking } = workspace;
  const all = (): GitQuestions => gitQuestions(entriesOf(index, askingFiles(asking)));
  tellGit(call, workspace, () => (concerned ? undefined : questions) ?? all());
  return workspace;
}

/** A workspace that was loaded without questions, with what git says of one record in it. */
export async function withGit(
  call: Call,
  workspace: LoadedWorkspace,
  record: IndexEntry,
): Promise<LoadedWorkspace> {
  const { root, index } = workspace;
  const asked = { ...workspace, git: await askGit(root, withProcedures([record], index)) };
  tellGit(call, asked, () => gitQuestions([record]));
  return asked;
}

/** Says why git could not be asked, where what some records ask is more than they can do without. */
function tellGit(
  call: Call,
  { git, config }: Pick<LoadedWorkspace, 'git' | 'config'>,
  questions: () => GitQuestions,
): void {
  const language = call.language(config.config.data.language);
  if (git === 'noProgram') call.tell(say(language, 'gitMissing'));
  if (git === 'noRepository' && wantsGit(questions())) call.tell(say(language, 'gitNone'));
  if (git === 'unsafe') call.tell(say(language, 'gitUnsafe'));
}
