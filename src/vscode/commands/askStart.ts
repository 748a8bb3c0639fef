import * as vscode from 'vscode';
import { readMomentAnswer, wantedMoment } from '../../core/model/time/momentTexts';
import { spokenMoment } from '../../core/model/time/spokenMoment';
import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { messageOf } from '../../core/rules/renderFinding';
import { judgeStart } from '../../core/schedule/nextSlots';
import type { MovableChange } from '../../core/schedule/slotFix';
import { language } from '../editorLanguage';
import { noteOf } from '../input/askQuestions';

/**
 * Asks for a start, and says of each that is typed which rules speak against it.
 *
 * @returns the start in milliseconds since 1970; undefined where nobody gave one
 */
export async function askStart(
  change: MovableChange,
  input: WorkspaceCheckInput,
): Promise<number | undefined> {
  const at = { now: input.now, zone: change.zone };
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('When should this change start?'),
    placeHolder: change.record.data.schedule?.start ?? '2026-12-18 22:00',
    validateInput: (value) => judged(value, at, change, input),
  });
  const said = text === undefined ? undefined : spokenMoment(text.trim(), at);
  return said?.ok ? said.epochMs : undefined;
}

/** What speaks against what is typed; nothing of it keeps anybody from writing a start. */
function judged(
  text: string,
  at: { readonly now: number; readonly zone: string },
  change: MovableChange,
  input: WorkspaceCheckInput,
): vscode.InputBoxValidationMessage | string | undefined {
  const said = spokenMoment(text.trim(), at);
  if (!said.ok)
    return text.trim() === '' ? undefined : vscode.l10n.t('Write {0}.', wantedMoment(said)[language]);
  const against = judgeStart(change, input, said.epochMs).findings.filter(
    ({ severity }) => severity !== 'info',
  );
  const messages = against.map((finding) => `${messageOf(finding, language)} (${finding.rule})`);
  const { Info, Warning } = vscode.InputBoxValidationSeverity;
  if (messages.length > 0) return { message: messages.join(' '), severity: Warning };
  const free = vscode.l10n.t('No rule of the schedule speaks against it.');
  const note = noteOf(readMomentAnswer(text, at));
  return { message: [note, free].filter(Boolean).join(' '), severity: Info };
}
