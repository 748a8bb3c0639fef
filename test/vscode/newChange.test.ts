import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, findings, patienceMs, ruleOf, waitFor, waitForFindings } from './support';

function active(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document, 'an editor is open');
  return document;
}

/** Only what somebody must still say, and what is no more than a hint. */
async function onlyPlaceholders(uri: vscode.Uri): Promise<void> {
  await waitForFindings(uri, (all) => all.length > 0, 'placeholders are reported');
  const rules = findings(uri)
    .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Information)
    .map(ruleOf);
  assert.deepEqual([...new Set(rules)], ['format/placeholder']);
}

describe('A new change', () => {
  afterEach(closeEditors);

  it('is made from a procedure without a question where everything is given', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('changebook.newChangeFromProcedure', {
      ...{ procedure: 'PROC-DEPLOY', title: 'Ñandú 2.0', changeType: 'normal', deploymentType: 2 },
      ...{ customer: null, environments: ['UAT'], start: '2099-11-24 22:00', duration: '2h', language: 'es' },
    });
    assert.ok(uri, 'it gives the file');
    assert.match(uri.path, /\/changes\/CHG-\d{4}-\d{4}-nandu-2-0\.md$/);
    const text = readFileSync(uri.fsPath, 'utf8');
    assert.equal(active().getText(), text);
    assert.match(text, /^procedimiento: PROC-DEPLOY@1\.2\.0$/m);
    assert.match(text, /^programacion: { inicio: 2099-11-24 22:00, duracion: 2h }$/m);
    assert.match(
      text,
      /^## Despliegue\n\n### 1\. Prepare\n\n- \[ \] Backup taken <!-- step: backup evidence -->$/m,
    );
    assert.equal(active().getText(vscode.window.activeTextEditor?.selection), 'TBD');
    await onlyPlaceholders(uri);
    await vscode.workspace.fs.delete(uri);
  });

  it('is made by accepting what is offered', async () => {
    const running = vscode.commands.executeCommand<vscode.Uri>('changebook.newChangeFromProcedure');
    let made: vscode.Uri | undefined;
    let over = false;
    running.then(
      (uri) => {
        made = uri;
        over = true;
      },
      () => {
        over = true;
      },
    );
    const end = Date.now() + patienceMs;
    while (!over && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (!over) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    assert.ok(made, 'the change is made');
    const text = active().getText();
    assert.match(text, /^title: Deploy$/m);
    assert.match(text, /^procedure: PROC-DEPLOY@1\.2\.0$/m);
    assert.match(text, /^schedule: { start: 20\d\d-\d\d-\d\d \d\d:\d\d, duration: 1h }$/m);
    assert.match(text, /^### 2\. Deploy$/m);
    await onlyPlaceholders(made);
    await vscode.workspace.fs.delete(made);
  });

  it('is not asked for what the defaults of its procedure answer', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'procedures/PROC-CERT.md');
    const text = [
      '---\nid: PROC-CERT\ntype: procedure\ntitle: Renew\nversion: 1.0.0\ndefaults:',
      '  change_type: standard\n  deployment_type: 1\n  environments: [UAT]\n  language: en',
      '  schedule: { start: 2099-11-24 22:00, duration: 30m }\n---',
      '## 1. Go\n\n- [ ] Renewed\n\n## Rollback\n\n- [ ] Put the old one back\n',
    ].join('\n');
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
    const given = { procedure: file, title: 'Renewed', customer: null };
    const uri = await vscode.commands.executeCommand<vscode.Uri>('changebook.newChangeFromProcedure', given);
    assert.ok(uri);
    assert.match(active().getText(), /^change_type: standard\ndeployment_type: 1\nenvironments: \[UAT\]$/m);
    assert.match(active().getText(), /^schedule: \{ start: 2099-11-24 22:00, duration: 30m \}$/m);
    assert.match(active().getText(), /^## Rollback\n\n- \[ \] Put the old one back$/m);
    for (const made of [uri, file]) await vscode.workspace.fs.delete(made);
  });

  it('is made from nothing, each with an id of its own', async () => {
    const given = {
      ...{ changeType: 'emergency', deploymentType: null, customer: null, environments: null },
      ...{ start: null, duration: null, language: 'en' },
    };
    const uris: vscode.Uri[] = [];
    for (const title of ['One', 'Two']) {
      const uri = await vscode.commands.executeCommand<vscode.Uri>('changebook.newChange', {
        ...given,
        title,
      });
      assert.ok(uri);
      uris.push(uri);
    }
    const numbers = uris.map(({ path }) => Number(/CHG-\d{4}-(\d{4})-/.exec(path)?.[1]));
    assert.equal((numbers[1] ?? 0) - (numbers[0] ?? 0), 1);
    assert.doesNotMatch(active().getText(), /procedure|schedule/);
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
  });
});

describe('A checklist that is there', () => {
  const text = '# Move the archive\n\n- [ ] Copy\n1. Delete\n\n## Backout\n\n- [ ] Copy back\n';

  afterEach(closeEditors);

  it('is offered to become a procedure, and becomes one beside it', async () => {
    const uri = await written('notes/archive.md', text);
    await vscode.window.showTextDocument(uri);
    await waitFor('the lens', async () => (await lensesOf(uri)).includes('changebook.adopt'));
    const made = await vscode.commands.executeCommand<vscode.Uri>('changebook.adopt', {
      ...{ file: uri, boxes: true, inPlace: false },
    });
    assert.match(made.path, /\/procedures\/PROC-MOVE-THE-ARCHIVE\.md$/);
    const body = text.replace('1. Delete', '1. [ ] Delete');
    assert.ok(readFileSync(made.fsPath, 'utf8').endsWith(`\n---\n${body}`));
    assert.equal(readFileSync(uri.fsPath, 'utf8'), text);
    await waitFor('no lens', async () => !(await lensesOf(uri)).includes('changebook.adopt'));
    await vscode.workspace.fs.delete(made);
    await vscode.workspace.fs.delete(uri);
  });

  it('becomes one in place by one edit, which is undone as one', async () => {
    const other = text.replace('archive', 'index');
    const uri = await written('notes/index.md', other);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.commands.executeCommand('changebook.adopt', { file: uri, boxes: true, inPlace: true });
    assert.match(document.getText(), /^---\nid: PROC-MOVE-THE-INDEX\n.*\n1\. \[ \] Delete\n/s);
    assert.equal(readFileSync(uri.fsPath, 'utf8'), other);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), other);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(uri);
  });
});

async function written(file: string, text: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, file);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

async function lensesOf(uri: vscode.Uri): Promise<(string | undefined)[]> {
  const found: vscode.CodeLens[] = await vscode.commands.executeCommand(
    'vscode.executeCodeLensProvider',
    uri,
    10,
  );
  return found.map(({ command }) => command?.command);
}
