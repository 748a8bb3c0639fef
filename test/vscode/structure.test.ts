import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeEditors, fileUri, openEditor, waitFor, waitForFindings, writeRecord } from './support';

const front = 'type: change\ntitle: Portal\nstatus: to_do\nchange_type: normal\ncustomer: diba\n---\n';
const body = `# Portal

## 1. Before

- [x] Tag made
- [ ] Copy of the database

## 2. After
`;

describe('Structure of a record', () => {
  afterEach(closeEditors);

  it('shows front matter, sections and steps in the outline', async () => {
    const uri = await record('CHG-2026-0721');
    const symbols = await waitFor('the outline', async () => {
      const all: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return all.some(({ name }) => name === 'Front matter') && all;
    });
    const own = symbols.filter(({ name }) => !name.startsWith('#'));
    assert.deepEqual(
      own.map(({ name, detail }) => [name, detail]),
      [
        ['Front matter', ''],
        ['Portal', '1/2'],
      ],
    );
    const [before] = own[1]?.children ?? [];
    assert.deepEqual(
      before?.children.map(({ name, detail }) => [name, detail]),
      [
        ['Tag made', 'ticked'],
        ['Copy of the database', ''],
      ],
    );
  });

  it('folds the front matter', async () => {
    const uri = await record('CHG-2026-0722');
    const { document } = await openEditor(uri);
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    const end = document.getText().split('\n').indexOf('---', 1);
    assert.ok(
      folds.some((fold) => fold.start === 0 && fold.end === end),
      JSON.stringify(folds),
    );
  });

  it('grows a selection from a word to the step and its section', async () => {
    const uri = await record('CHG-2026-0723');
    const { document } = await openEditor(uri);
    const place = document.positionAt(document.getText().indexOf('of the database'));
    const [grown]: vscode.SelectionRange[] = await vscode.commands.executeCommand(
      'vscode.executeSelectionRangeProvider',
      uri,
      [place],
    );
    const texts: string[] = [];
    for (let one = grown; one; one = one.parent ?? undefined) texts.push(document.getText(one.range));
    for (const text of ['Copy of the database', '- [x] Tag made\n- [ ] Copy of the database'])
      assert.ok(texts.includes(text), texts.join('\n---\n'));
  });
});

async function record(id: string): Promise<vscode.Uri> {
  const uri = await writeRecord(`changes/${id}.md`, `---\nid: ${id}\n${front}${body}`);
  await openEditor(uri);
  await waitForFindings(uri, () => true, 'the record is read');
  return uri;
}

describe('Links of a record', () => {
  afterEach(closeEditors);

  it('lead to the records that it names, and to tickets of trackers', async () => {
    const config = fileUri('.changebook/config.yaml');
    const before = await vscode.workspace.fs.readFile(config);
    const trackers =
      'timezone: Europe/Madrid\ntrackers: [{ pattern: "^SUP-\\\\d+$", url: "https://help.example/{id}" }]\n';
    await writeRecord('.changebook/config.yaml', trackers);
    const text = `---\nid: CHG-2026-0724\nprocedure: PROC-DEPLOY@1.2.0\n${front}See CHG-2026-0001, or SUP-12.\n`;
    const uri = await writeRecord('changes/CHG-2026-0724.md', text);
    const { document } = await openEditor(uri);
    try {
      const links = await waitFor('the links', async () => {
        const all: vscode.DocumentLink[] = await vscode.commands.executeCommand(
          'vscode.executeLinkProvider',
          uri,
        );
        return all.length >= 3 && all;
      });
      assert.deepEqual(
        links.map(({ range, target }) => `${document.getText(range)} → ${target?.path.split('/').at(-1)}`),
        ['PROC-DEPLOY@1.2.0 → PROC-DEPLOY.md', 'CHG-2026-0001 → CHG-2026-0001-clean.md', 'SUP-12 → SUP-12'],
      );
    } finally {
      await vscode.workspace.fs.writeFile(config, before);
    }
  });
});

describe('Records among all', () => {
  it('are found by their title', async () => {
    const found: vscode.SymbolInformation[] = await vscode.commands.executeCommand(
      'vscode.executeWorkspaceSymbolProvider',
      'monthly report',
    );
    const own = found.filter(({ name }) => name.startsWith('CHG-2026-0001'));
    assert.equal(own.length, 1, JSON.stringify(found.map(({ name }) => name)));
    assert.match(own[0]?.location.uri.path ?? '', /CHG-2026-0001-clean\.md$/);
  });
});

describe('The name of a step', () => {
  afterEach(closeEditors);

  it('changes together with what names it', async () => {
    const restore = 'database: [{ migration: "1", restore: backup }]\n';
    const text = `---\nid: CHG-2026-0725\n${restore}${front}- [ ] Copy <!-- step: backup -->\n`;
    const uri = await writeRecord('changes/CHG-2026-0725.md', text);
    const { document } = await openEditor(uri);
    // As the editor keeps them: counted from 1.
    const linked = await waitFor('the ranges', async () => {
      const place = document.positionAt(text.lastIndexOf('backup') + 2);
      const found: { ranges: { startLineNumber: number; startColumn: number }[] } | undefined =
        await vscode.commands.executeCommand('_executeLinkedEditingProvider', uri, place);
      return found?.ranges;
    });
    assert.deepEqual(
      linked.map(({ startLineNumber, startColumn }) => [startLineNumber - 1, startColumn - 1]),
      [text.indexOf('backup'), text.lastIndexOf('backup')].map((at) => {
        const { line, character } = document.positionAt(at);
        return [line, character];
      }),
    );
  });
});
