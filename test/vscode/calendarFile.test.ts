import { strict as assert } from 'node:assert';
import ICAL from 'ical.js';
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

const target = fileUri('calendar-test.ics');

async function saved(...args: unknown[]): Promise<ICAL.Event[]> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(
    'changebook.saveCalendarFile',
    ...args,
  );
  assert.equal(uri?.toString(), target.toString());
  const text = Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('Calendar files', () => {
  const to = { to: target.toString() };
  const front = 'schedule: { start: 2031-07-14 22:00, duration: 1h }\n';

  after(async () => {
    await closeEditors();
    for (const file of ['calendar-test.ics', 'changes/CHG-2026-0701.md', 'changes/CHG-2026-0702.md'])
      await vscode.workspace.fs.delete(fileUri(file)).then(undefined, () => undefined);
  });

  it('hold a change as it stands, saved or not', async () => {
    const uri = await writeRecord('changes/CHG-2026-0701.md', changeText('CHG-2026-0701', front));
    const { document } = await openEditor(uri);
    await waitForFindings(uri, () => true, 'the record is read');
    const [first, ...more] = await saved(uri, to);
    assert.deepEqual(more, []);
    assert.equal(first?.uid, 'CHG-2026-0701@changebook.invalid');
    assert.match(String(first?.startDate), /^2031-07-14T22:00/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('2031-07-14'));
    edit.replace(uri, new vscode.Range(at, at.translate(0, 10)), '2031-07-15');
    await vscode.workspace.applyEdit(edit);
    const [second] = await saved('CHG-2026-0701', to);
    assert.match(String(second?.startDate), /^2031-07-15T22:00/);
    assert.ok((second?.sequence ?? 0) >= (first?.sequence ?? 1));
    await document.save();
  });

  it('hold all that the view of pending deployments shows', async () => {
    const uri = await writeRecord('changes/CHG-2026-0702.md', changeText('CHG-2026-0702', front));
    await openEditor(uri);
    const ids = async (): Promise<string[]> => {
      const events = await saved({ view: 'all', ...to });
      return events.map((event) => event.uid.split('@')[0] ?? '');
    };
    await waitFor('CHG-2026-0702 is in it', async () => (await ids()).includes('CHG-2026-0702'));
    assert.ok((await ids()).includes('CHG-2026-0701'));
    // What has gone a moment ago, and the view may still show, is no reason to save nothing.
    const gone = await writeRecord('changes/CHG-2026-0703.md', changeText('CHG-2026-0703', front));
    await waitFor('CHG-2026-0703 is in it', async () => (await ids()).includes('CHG-2026-0703'));
    await vscode.workspace.fs.delete(gone);
    assert.ok(!(await ids()).includes('CHG-2026-0703'));
    await vscode.commands.executeCommand('changebook.filterPending', { text: 'CHG-2026-0702' });
    try {
      assert.deepEqual(await ids(), ['CHG-2026-0702']);
    } finally {
      await vscode.commands.executeCommand('changebook.clearPendingFilter');
    }
  });
});
