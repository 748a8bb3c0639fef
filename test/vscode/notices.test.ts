import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  openEditor,
  ruleOf,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const notices = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('changebook.noticePreview'),
    );

/** Waits for the tabs of the notices that are open. */
async function labelled(label: string): Promise<void> {
  await waitFor(label, () => notices().some((tab) => tab.label === label));
}

describe('The preview of notices', () => {
  let uri: vscode.Uri;

  before(async () => {
    const front = 'status: to_be_released\nschedule: { start: 2026-07-14 22:00, duration: 1h }\n';
    uri = await writeRecord('changes/CHG-2026-0391.md', changeText('CHG-2026-0391', front));
    await openEditor(uri);
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(uri);
  });

  it('opens beside the record, once for each, and keeps the focus where it was', async () => {
    await vscode.commands.executeCommand('changebook.previewNotice', uri, { kind: 'start' });
    await labelled('Notice of CHG-2026-0391');
    await vscode.commands.executeCommand('changebook.previewNotice', uri, { kind: 'fin', language: 'es' });
    assert.equal(notices().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('is offered above the checklist', async () => {
    const text = changeText('CHG-2026-0391', 'status: to_be_released\n', '\n- [ ] Tell everybody\n');
    await writeRecord('changes/CHG-2026-0391.md', text);
    const offered = async (): Promise<boolean> => {
      const lenses: vscode.CodeLens[] = await vscode.commands.executeCommand(
        'vscode.executeCodeLensProvider',
        uri,
        20,
      );
      return lenses.some(({ command }) => command?.command === 'changebook.previewNotice');
    };
    await waitFor('the lens', offered);
  });
});

describe('A template of notices', () => {
  const source = '---\nsubject: "{{ title }}"\n---\nHello {{ titel }},\n\n{{ outage | upcase }}\n';
  let uri: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    uri = await writeRecord('.changebook/templates/rollback.en.md', source);
    ({ document } = await openEditor(uri));
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(uri);
  });

  async function type(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const start = document.positionAt(document.getText().indexOf(from));
    edit.replace(uri, new vscode.Range(start, start.translate(0, from.length)), to);
    await vscode.workspace.applyEdit(edit);
  }

  const behind = (text: string): vscode.Position =>
    document.positionAt(document.getText().indexOf(text) + text.length);

  it('is told of a variable and a filter that there are not, at their place, as it is typed', async () => {
    const found = await waitForFindings(uri, (all) => all.length === 1, 'the variable');
    assert.deepEqual(
      found.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
      [['config/template', 'titel']],
    );
    assert.match(found[0]?.message ?? '', /“title”/);
    await type('titel', 'title');
    await waitForFindings(uri, (all) => all.length === 0, 'nothing');
    await type('upcase', 'shout');
    const [filter] = await waitForFindings(uri, (all) => all.length === 1, 'the filter');
    assert.equal(filter?.range.start.line, 5);
    assert.match(filter?.message ?? '', /shout/);
    await type('shout', 'upcase');
    await waitForFindings(uri, (all) => all.length === 0, 'nothing again');
  });

  it('is completed: variables, filters, and the keys above', async () => {
    const labels = async (at: vscode.Position, trigger?: string): Promise<string[]> => {
      const list: vscode.CompletionList = await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        uri,
        at,
        trigger,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const variables = await labels(behind('Hello {{ '));
    assert.ok(variables.includes('window.start') && variables.includes('customer'), variables.join());
    const filters = await labels(behind('outage | '), '|');
    assert.ok(filters.includes('upcase') && !filters.includes('customer'), filters.join());
    await type('\n---\nHello', '\nau\n---\nHello');
    const keys = await labels(behind('\nau'));
    assert.ok(keys.includes('audience') && keys.includes('channel'), keys.join());
  });

  it('explains what is under the pointer', async () => {
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      uri,
      behind('{{ outa'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join();
    assert.match(text, /Planned time without service.*\n.*schedule\.outage/);
  });
});
