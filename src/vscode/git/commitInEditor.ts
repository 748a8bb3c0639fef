import * as vscode from 'vscode';
import { type CommitFault, faultText, hookEditsText, newFileKept } from '../../core/actions/commitFaults';
import { refusalText } from '../../core/actions/refusals';
import type { CommitOutcome, CommitRequest } from '../../node/commit/commitRecords';
import { language } from '../editorLanguage';
import { withLateProgress } from '../input/lateProgress';
import { endTrail } from '../input/wayBack';
import type { WorkspaceSession } from '../session/workspaceSession';
import { editorWorkTree } from './editorWorkTree';
import { faultOffers, refusalOffers, tell } from './faultOffers';
import { mustReachGit } from './mustReachGit';

/** Where nothing can be committed, and a record is edited like any other file. */
const noCommits = new Set<CommitFault['code']>([
  'noRepository',
  'noProgram',
  'bare',
  'unborn',
  'notCommitted',
]);

/** How an action ended, for whoever called its command from code. */
export interface ActionResult {
  readonly outcome: 'committed' | 'unchanged' | 'edited' | 'refused' | 'failed';
  /** Why not, as a code that stays the same. */
  readonly code?: string;
  /** What a person is told. */
  readonly message: string;
  readonly commit?: string;
}

/** What a commit is told by. */
interface CommitContext {
  readonly session: WorkspaceSession;
  /** The record that the action is about. */
  readonly uri: vscode.Uri;
  /** What is said where it is so already. */
  readonly already: string;
  /** Edits the record where nothing can be committed, and says that it did; else that is a fault like others. */
  readonly editOnly?: () => Promise<string>;
}

/**
 * Makes one commit of what an action does, in open documents and files alike, and tells in one sentence how it ended,
 * with what can be done next.
 */
export async function commitInEditor(
  request: Omit<CommitRequest, 'workTree' | 'signal'>,
  context: CommitContext,
): Promise<ActionResult> {
  mustReachGit(context.session);
  endTrail();
  // Loaded only now: activation and checks need no git.
  const { commitRecords } = await import('../../node/commit/commitRecords');
  const outcome = await withLateProgress(vscode.l10n.t('Committing…'), (signal) =>
    context.session.git.whileCommitting(() =>
      commitRecords({ ...request, workTree: editorWorkTree(), signal }),
    ),
  );
  if (outcome.kind === 'committed') {
    // Whoever acts next is judged by what this action wrote, before any watcher has told of it.
    for (const path of request.files.flatMap((each) => [each.path, each.movesTo ?? []].flat())) {
      const file = context.session.fileOf(vscode.Uri.file(path));
      if (file !== undefined) await context.session.committed(file);
    }
    context.session.gitMoved(true);
    vscode.window.setStatusBarMessage(`$(git-commit) ${outcome.subject}`, 6000);
    if (outcome.edited) void tell('warning', hookEditsText(outcome.edited, language), []);
    return { outcome: 'committed', message: outcome.subject, commit: outcome.commit };
  }
  if (outcome.kind === 'unchanged') {
    vscode.window.setStatusBarMessage(`$(info) ${context.already}`, 6000);
    return { outcome: 'unchanged', message: context.already };
  }
  const cannot = outcome.kind === 'fault' && noCommits.has(outcome.fault.code) && !outcome.kept;
  if (cannot && context.editOnly) {
    const message = await context.editOnly();
    vscode.window.setStatusBarMessage(`$(check) ${message}`, 6000);
    return { outcome: 'edited', code: outcome.fault.code, message };
  }
  const files = request.files.map(({ path, isNew = false }) => ({
    file: context.session.fileOf(vscode.Uri.file(path)) ?? path,
    isNew,
  }));
  const kept = outcome.kept ?? newFileKept(files);
  return tellWhyNot(kept ? { ...outcome, kept } : outcome, context, () => commitInEditor(request, context));
}

/** Shows why there is no commit; the buttons outlive the command, which is over. */
function tellWhyNot(
  outcome: Extract<CommitOutcome, { kind: 'fault' | 'refused' }>,
  { session, uri }: CommitContext,
  retry: () => Promise<unknown>,
): ActionResult {
  const refused = outcome.kind === 'refused';
  const code = refused ? outcome.refusal.code : outcome.fault.code;
  const message = refused
    ? refusalText(outcome.refusal, language, outcome.kept, 'editor')
    : faultText(outcome.fault, language, outcome.kept, 'editor');
  session.note(message);
  const again = { uri, retry: () => retry().catch((error) => session.note(String(error))) };
  const offers = refused
    ? refusalOffers(outcome.refusal.code, again)
    : faultOffers(outcome.fault, { ...again, takeBack: outcome.takeBack });
  void tell(refused ? 'warning' : 'error', message, offers);
  return { outcome: refused ? 'refused' : 'failed', code, message };
}
