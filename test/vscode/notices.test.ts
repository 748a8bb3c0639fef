import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { changeText, closeEditors, openEditor, writeRecord } from './support';

const notices = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('changebook.noticePreview'),
    );

/** Waits for the tabs of the notices that are open. */
async function labelled(label: string): Promise<void> {
  for (const end = Date.now() + 10_000; !notices().some((tab) => tab.label === label); ) {
    if (Date.now() > end)
      assert.fail(
        `${label} in ${notices()
          .map((tab) => tab.label)
          .join()}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
    for (const end = Date.now() + 10_000; !(await offered()); ) {
      if (Date.now() > end) assert.fail('no lens');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
});
