import * as vscode from 'vscode';
import { localText } from '../../core/model/time/localText';
import { messageOf } from '../../core/rules/renderFinding';
import type { Slot } from '../../core/schedule/nextSlots';
import { type MovableChange, slotsOf, startEdits } from '../../core/schedule/slotFix';
import { slotMoveText } from '../../core/schedule/slotMoveText';
import { language } from '../editorLanguage';
import { pickFrom } from '../input/pickOne';
import { toRange } from '../language/toDiagnostic';
import type { Sessions } from '../session/sessions';
import { askStart } from './askStart';
import type { RunCommand } from './runCommand';

const offered = 5;

interface SlotItem extends vscode.QuickPickItem {
  /** Undefined for another one, which is asked for. */
  readonly start: number | undefined;
}

/** `Changebook: Find Next Slot`: offers starts that no rule of the schedule speaks against, and writes the chosen one. */
export const findNextSlot: RunCommand = async ({ sessions }, asked) => {
  const document = await documentOf(sessions, asked);
  const movable = document && vscode.workspace.isTrusted ? sessions.movable(document) : undefined;
  if (!document || !movable) {
    const nothing = vscode.l10n.t('Open a change that is not closed: there is nothing to find a slot for.');
    void vscode.window.showInformationMessage(nothing);
    return;
  }
  const { change, input } = movable;
  const { slots, blocked } = slotsOf(change, input, offered);
  if (slots.length === 0) {
    const reasons = blocked.map((finding) => messageOf(finding, language)).join(' ');
    void vscode.window.showWarningMessage(
      vscode.l10n.t('No slot for this change within 90 days. {0}', reasons),
    );
    return;
  }
  const { version } = document;
  const another = { label: vscode.l10n.t('Another start…'), start: undefined, alwaysShow: true };
  const items: SlotItem[] = [...slots.map((slot) => itemFor(slot, change)), another];
  const placeHolder = vscode.l10n.t('When should this change start?');
  const picked = await pickFrom(items, { placeHolder });
  const start = picked && (picked.start ?? (await askStart(change, input)));
  if (start !== undefined) await write(document, version, change, start);
};

/** The record that the command was called with, which is then shown, else that of the active editor. */
async function documentOf(sessions: Sessions, asked: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = sessions.uriFor(asked);
  if (!uri) return vscode.window.activeTextEditor?.document;
  return (await vscode.window.showTextDocument(uri)).document;
}

function itemFor({ start, end, moved }: Slot, { zone }: MovableChange): SlotItem {
  const weekday = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', timeZone: zone });
  const detail = slotMoveText(moved, language);
  return {
    start,
    label: `${localText(start, zone)} (${zone})`,
    description: `${weekday.format(start)}, ${vscode.l10n.t('until {0}', localText(end, zone))}`,
    ...(detail ? { detail } : {}),
  };
}

async function write(
  document: vscode.TextDocument,
  version: number,
  change: MovableChange,
  start: number,
): Promise<void> {
  if (document.version !== version) {
    const moved = vscode.l10n.t('The record changed while you were choosing; run the command again.');
    void vscode.window.showWarningMessage(moved);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of startEdits(change, start)) edit.replace(document.uri, toRange(range), text);
  await vscode.workspace.applyEdit(edit);
}
