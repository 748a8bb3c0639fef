import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  fileUri,
  findings,
  openEditor,
  ruleOf,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const steps = '\n### More steps\n\n- [ ] First\n- [ ] Second <!-- step: second evidence -->\n- [ ] Third\n';
const unattributed = 'checklist/unattributed';

function git(...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd: fileUri('.').fsPath, encoding: 'utf8' }).trim();
}

/** A change that is committed, open in an editor. */
async function committedChange(id: string): Promise<vscode.TextDocument> {
  const times = 'schedule: { start: 2026-11-20 22:00, duration: 1h }\nactual: { start: 2026-11-20 22:07 }\n';
  const uri = await writeRecord(`changes/${id}.md`, changeText(id, times, steps));
  git('init', '--quiet');
  git('config', 'user.name', 'Anna Serra');
  git('config', 'user.email', 'anna@example.org');
  git('config', 'commit.gpgsign', 'false');
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '-m', 'Start');
  const { document } = await openEditor(uri);
  await waitForFindings(uri, () => true, 'the record is read');
  return document;
}

async function tickNext(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.commands.executeCommand('changebook.tickNextStep', document.uri);
  assert.ok(document.getText().includes(`- [x] ${text}`), document.getText().slice(-200));
}

function lineOf(document: vscode.TextDocument, text: string): number {
  return document
    .getText()
    .split('\n')
    .findIndex((line) => line.includes(text));
}

async function hoverOn(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(lineOf(document, text), 5),
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

function trailDocument(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'changebook-audit');
}

describe('The audit trail', () => {
  afterEach(closeEditors);

  it('is a document that follows what is committed', async () => {
    const document = await committedChange('CHG-2026-0385');
    await tickNext(document, 'First');
    await vscode.commands.executeCommand('changebook.showAuditTrail', document.uri, 'document');
    const trail = await waitFor('the document is open', trailDocument);
    const text = trail.getText().replaceAll('\\', '');
    assert.match(text, /^# Audit trail of CHG-2026-0385/);
    assert.match(text, /^- \*\*Planned:\*\* 2026-11-20 22:00 → 23:00$/m);
    assert.match(text, /^- \*\*Actual:\*\* 2026-11-20 22:07 → … · began 7 min late$/m);
    assert.match(text, /\| Anna Serra \| Ticked “First”<br>\*.*More steps\* \| {2}\| `[0-9a-f]{9}` \|/);
    git('commit', '--quiet', '--allow-empty', '-m', 'Other');
    const line = lineOf(document, 'First');
    await vscode.commands.executeCommand('changebook.untickStep', document.uri, line);
    await waitFor('it follows', () => trail.getText().includes('Unticked') || undefined);
  });

  it('is picked from, newest first, and leads to the step or to the document', async () => {
    const document = await committedChange('CHG-2026-0382');
    await tickNext(document, 'First');
    const running = vscode.commands.executeCommand('changebook.showAuditTrail', 'CHG-2026-0382');
    const tabs = (): string[] =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await waitFor('the preview is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return tabs().find((label) => label.includes('Audit trail CHG-2026-0382'));
    });
    await running;
  });

  it('says on a step who ticked it, when, and with which evidence', async () => {
    const document = await committedChange('CHG-2026-0383');
    await tickNext(document, 'First');
    const shown = await hoverOn(document, 'First');
    assert.match(
      shown,
      /Ticked by \*\*Anna Serra\*\* on 20\d\d\\-\d\d\\-\d\d \d\d\\:\d\d \\\([\w\\/]+\\\) · `[0-9a-f]{9}`/,
    );
    assert.match(shown, /\[Audit trail\]\(command:changebook\.showAuditTrail\?/);
    assert.equal(await hoverOn(document, 'Third'), '');
    git(...['commit', '--quiet', '--allow-empty', '-m', 'Nothing of the record']);
    const text = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const at = text.indexOf('- [ ] Second') + 3;
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 1)), 'x');
    await vscode.workspace.applyEdit(edit);
    assert.match(await hoverOn(document, 'Second'), /no commit of its own accounts for this tick/);
  });

  it('names the file that shows it, which goes when the step is opened again', async () => {
    const document = await committedChange('CHG-2026-0386');
    writeFileSync(fileUri('restore.log').fsPath, 'restored\n');
    const [step, evidence] = [{ step: 'second' }, { evidenceFile: 'restore.log' }];
    const tick = (more: object): Thenable<{ outcome: string; code?: string }> =>
      vscode.commands.executeCommand('changebook.tickStep', document.uri, { ...step, ...more });
    assert.equal((await tick({ evidenceFile: 'none.log' })).code, 'evidenceGone');
    assert.equal((await tick({ evidenceFile: '/etc/hostname' })).code, 'evidenceOutside');
    assert.equal((await tick(evidence)).outcome, 'committed');
    const [copy = ''] = git('ls-files', 'evidence').split('\n');
    assert.match(copy, /^evidence\/CHG-2026-0386\/restore-[0-9a-f]{6}\.log$/);
    assert.equal(git('status', '--porcelain', '--', 'evidence', 'changes'), '');
    const shown = (await hoverOn(document, 'Second')).replaceAll('\\', '');
    assert.match(
      shown,
      /Evidence file: evidence\/CHG-2026-0386\/restore-\w+\.log \(sha256 \w{64}, unchanged since\)/,
    );
    await vscode.commands.executeCommand('changebook.untickStep', document.uri, step);
    assert.equal(git('ls-files', 'evidence'), '');
    assert.equal(git('status', '--porcelain', '--', 'evidence', 'changes'), '');
  });

  it('is what a tick by hand lacks, and one by the command does not', async () => {
    const document = await committedChange('CHG-2026-0384');
    const seen: string[] = [];
    const watching = vscode.languages.onDidChangeDiagnostics(() => {
      seen.push(...findings(document.uri).map(ruleOf));
    });
    await tickNext(document, 'First');
    await new Promise((resolve) => setTimeout(resolve, 3500));
    watching.dispose();
    assert.ok(!seen.includes(unattributed), 'not even while its commit is being made');
    const third = document.getText().indexOf('- [ ] Third') + 3;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(third), document.positionAt(third + 1)),
      'x',
    );
    await vscode.workspace.applyEdit(edit);
    const line = lineOf(document, 'Third') + 1;
    const wanted = `${line}:3-${line}:6 warning ${unattributed}`;
    await waitForFindings(document.uri, (found) => found.includes(wanted), 'the tick by hand is found');
  });
});
