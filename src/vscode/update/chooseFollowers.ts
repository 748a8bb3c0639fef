import * as vscode from 'vscode';
import { statusName } from '../../core/language/recordNames';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
import type { EditableRecord } from '../documents/editableRecord';
import { language } from '../editorLanguage';

/**
 * Asks which open changes of a procedure are meant: those that follow another version stand ready. Undefined where the
 * user gives up.
 *
 * @param all whether all are, without asking
 */
export async function chooseFollowers(
  { session, file, record }: EditableRecord,
  all: boolean,
): Promise<vscode.Uri[] | undefined> {
  const { index } = session.input();
  const { id } = record.data;
  const version = record.type === 'procedure' ? record.data.version : undefined;
  const items = (id ? index.referrersOf(id, 'procedure') : [])
    .filter(({ summary }) => isOpen(summary.stage) && procedureOf(summary, index)?.file === file)
    .map(({ file: own, summary }) => {
      const pinned = summary.references.find(({ kind }) => kind === 'procedure')?.version;
      return {
        label: summary.title || (summary.id ?? own),
        description: [summary.id, pinned, statusName(summary, language)].filter(Boolean).join(' · '),
        picked: pinned !== version,
        uri: session.uriOf(own),
      };
    });
  if (all) return items.map(({ uri }) => uri);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No open change follows {0}.', id ?? file));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which changes take over what {0} has now?', id ?? file),
    canPickMany: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ uri }) => uri);
}
