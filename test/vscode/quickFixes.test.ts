import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
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

/** One fix: a record with a defect, the rule, what the menu calls the fix, and what the text must then hold. */
interface FixCase {
  readonly name: string;
  readonly rule: string;
  readonly front?: string;
  readonly text?: (id: string) => string;
  readonly title: string;
  readonly after: RegExp;
  /** The finding stays until somebody fills in what nobody can guess. */
  readonly stays?: boolean;
}

const cases: readonly FixCase[] = [
  {
    name: 'adds a missing field in its usual place',
    rule: 'format/field',
    front:
      'status: to_be_released\ndeployment_type: 1\nenvironments: [PRO]\nperformed_by: provider\nschedule: { start: 2026-11-25 22:00, duration: 1h }\n',
    title: 'Add “change_type”',
    after: /status: to_be_released\nchange_type:\ndeployment_type: 1\n/,
    stays: true,
  },
  {
    name: 'adds a missing id from the name of the file',
    rule: 'format/field',
    text: (id) => changeText(id).replace(/^id: .*\n/m, ''),
    title: 'Add “id”',
    after: /^---\nid: CHG-2026-02\d\d\ntype: change\n/,
  },
  {
    name: 'changes a key to the nearest known one',
    rule: 'format/field',
    front: 'tittle: Portal\n',
    title: 'Change to “title”',
    after: /\ntitle: Portal\n/,
  },
  {
    name: 'changes a value to the nearest known one',
    rule: 'format/field',
    front: 'change_type: emergancy\n',
    title: 'Change to “emergency”',
    after: /\nchange_type: emergency\n/,
  },
  {
    name: 'quotes a version as it is written',
    rule: 'format/version-number',
    front: 'components:\n  - { name: portal, from: "3.9", to: 3.10 }\n',
    title: 'Quote the version',
    after: /to: "3\.10" \}/,
  },
  {
    name: 'removes the second of two languages',
    rule: 'format/both-languages',
    front: 'customer: acme\ncliente: acme\n',
    title: 'Remove “cliente”',
    after: /\ncustomer: acme\n---\n/,
  },
  {
    name: 'adds one missing section',
    rule: 'format/sections',
    text: (id) => changeText(id).replace(/## Impact\n\n.*\n\n/, ''),
    title: 'Add the section “Impact”',
    after: /## Impact\n\n## Tickets/,
    stays: true,
  },
  {
    name: 'adds all missing sections',
    rule: 'format/sections',
    text: (id) => `---\nid: ${id}\ntype: change\n---\n# New\n\n## Tests\n\nLater.\n`,
    title: 'Add the 8 missing sections',
    after: /## Summary\n\n## Components\n\n[\s\S]*## Rollback\n\n## Tests\n\nLater\.\n\n## Checklist\n$/,
    stays: true,
  },
  {
    name: 'changes an id to the nearest record',
    rule: 'links/record',
    front: 'procedure: PROC-DEPLOI@1.2.0\n',
    title: 'Change to “PROC-DEPLOY@1.2.0”',
    after: /procedure: PROC-DEPLOY@1\.2\.0\n/,
  },
  {
    name: 'follows the version of the procedure',
    rule: 'links/procedure-version',
    front: 'procedure: PROC-DEPLOY@1.0.0\n',
    title: 'Follow PROC-DEPLOY@1.2.0, with the steps as they are',
    after: /procedure: PROC-DEPLOY@1\.2\.0\n/,
  },
];

describe('Quick fixes', () => {
  afterEach(closeEditors);

  cases.forEach((example, index) => {
    it(example.name, async () => {
      const id = `CHG-2026-02${String(index).padStart(2, '0')}`;
      const uri = await writeRecord(`changes/${id}.md`, example.text?.(id) ?? changeText(id, example.front));
      const editor = await openEditor(uri);
      await waitForFindings(uri, (list) => list.some((line) => line.endsWith(example.rule)), example.rule);
      await fix(uri, (title) => title === example.title, example.rule);
      assert.match(editor.document.getText(), example.after);
      if (!example.stays) {
        await waitForFindings(
          uri,
          (list) => !list.some((line) => line.endsWith(example.rule)),
          'the finding is gone',
        );
      }
    });
  });

  it('moves a change to the next slot', async () => {
    const front = 'schedule: { start: "2100-01-01T22:00+01:00", duration: 1h }\n';
    const uri = await writeRecord('changes/CHG-2026-0260.md', changeText('CHG-2026-0260', front));
    const editor = await openEditor(uri);
    const isFriday = (line: string): boolean => line.endsWith('schedule/friday');
    await waitForFindings(uri, (list) => list.some(isFriday), 'a Friday');
    await fix(uri, (title) => title.startsWith('Move to '), 'schedule/friday');
    // Later than it was planned, never before.
    assert.match(editor.document.getText(), /start: "2100-01-04T\d\d:\d\d\+01:00", duration: 1h/);
    await waitForFindings(
      uri,
      (list) => !list.some((line) => line.includes('schedule/')),
      'nothing is wrong',
    );
  });

  it('gives the later of two records with one id the next, with its file', async () => {
    const id = 'CHG-2026-0270';
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: fileUri('.').fsPath, encoding: 'utf8', stdio: 'pipe' }).trim();
    git('init', '--quiet');
    for (const [key, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.org'],
      ['commit.gpgsign', 'false'],
    ] as const)
      git('config', key, value);
    await writeRecord(`changes/${id}-one.md`, changeText(id));
    git('add', '.');
    git('commit', '--quiet', '-m', 'One');
    const uri = await writeRecord(`changes/${id}-two.md`, changeText(id));
    git('add', '.');
    git('commit', '--quiet', '-m', 'Two');
    await openEditor(uri);
    await waitForFindings(
      uri,
      (list) => list.some((line) => line.endsWith('format/id')),
      'an id that is twice',
    );
    const offered = await waitFor('the fix is offered', async () => {
      const all = await actions(uri, new vscode.Range(1, 4, 1, 17));
      return all.find(({ title }) => title === 'Give the later of these records the next free id');
    });
    const { command = '', arguments: args = [] } = offered.command ?? {};
    const ended = await vscode.commands.executeCommand<{ outcome: string; message: string }>(
      command,
      ...args,
    );
    assert.equal(ended.outcome, 'committed', ended.message);
    const [, now = ''] = /→ (\S+)\)/.exec(ended.message) ?? [];
    const moved = fileUri(`changes/${now}-two.md`);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, moved.path);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), changeText(id).replaceAll(id, now));
    assert.match(
      git('show', '--format=', '--name-status', 'HEAD'),
      /^R\d+\tchanges\/CHG-2026-0270-two\.md\t/m,
    );
    assert.equal(git('status', '--porcelain', 'changes'), '');
    await waitForFindings(moved, (list) => !list.some((line) => line.endsWith('format/id')), 'it is mended');
  });

  it('fixes all that is certain on request, and nothing that is a guess', async () => {
    const front =
      'tittle: Guess\ncomponents:\n  - { name: a, to: 1.10 }\n  - { name: b, to: 2.20 }\ncustomer: acme\ncliente: acme\n';
    const uri = await writeRecord('changes/CHG-2026-0250.md', changeText('CHG-2026-0250', front));
    const editor = await openEditor(uri);
    await waitForFindings(uri, (found) => found.length === 4, 'four findings');
    const kind = vscode.CodeActionKind.SourceFixAll.append('changebook');
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await waitFor('all fixes at once', async () => {
      const [action] = await actions(uri, whole, kind);
      return action?.edit && (await vscode.workspace.applyEdit(action.edit));
    });
    assert.match(
      editor.document.getText(),
      /to: "1\.10" \}\n {2}- \{ name: b, to: "2\.20" \}\ncustomer: acme\n---/,
    );
    await waitForFindings(uri, (found) => found.length === 1, 'only the guess is left');
    assert.deepEqual(findings(uri).map(ruleOf), ['format/field']);
  });

  it('makes steps of a numbered list and of a table where somebody asks for them', async () => {
    const body = '\n1. Stop\n2. Start\n\n| Step | Who |\n| --- | --- |\n| Look | Ops |\n';
    const uri = await writeRecord('changes/CHG-2026-0251.md', changeText('CHG-2026-0251', '', body));
    const { document } = await openEditor(uri);
    const apply = async (text: string, title: string): Promise<void> => {
      const { line } = document.positionAt(document.getText().indexOf(text));
      await waitFor(title, async () => {
        const offered = await actions(uri, new vscode.Range(line, 0, line, 0));
        const wanted = offered.find((action) => action.title === title);
        return wanted?.edit && (await vscode.workspace.applyEdit(wanted.edit));
      });
    };
    await apply('1. Stop', 'Make steps of the 2 items of this list (boxes)');
    await apply('| Look', 'Make a list of steps of this table: 1');
    assert.match(
      document.getText(),
      /1\. \[ \] Stop\n2\. \[ \] Start\n\n- \[ \] Look <!-- step: by=Ops -->\n/,
    );
  });
});

async function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value);
}

/**
 * Applies the one fix of a rule whose title fits. A fix made from an older version of the document is refused, and
 * asked for again.
 */
async function fix(uri: vscode.Uri, fits: (title: string) => boolean, rule: string): Promise<void> {
  let offered: string[] = [];
  await waitFor(`a fix of ${rule}`, async () => {
    const places = findings(uri).filter((candidate) => ruleOf(candidate) === rule);
    const all = (await Promise.all(places.map(({ range }) => actions(uri, range)))).flat();
    offered = all.map(({ title }) => title);
    const fitting = all.filter(({ title }) => fits(title));
    assert.ok(new Set(fitting.map(({ title }) => title)).size <= 1, 'one such fix at most');
    const edit = fitting[0]?.edit;
    return edit && (await vscode.workspace.applyEdit(edit));
  }).catch((error: Error) => assert.fail(`${error.message}; offered: ${offered.join(' | ')}`));
}
