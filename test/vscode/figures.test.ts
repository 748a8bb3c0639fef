import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { changeText, closeEditors, waitFor, waitForFindings, writeRecord } from './support';

function deployed(id: string, outcome: string): Promise<vscode.Uri> {
  const front = `status: done\nrequested_at: 2021-03-01 10:00\nactual: { start: 2021-03-03 10:00, end: 2021-03-03 11:00 }\noutcome: ${outcome}\n`;
  return writeRecord(`changes/${id}.md`, changeText(id, front));
}

describe('Delivery figures', () => {
  afterEach(closeEditors);

  it('are a page with their picture, what is counted and a row a group, for whoever has the records', async () => {
    const made = [await deployed('CHG-2026-0801', 'successful'), await deployed('CHG-2026-0802', 'failed')];
    await waitForFindings(made[1] ?? assert.fail(), () => true, 'the records are read');
    const uri: vscode.Uri = await vscode.commands.executeCommand('changebook.showFigures', 'component');
    const text = await waitFor('the page', async () =>
      (await vscode.workspace.openTextDocument(uri)).getText(),
    );
    assert.match(
      text,
      /^# (Delivery figures|Cifras de entrega)\n\n!\[[^\]]+\]\(data:image\/svg\+xml;base64,[\w+/=]+\)/,
    );
    const [, picture = ''] = /base64,([\w+/=]+)/.exec(text) ?? [];
    assert.match(Buffer.from(picture, 'base64').toString('utf8'), /<svg [\s\S]*<desc /);
    assert.match(text, /`requested_at`|`solicitado`/);
    assert.match(text, /\n## (By component|Por componente)\n/);
    await waitFor('its preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(
          ({ input }) => input instanceof vscode.TabInputWebview && /markdown\.preview/.test(input.viewType),
        ),
    );
    for (const file of made) await vscode.workspace.fs.delete(file);
  });
});
