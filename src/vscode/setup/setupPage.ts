import * as vscode from 'vscode';
import type { PreparedSetup } from '../../node/setup/prepareSetup';
import { language } from '../editorLanguage';

const scheme = 'changebook-setup';

/** The page that shows the files of a setup with their texts, before any of them is written. */
export class SetupPage implements vscode.Disposable {
  private text = '';
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.changes.event,
    provideTextDocumentContent: () => this.text,
  });

  async show({ plan, looked }: PreparedSetup): Promise<void> {
    const there = looked.there.map((file) =>
      vscode.l10n.t('{0} is there already, and stays as it is.', file),
    );
    const notes = [...there, ...plan.notes.map((note) => note[language])]
      .map((note) => `- ${note}\n`)
      .join('');
    const files = looked.fresh.map(({ file, text }) => `## ${file}\n\n${fenced(file, text)}\n`);
    this.text = [`# ${vscode.l10n.t('What will be written')}\n`, notes, ...files].filter(Boolean).join('\n');
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Setup')}.md` });
    this.changes.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
  }

  dispose(): void {
    this.provider.dispose();
    this.changes.dispose();
  }
}

/** A text between fences that are longer than any in it. */
function fenced(file: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${file.endsWith('.md') ? 'markdown' : 'yaml'}\n${text.replace(/\n?$/, '\n')}${fence}`;
}
