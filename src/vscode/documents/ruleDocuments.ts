import * as vscode from 'vscode';
import { ruleById } from '../../core/rules/registry';
import { docsOf } from '../../core/rules/renderFinding';
import { language } from '../editorLanguage';

const scheme = 'changebook-rule';

/** Registers the pages of rules as documents in the reader's language. */
export function registerRuleDocuments(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ query }) {
      const rule = ruleById(query);
      if (!rule) return '';
      const shipped = vscode.Uri.joinPath(extensionUri, ...docsOf(rule.id).split('/'));
      const { ruleText } = await import('../../core/language/ruleText');
      const bytes = await vscode.workspace.fs.readFile(shipped);
      return ruleText(rule, new TextDecoder().decode(bytes), language);
    },
  });
}

/** Shows the page of a rule as it is to be read. */
export async function showRulePage(id: string): Promise<void> {
  const title = (ruleById(id)?.title[language] ?? id).replaceAll('/', '∕');
  const uri = vscode.Uri.from({ scheme, path: `/${title}.md`, query: id });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}
