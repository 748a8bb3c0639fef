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
    const notes = [...there, ...plan.notes.map((note) => note[language])];
    const files = looked.fresh.map(({ file, text }) => `## ${file}\n\n${fenced(file, text)}\n`);
    // The question covers the first lines, so what it says itself comes first, and then what is worth knowing.
    this.text = [
      `# ${vscode.l10n.t('What will be written')}\n`,
      listed(looked.fresh.map(({ file }) => `\`${file}\``)),
      listed(notes),
      ...files,
    ]
      .filter(Boolean)
      .join('\n');
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Setup')}.md` });
    this.changes.fire(uri);
    // Not as a preview, which would take the place of what the user is looking at.
    await vscode.window.showTextDocument(uri, { preview: false, preserveFocus: true });
  }

  /** Closes the page too: nothing is left of a setup that was not wanted, nor of one that is written. */
  dispose(): void {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme,
    );
    void vscode.window.tabGroups.close(own, true);
    this.provider.dispose();
    this.changes.dispose();
  }
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}\n`).join('');
}

/** A text between fences that are longer than any in it. */
function fenced(file: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const kind = /\.md$/.test(file) ? 'markdown' : /\.ya?ml$/.test(file) ? 'yaml' : '';
  return `${fence}${kind}\n${text.replace(/[^\n]$/, '$&\n')}${fence}`;
}
