import * as vscode from 'vscode';
import { configFolder } from '../../core/config/configFiles';
import { customerKeyOf } from '../../core/config/workspaceConfig';
import { placeOf } from '../../core/findings/places';
import type { TextRange } from '../../core/model/text/range';
import type { MissingField, NoticeDraft } from '../../core/notices/draftNotice';
import type { EditableChange } from '../documents/editableRecord';
import { showBeside } from '../documents/showBeside';
import { NothingChangedError } from '../input/nothingChangedError';
import { toRange } from '../language/toDiagnostic';

/** Opens what a gap of a notice comes from: the missing fields are counted first, then the placeholders. */
export async function openGap(target: EditableChange, draft: NoticeDraft, at: number): Promise<void> {
  const missing = draft.missing[at];
  const left = draft.placeholders[at - draft.missing.length];
  if (missing && missing.file !== 'record') return openConfig(target, missing);
  const { record } = target;
  if (missing) return select(target, placeOf(record, missing.field.split('.')));
  const start = left === undefined ? -1 : record.lines.text.indexOf(left);
  if (left !== undefined && start >= 0) await select(target, { start, end: start + left.length });
}

async function select({ record, document }: EditableChange, range: TextRange): Promise<void> {
  await showBeside(document, toRange(record.lines.rangeAt(range)));
}

/** The customer's file or the workspace's: at the key where that is there. */
async function openConfig({ session, record }: EditableChange, { field, file }: MissingField): Promise<void> {
  const { config } = session.input();
  const key = customerKeyOf(config, record.data.customer);
  const names = file === 'config' ? ['config'] : key === undefined ? [] : [`customers/${key}`];
  for (const path of names.flatMap((name) => [`${name}.yaml`, `${name}.yml`])) {
    const document = await openedText(session.uriOf(`${configFolder}/${path}`));
    if (!document) continue;
    const [top = ''] = field.split('.');
    const line = document
      .getText()
      .split(/\r?\n/)
      .findIndex((text) => text.startsWith(`${top}:`));
    const at = document.lineAt(line < 0 ? document.lineCount - 1 : line).range.end;
    return showBeside(document, new vscode.Range(at, at));
  }
  throw new NothingChangedError(vscode.l10n.t('there is no file of the configuration for it'));
}

async function openedText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
