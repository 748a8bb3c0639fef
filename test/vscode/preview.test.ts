import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { patienceMs, writeRecord } from './support';

const record = `---
type: change
id: CHG-2026-0841
title: "Header <b>card</b>"
status: in_progress
---
# Header card

- [x] One
- [ ] Two
`;

/** What VS Code's own preview makes of a text. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  return (await vscode.commands.executeCommand<string>('markdown.api.render', document)) ?? '';
}

/** The preview shows a card once Changebook has been loaded, which the first preview asks for. */
async function withCard(document: vscode.TextDocument, wanted: RegExp): Promise<string> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const html = await rendered(document);
    if (wanted.test(html)) return html;
    if (Date.now() > end) assert.fail(`${wanted} in ${html}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('The markdown preview', () => {
  it('shows a card above a record, which follows what is typed', async () => {
    const uri = await writeRecord('changes/CHG-2026-0841.md', record);
    const document = await vscode.workspace.openTextDocument(uri);
    const html = await withCard(document, /changebook-card/);
    assert.match(html, /<strong>CHG-2026-0841<\/strong>/);
    assert.match(html, /Header &lt;b&gt;card&lt;\/b&gt;/);
    assert.match(html, /1 of 2 steps done/);
    assert.match(html, /Next: .*Two/);
    assert.match(
      html,
      /<li[^>]*><input type="checkbox"[^>]* disabled checked aria-label="Ticked"> One<\/li>/,
    );
    assert.match(html, /<li[^>]*><input type="checkbox"[^>]* disabled aria-label="Not ticked"> Two<\/li>/);
    assert.ok(html.indexOf('changebook-card') < html.indexOf('Header card</h1>'), html);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, document.lineAt(9).range, '- [x] Two');
    await vscode.workspace.applyEdit(edit);
    await withCard(document, /2 of 2 steps done/);
    await vscode.commands.executeCommand('workbench.action.files.revert', uri);
  });

  it('shows every other file as it always was', async () => {
    const page = '---\nlayout: post\n---\n# A page\n\n- [ ] not ours\n';
    const uri = await writeRecord('notes/page.md', page);
    const html = await rendered(await vscode.workspace.openTextDocument(uri));
    assert.doesNotMatch(html, /changebook|checkbox/);
    assert.match(html, /A page<\/h1>/);
    assert.match(html, /\[ \] not ours/);
    const plain = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Plain\n\ntext',
    });
    assert.match(await rendered(plain), /Plain<\/h1>/);
  });
});
