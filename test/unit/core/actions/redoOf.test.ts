import { strict as assert } from 'node:assert';
import { acceptRisk } from '../../../../src/core/actions/acceptRisk';
import { agree } from '../../../../src/core/actions/agree';
import { approvalChange } from '../../../../src/core/actions/approvalChange';
import { noticed } from '../../../../src/core/actions/notify';
import { isChange } from '../../../../src/core/actions/recordAction';
import { redoOf } from '../../../../src/core/actions/redo/redoOf';
import { waive } from '../../../../src/core/actions/waive';
import { pushPolicy } from '../../../../src/core/config/pushPolicy';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { actedOn } from '../../support/actedOn';

const front = 'id: CHG-2026-0001\ntype: change\n';

function change(fields: string): string {
  return `---\n${front}${fields}---\n# Title\n\n## Checklist\n\n- [ ] One\n- [ ] Two\n`;
}

/** What an action that made `after` of `before` makes of another version. */
function redone(action: string, before: string, after: string, there: string): string {
  const redo = redoOf({ before, after, trailers: new Map([['Action', action]]) });
  if (!redo) return 'not own';
  const plan = redo(there);
  if ('refusal' in plan) return plan.refusal.code;
  return plan.edits.length === 0 ? 'already' : applyEdits(there, plan.edits).text;
}

const item = (role: string, by: string, at = '2026-11-20T10:00+01:00'): string =>
  `{ role: ${role}, by: ${by}, at: ${at}, decision: approved, digest: sha256:1 }`;

describe('An action done again', () => {
  it('adds a decision to those on a procedure', () => {
    const procedure = (standard: string): string =>
      `---\nid: PROC-A\ntype: procedure\nstandard: { when: { risk: low }${standard} }\n---\n# A\n`;
    const [peer, operations] = [item('peer', 'Anna'), item('operations', 'Berta')];
    const [before, after] = [procedure(''), procedure(`, approvals: [${peer}]`)];
    const both = procedure(`, approvals: [${operations}, ${peer}]`);
    assert.equal(redone('approve', before, after, procedure(`, approvals: [${operations}]`)), both);
    assert.equal(redone('approve', before, after, both), 'already');
    assert.equal(redone('edit', before, after, before), 'not own');
    assert.equal(
      redone('approve', before, after, '---\nid: PROC-A\ntype: procedure\n---\n# A\n'),
      'notStandard',
    );
  });

  it('adds a decision to those that are there, and not one that somebody took already', () => {
    const before = change('');
    const after = change(`approvals:\n  - ${item('peer', 'Anna')}\n`);
    const there = change(`owner: Us\napprovals:\n  - ${item('operations', 'Berta')}\n`);
    const both = change(
      `owner: Us\napprovals:\n  - ${item('operations', 'Berta')}\n  - ${item('peer', 'Anna')}\n`,
    );
    assert.equal(redone('approve', before, after, there), both);
    assert.equal(
      redone('approve', before, after, change('owner: Us\n')).includes(item('peer', 'Anna')),
      true,
    );
    const sameLater = change(`approvals:\n  - ${item('peer', 'Anna', '2026-11-20T11:30+01:00')}\n`);
    assert.equal(redone('approve', before, after, sameLater), 'already');
  });

  it('moves a change where it is still in the state that it was moved from', () => {
    const before = change('status: to_be_released\n');
    const after = change('status: releasing\nactual: { start: 2026-11-24T22:00+01:00 }\n');
    const there = change('status: to_be_released # waiting\nowner: Us\n');
    assert.equal(redone('advance', before, after, there), 'fieldDiffers');
    assert.equal(
      redone('advance', before, after, change('status: to_be_released\nowner: Us\n')),
      change('status: releasing\nactual: { start: 2026-11-24T22:00+01:00 }\nowner: Us\n'),
    );
    assert.equal(redone('advance', before, after, change('status: on_hold\n')), 'fieldDiffers');
    const theirs = change('status: releasing\nactual: { start: 2026-11-24T21:58+01:00 }\n');
    assert.equal(redone('advance', before, after, theirs), 'already');
  });

  it('puts on hold and takes up again', () => {
    const open = change('status: in_progress\n');
    const held = change(
      'status: on_hold\nhold: { reason: Offices, from: in_progress, at: 2026-11-20T10:00Z }\n',
    );
    const other = (text: string): string => text.replace('# Title', '# Title there');
    assert.equal(redone('hold', open, held, other(open)), other(held));
    assert.equal(redone('resume', held, open, other(held)), other(open));
  });

  it('writes agreements, waivers and notices where nobody wrote others', () => {
    const said = change('agreement: { by: Anna, at: 2026-11-20T10:00Z, start: 2026-11-24T22:00Z }\n');
    assert.equal(
      redone('agree', change(''), said, change('owner: Us\n')).includes('agreement: { by: Anna'),
      true,
    );
    assert.equal(redone('agree', change(''), said, said.replace('Anna', 'Carla')), 'fieldDiffers');
    const exempt = change('waivers:\n  - { rule: schedule/friday, by: Anna, reason: Urgent }\n');
    assert.equal(redone('waive', change(''), exempt, change('')), exempt);
    const told = change('notifications:\n  - { kind: start, at: 2026-11-20T10:00Z, by: Anna }\n');
    assert.equal(redone('notify', change(''), told, told), 'already');
    const later = told.replace('10:00Z', '10:05Z');
    assert.equal(redone('notify', change(''), told, later).match(/kind: start/g)?.length, 2);
  });

  it('edits parts, items and sections where they read as before, and nothing that others edited as well', () => {
    const body = '# Title\n\n## Summary\n\nOld.\n\n## Checklist\n\n- [ ] One\n';
    const text = (fields: string, own = body): string => `---\n${front}${fields}---\n${own}`;
    const fields = 'schedule: { start: 2026-11-24 22:00, duration: 1h }\nenvironments: [PRO]\n';
    const before = text(fields);
    const mine = text(
      'schedule: { start: 2026-11-24 23:00, duration: 1h }\nenvironments: [PRO, DES]\n',
      body.replace('Old.', 'New.\n\n## Review\n\nFine.'),
    );
    const there = text(
      'owner: Us\nschedule: { start: 2026-11-24 22:00, duration: 2h, outage: 5m }\nenvironments: [TEST]\n',
      body.replace('[ ] One', '[x] One'),
    );
    assert.equal(
      redone('edit', before, mine, there),
      text(
        'owner: Us\nschedule: { start: 2026-11-24 23:00, duration: 2h, outage: 5m }\nenvironments: [TEST, DES]\n',
        body.replace('Old.', 'New.\n\n## Review\n\nFine.').replace('[ ] One', '[x] One'),
      ),
    );
    assert.equal(redone('edit', before, mine, mine), 'already');
    assert.equal(redone('set', before, mine, before.replace('22:00', '21:00')), 'fieldDiffers');
    assert.equal(redone('edit', before, mine, before.replace('Old.', 'Theirs.')), 'sectionDiffers');
    const commented = before.replace('schedule:', '# why\nschedule:');
    assert.equal(
      redone('edit', before, commented, before.replace('Old.', 'Theirs.')).includes('# why'),
      true,
    );
    assert.equal(redone('edit', before, commented, before.replace('[PRO]', '[DES]')), 'frontDiffers');
    for (const forged of [
      before.replace('[ ] One', '[x] One'),
      text(`status: done\n${fields}`),
      before.replace('type: change', 'type: ticket'),
    ])
      assert.equal(redone('edit', before, forged, before), 'not own');
  });

  it('is recognised in what each action writes', () => {
    const zone = 'Europe/Madrid';
    const [by, at] = ['Anna Serra, «x»: y', Date.UTC(2026, 10, 20)];
    const decision = { role: 'peer', by, at, zone, decision: 'denied' } as const;
    const on = actedOn(change(''), isChange);
    const planned = [
      agree.plan(on, { by, start: '2026-11-24 22:00' }),
      acceptRisk.plan(on, { by, reason: 'No time: #7' }),
      waive.plan(on, { rule: 'schedule/friday', by, reason: 'Urgent, see "7"', until: '2026-12-31' }),
    ];
    const actions = [
      {
        change: approvalChange(decision, { file: 'CHG-2026-0042.md', config: emptyConfig }),
        parts: { action: 'deny' },
      },
      ...planned.map(({ files: [file], parts }) => ({
        change: file?.change ?? assert.fail(),
        parts: parts ?? assert.fail(),
      })),
      noticed({ kind: 'start', by, at, zone, channel: 'mail' }),
    ];
    for (const { change: written, parts } of actions)
      for (const before of [
        change(''),
        change('approvals: []\nwaivers: []\n'),
        change(`approvals:\n  - ${item('peer', 'Berta')}\nnotifications: [{ kind: end, by: B }]\n# last\n`),
        change('owner: Us\n').replace(/\n/g, '\r\n'),
      ]) {
        const plan = written.plan(before, 'committed');
        assert.ok('edits' in plan && plan.edits.length > 0);
        const after = applyEdits(before, plan.edits).text;
        assert.equal(redone(parts.action, before, after, before), after, parts.action);
        assert.equal(redone(parts.action, before, after, after), 'already', parts.action);
      }
  });

  it('is nobody’s to repeat where a commit is not just what it says', () => {
    const approved = change(`approvals:\n  - ${item('peer', 'Anna')}\n`);
    assert.equal(redone('approve', change(''), approved.replace('One', 'Other'), change('')), 'not own');
    assert.equal(redone('approve', change(''), change('owner: Us\n'), change('')), 'not own');
    assert.equal(redone('approve', change(''), change(''), change('')), 'not own');
    assert.equal(redone('something', change(''), approved, change('')), 'not own');
    const ticked = change('').replace('[ ] One', '[x] One');
    assert.equal(redone('tick', change(''), ticked, change('')), 'not own', 'without its step');
  });
});

describe('The wish to push', () => {
  it('is the user’s own, and others may only be more cautious', () => {
    assert.equal(pushPolicy(undefined, ['always', 'always']), 'never');
    assert.equal(pushPolicy('always', [undefined, undefined]), 'always');
    assert.equal(pushPolicy('always', [undefined, 'ask']), 'ask');
    assert.equal(pushPolicy('ask', ['always', 'never']), 'never');
    assert.equal(pushPolicy('sometimes', []), 'never');
  });
});
