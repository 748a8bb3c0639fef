import * as vscode from 'vscode';
import type { CommitFault, FaultCode } from '../../core/actions/commitFaults';
import type { RefusalCode } from '../../core/actions/refusals';
import { commandIds } from '../commandIds';
import { showNow } from '../input/toastTurns';

/** A button beside the sentence of a fault. */
export interface Offer {
  readonly title: string;
  run(): unknown;
}

/** What a button may do. */
interface OfferContext {
  readonly uri: vscode.Uri;
  /** Does the same once more. */
  retry(): unknown;
  /** Takes the change back from the file, where it is still there. */
  readonly takeBack?: (() => Promise<boolean>) | undefined;
}

type OfferName =
  | 'retry'
  | 'sourceControl'
  | 'switchBranch'
  | 'copyIdentity'
  | 'copyTrust'
  | 'commitFirst'
  | 'init'
  | 'openRecord';

/** What comes next where something is to be done in the editor; the log is offered beside. */
const nextByFault: { readonly [code in FaultCode]?: OfferName } = {
  noRepository: 'init',
  unborn: 'commitFirst',
  unsafe: 'copyTrust',
  detached: 'switchBranch',
  inProgress: 'sourceControl',
  unmerged: 'sourceControl',
  noIdentity: 'copyIdentity',
  notCommitted: 'commitFirst',
  stagedOtherwise: 'sourceControl',
  stagedDeletion: 'sourceControl',
  indexLocked: 'retry',
  refLocked: 'retry',
  headMoves: 'retry',
  hookFailed: 'retry',
  hookFiles: 'retry',
  noMessage: 'retry',
  signing: 'retry',
  changedMeanwhile: 'retry',
  notWritten: 'retry',
  inTheWay: 'retry',
  diskFull: 'retry',
  readOnly: 'retry',
  failed: 'retry',
};

const nextByRefusal: { readonly [code in RefusalCode]?: OfferName } = {
  stepUncommitted: 'sourceControl',
  stepStaged: 'sourceControl',
  otherState: 'sourceControl',
  committedNotReady: 'sourceControl',
  differsFromCommit: 'sourceControl',
  writtenOtherwise: 'sourceControl',
};

/** The buttons beside a fault: what comes next, taking the change back, and the log. */
export function faultOffers(fault: CommitFault, context: OfferContext): Offer[] {
  const next = nextByFault[fault.code];
  const { takeBack } = context;
  return [
    ...(next ? [offer(next, context, fault)] : []),
    ...(takeBack ? [{ title: vscode.l10n.t('Take it back'), run: takeBack }] : []),
    { title: vscode.l10n.t('Show log'), run: () => vscode.commands.executeCommand(commandIds.showLog) },
  ];
}

/** The button beside what a record says against an action. VS Code cuts a sentence that comes without any. */
export function refusalOffers(code: RefusalCode, context: OfferContext): Offer[] {
  return [offer(nextByRefusal[code] ?? 'openRecord', context)];
}

function offer(name: OfferName, { uri, retry }: OfferContext, fault?: CommitFault): Offer {
  const run = vscode.commands.executeCommand;
  const copy = (text: string) => () => vscode.env.clipboard.writeText(text);
  switch (name) {
    case 'retry':
      return { title: vscode.l10n.t('Try again'), run: retry };
    case 'sourceControl':
      return { title: vscode.l10n.t('Open Source Control'), run: () => run('workbench.view.scm') };
    case 'switchBranch':
      return { title: vscode.l10n.t('Switch branch…'), run: () => run('git.checkout') };
    case 'copyIdentity':
      return { title: vscode.l10n.t('Copy the two commands'), run: copy(identityCommands) };
    case 'copyTrust':
      return {
        title: vscode.l10n.t('Copy the command'),
        run: copy(`git config --global --add safe.directory ${shellWord(String(fault?.args.folder ?? ''))}`),
      };
    case 'commitFirst':
      return {
        title: vscode.l10n.t('Commit the record first'),
        run: async () => {
          const made = await run<{ outcome: string } | undefined>(commandIds.commitRecord, uri);
          if (made?.outcome === 'committed') await retry();
        },
      };
    case 'openRecord':
      return { title: vscode.l10n.t('Open record'), run: () => run(commandIds.openRecord, uri) };
    case 'init':
      return { title: vscode.l10n.t('Initialize repository…'), run: () => run('git.init') };
  }
}

const identityCommands =
  'git config --global user.name "Your Name"\ngit config --global user.email you@example.org\n';

/** A path as one word of a shell: it is pasted by a person, and a folder may be called anything. */
function shellWord(path: string): string {
  return /^[\w/.:-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Shows a sentence with its buttons, one of which may be pressed at any later time. */
export async function tell(
  severity: 'warning' | 'error',
  sentence: string,
  offers: readonly Offer[],
): Promise<void> {
  const show = severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
  const chosen = await showNow(() => show(sentence, ...offers.map(({ title }) => title)));
  await offers.find(({ title }) => title === chosen)?.run();
}
