import * as vscode from 'vscode';
import { plannedMoves } from '../../core/actions/planMove';
import { asMarkdown } from '../../core/language/plainText';
import { messageOf } from '../../core/rules/renderFinding';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { asIfSaid, inputFor } from './moveInput';

/** Reasons are sentences: none that a person wrote is longer. */
const longest = 5000;

/** What a change lacks for a state as it stands now, each reason as a whole. */
export async function lackMarkdown(
  sessions: Sessions,
  target: EditableChange,
  to: string,
  title: string,
): Promise<string> {
  const input = await inputFor(sessions, target);
  const planned = plannedMoves(target.record, target.file, input).find(({ move }) => move.to === to);
  const findings = planned ? asIfSaid(target, planned, input).findings : [];
  const reasons = findings.map((finding) => {
    const line = vscode.l10n.t('line {0}', finding.range.start.line + 1);
    return `- ${asMarkdown(messageOf(finding, language), longest)}  \n  \`${finding.rule}\` · ${line}\n`;
  });
  return `# ${asMarkdown(title, longest)}\n\n${reasons.join('') || `${vscode.l10n.t('Nothing.')}\n`}`;
}
