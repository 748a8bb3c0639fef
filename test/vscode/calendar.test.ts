import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { changeText, closeEditors, fileUri, openEditor, patienceMs, waitFor, writeRecord } from './support';

const calendars = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('changebook.deploymentCalendar'),
    );

/** Saves the calendar again and again until it looks as wanted; gives the picture. */
async function picture(wanted: (svg: string) => boolean, what: string): Promise<string> {
  const uri = fileUri('calendar-test.svg');
  for (const end = Date.now() + patienceMs; ; ) {
    await vscode.commands.executeCommand('changebook.saveDeploymentCalendar', uri);
    const svg = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
    if (wanted(svg)) return svg;
    if (Date.now() > end) assert.fail(`${what}:\n${svg}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('The calendar of deployments', () => {
  after(async () => {
    for (const file of [
      'calendar-test.svg',
      'changes/CHG-2026-0381.md',
      'changes/CHG-2026-0382.md',
      '.changebook/customers/calendar.yaml',
    ])
      await vscode.workspace.fs.delete(fileUri(file)).then(undefined, () => undefined);
    await closeEditors();
  });

  it('opens once, and is there when it is asked for again', async () => {
    await vscode.commands.executeCommand('changebook.showDeploymentCalendar');
    // The editor lists a tab a moment after it has opened it.
    await waitFor('the calendar', () => calendars().length > 0);
    assert.equal(calendars().length, 1);
    assert.equal(calendars()[0]?.label, 'Deployment Calendar');
    await vscode.commands.executeCommand('changebook.showDeploymentCalendar', {
      view: 'month',
      day: '2026-07-14',
    });
    assert.equal(calendars().length, 1);
  });

  it('is saved as it is shown, with what nobody has saved yet', async function () {
    this.timeout(70_000);
    const front =
      'customer: another\nenvironments: [PRO]\nschedule: { start: 2026-07-14 22:00, duration: 1h }\n';
    const uri = await writeRecord('changes/CHG-2026-0381.md', changeText('CHG-2026-0381', front));
    const { document } = await openEditor(uri);
    await picture(
      (svg) => svg.includes('CHG-2026-0381') && svg.includes('1–31 July 2026'),
      'the change is there',
    );
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('07-14'));
    edit.replace(uri, new vscode.Range(at, at.translate(0, 5)), '07-20');
    await vscode.workspace.applyEdit(edit);
    await picture((svg) => svg.includes('Mon 20 Jul 2026 22:00–23:00'), 'the change has moved');
    assert.ok(document.isDirty);
  });

  it('knows public holidays without loading their library into the editor', async () => {
    const customer = 'name: Calendar SA\nenvironments: [{ name: PRO }]\nholidays: { country: FR }\n';
    await writeRecord('.changebook/customers/calendar.yaml', customer);
    const front =
      'customer: calendar\nenvironments: [PRO]\nschedule: { start: 2026-07-15 22:00, duration: 1h }\n';
    await writeRecord('changes/CHG-2026-0382.md', changeText('CHG-2026-0382', front));
    const svg = await picture((text) => text.includes('Calendar SA'), 'the customer is known');
    assert.match(svg, /class="back holiday"[^>]*><title>/);
    assert.deepEqual(
      Object.keys(require.cache).filter((file) => /[\\/]holidays\.js$/.test(file)),
      [],
    );
  });
});
