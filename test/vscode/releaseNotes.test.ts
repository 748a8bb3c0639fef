import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  fileUri,
  openEditor,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const id = 'CHG-2026-0711';
const record = (version: string): string =>
  changeText(id, `release: { version: "${version}" }\n`).replace(
    '## Changelog\n\nSomething to read.\n',
    '## Changelog\n\n### Added\n\n- Monthly report\n',
  );

describe('Release notes', () => {
  let uri: vscode.Uri;

  const shown = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';

  beforeEach(async () => {
    uri = await writeRecord(`changes/${id}.md`, record('9.7.1'));
    await openEditor(uri);
    await waitForFindings(uri, () => true, 'the record is read');
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(`changes/${id}.md`));
  });

  it('are a document that follows its record, with what can be copied above it', async () => {
    await vscode.commands.executeCommand('changebook.showReleaseNotes');
    const notes = vscode.window.activeTextEditor?.document;
    assert.equal(notes?.uri.scheme, 'changebook-notes');
    assert.match(shown(), /^# Release notes: CHG-2026-0711/);
    assert.match(shown(), /^## \[9\.7\.1\]\n\n### Added\n\n- Monthly report$/m);
    assert.match(shown(), /^```sh\ngit switch --create release\/v9\.7\.1\n/m);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      notes?.uri,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['changebook.copyReleaseNotes', 'changebook.copyReleaseCommands'],
    );
    await writeRecord(`changes/${id}.md`, record('9.8.0'));
    await waitFor('the new version is shown', () => shown().includes('## [9.8.0]'));
  });

  it('say what CHANGELOG.md has differently', async () => {
    const changelog = fileUri('CHANGELOG.md');
    const old = await vscode.workspace.fs.readFile(changelog).then(
      (content) => content,
      () => undefined,
    );
    await vscode.workspace.fs.writeFile(changelog, Buffer.from('## 9.7.1\n\n### Added\n\n- Weekly report\n'));
    try {
      await vscode.commands.executeCommand('changebook.showReleaseNotes', id);
      await waitFor('the difference is shown', () => shown().includes('does not list “Monthly report”'));
      assert.match(shown(), /does not list “Weekly report”/);
      await vscode.workspace.fs.writeFile(changelog, Buffer.from('## 9.7.1\n\n- Monthly report\n'));
      await waitFor('what was mended is seen', () => shown().includes('CHANGELOG.md says the same.'));
    } finally {
      if (old) await vscode.workspace.fs.writeFile(changelog, old);
      else await vscode.workspace.fs.delete(changelog);
    }
  });

  it('are copied, and so are the commands', async () => {
    await vscode.commands.executeCommand('changebook.copyReleaseNotes', uri);
    assert.match(await vscode.env.clipboard.readText(), /^## \[9\.7\.1\]\n\n### Added\n\n- Monthly report\n/);
    await vscode.commands.executeCommand('changebook.showReleaseNotes', uri);
    await vscode.commands.executeCommand('changebook.copyReleaseCommands');
    assert.equal(
      await vscode.env.clipboard.readText(),
      'git switch --create release/v9.7.1\ngit tag --annotate --message v9.7.1 v9.7.1\ngit push origin refs/heads/release/v9.7.1 refs/tags/v9.7.1\n',
    );
  });
});
