import * as vscode from 'vscode';
import { pushSentences } from '../../node/push/pushAnswer';
import type { PushOutcome } from '../../node/push/pushRecords';
import { commandIds } from '../commandIds';
import { language } from '../editorLanguage';
import { askText } from '../input/askQuestions';
import { showInTurn } from '../input/toastTurns';
import { type Offer, tell } from './faultOffers';

/** What an answer is told by. */
export interface AnswerContext {
  readonly asked: boolean;
  readonly log: vscode.LogOutputChannel;
  /** Time zone in which a person reads times. */
  readonly zone: string;
  /** Whether a sentence is another one than the last. */
  isNew(sentence: string): boolean;
  pushTo(branch: string): unknown;
}

/** States rather than errors: the commits are kept, and the record shows that they are not pushed. */
const quiet = new Set(['offline', 'cancelled']);

/** Tells how a push ended; what went as it should, and being offline, in the status bar alone. */
export async function tellPush(outcome: PushOutcome, context: AnswerContext): Promise<void> {
  const sentences = pushSentences(outcome, language, context.zone, 'editor');
  const [first = '', ...rest] = sentences;
  context.log.info(sentences.join(' '));
  const code = outcome.kind === 'failed' && outcome.fault.kind === 'push' ? outcome.fault.code : undefined;
  const isNew = context.isNew(sentences.join(' '));
  if (outcome.kind !== 'failed' || (code && quiet.has(code))) {
    const icon = outcome.kind === 'failed' ? 'cloud' : 'cloud-upload';
    vscode.window.setStatusBarMessage(`$(${icon}) ${first}`, 6000);
    if (rest.length > 0) void showInTurn(() => vscode.window.showInformationMessage(rest.join(' ')));
    return;
  }
  if (!context.asked && !isNew) return;
  void tell('warning', first, offersFor(code, context));
}

function offersFor(code: string | undefined, { pushTo }: AnswerContext): Offer[] {
  const showLog = {
    title: vscode.l10n.t('Show log'),
    run: () => vscode.commands.executeCommand(commandIds.showLog),
  };
  if (code !== 'protectedBranch') return [showLog];
  const toBranch = async (): Promise<void> => {
    const prompt = vscode.l10n.t('Name of the new branch of the remote');
    const guess = `changebook/${new Date().toISOString().slice(0, 10)}`;
    const branch = await askText(vscode.l10n.t('Push to a branch…'), prompt, guess);
    if (branch) await pushTo(branch);
  };
  return [{ title: vscode.l10n.t('Push to a branch…'), run: toBranch }, showLog];
}
