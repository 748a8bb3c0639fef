import { strict as assert } from 'node:assert';
import { digestOf } from '../../../../../src/core/approvals/approvedContent';
import { parseRecord } from '../../../../../src/core/model/parse/parseRecord';
import { texts } from '../mentions/mentionedText';
import { newLines, rename } from './renamedText';

const change = 'changes/CHG-2026-0001.md';
const procedure = 'procedures/PROC-RELEASE.md';
const acme = '.changebook/customers/acme.yaml';
const config = '.changebook/config.yaml';

function lines(file: string, marked: string, name: string): string[] {
  const renamed = rename(texts, file, marked, name);
  assert.equal(renamed.refusal, undefined);
  return newLines(texts, renamed);
}

describe('A rename', () => {
  it('of an id takes its file, fields, links, templates and text along, and no branch and no page', () => {
    assert.deepEqual(lines(change, 'PROC-REL|EASE@1.0.0', 'PROC-DEPLOY'), [
      '→ procedures/PROC-DEPLOY.md',
      '.changebook/templates/start.en.md: As in PROC-DEPLOY.',
      `${change}: procedure: PROC-DEPLOY@1.0.0`,
      `${change}: See [the procedure](../procedures/PROC-DEPLOY.md#5-release), chg-2026-0001 and https://x.example/CHG-2026-0001.`,
      'procedures/PROC-DEPLOY.md: id: PROC-DEPLOY',
    ]);
    const own = 'changes/CHG-2026-0900.md';
    assert.deepEqual(lines(change, 'id: CHG-2026-0|001', 'CHG-2026-0900'), [
      `→ ${own}`,
      `${config}: # as CHG-2026-0900 showed`,
      `${own}: id: CHG-2026-0900`,
      `${own}: See [the procedure](../procedures/PROC-RELEASE.md#5-release), chg-2026-0900 and https://x.example/CHG-2026-0001.`,
      'tickets/TKT-7.md: change: CHG-2026-0900',
    ]);
  });

  it('of a customer is one of its key and file, or of its name', () => {
    assert.deepEqual(lines(change, 'customer: ac|me', 'umbrella'), [
      '→ .changebook/customers/umbrella.yaml',
      `${config}:   - { from: 2026-12-18, to: 2027-01-07, customers: [umbrella], environments: [PRO] }`,
      `${change}: customer: umbrella`,
    ]);
    assert.deepEqual(lines('tickets/TKT-7.md', 'customer: Ac|me SA', 'Acme: Group'), [
      `${acme}: name: "Acme: Group"`,
      'tickets/TKT-7.md: customer: "Acme: Group"',
    ]);
  });

  it('of an environment is one of its customer’s; what means that of others too gets a second name', () => {
    assert.deepEqual(lines(acme, 'name: PR|O', 'PROD'), [
      `${config}:   - { from: 2026-12-18, to: 2027-01-07, customers: [acme], environments: [PROD] }`,
      `${config}:   - { from: 2027-03-01, to: 2027-03-02, environments: [PRO, PROD], overridable_by: [security] }`,
      `${acme}: environments: [{ name: PROD, aliases: [live] }]`,
    ]);
    assert.deepEqual(lines(change, 'environments: [li|ve]', 'live2'), [
      `${acme}: environments: [{ name: PRO, aliases: [live2] }]`,
      `${change}: environments: [live2]`,
    ]);
  });

  it('of a role and of a person leaves what was decided under the old name, and counts it', () => {
    const role = rename(texts, config, 'roles: [quality_assurance, secu|rity]', 'info sec');
    assert.deepEqual(newLines(texts, role), [
      `${config}:   - { from: 2027-03-01, to: 2027-03-02, environments: [PRO], overridable_by: [info sec] }`,
      `${config}:   - roles: [quality_assurance, info sec]`,
      `${config}:     holders: { info sec: [Nil Roca] }`,
      `${change}: - [ ] Copy <!-- step: backup by="info sec" -->`,
    ]);
    assert.equal(role.kept, 1);
    assert.deepEqual(lines(config, 'name: La|ia Font', 'Laia Font Pi'), [
      `${config}: people: [{ name: Laia Font Pi, addresses: [laia@example.org, laia@home.example] }]`,
      `${config}: performers: [{ deployment_type: [3], people: [Laia Font Pi] }]`,
      `${procedure}: - [ ] Copy <!-- step: backup by="Laia Font Pi" -->`,
    ]);
    assert.equal(rename(texts, config, '{ security: [Nil R|oca] }', 'Nil Roca Pi').kept, 1);
  });

  it('of a step goes to the procedure and to open changes that follow it', () => {
    assert.deepEqual(lines(change, 'restore: back|up', 'dump'), [
      `${change}: database: [{ migration: "1", restore: dump }]`,
      `${change}: - [ ] Copy <!-- step: dump by=security -->`,
      `${procedure}: - [ ] Copy <!-- step: dump by="Laia Font" -->`,
    ]);
    const closed = new Map(texts).set(
      change,
      (texts.get(change) ?? '').replace('type: change', 'type: change\nstatus: done'),
    );
    const left = newLines(closed, rename(closed, procedure, 'step: back|up', 'dump'));
    assert.deepEqual(left, [`${procedure}: - [ ] Copy <!-- step: dump by="Laia Font" -->`]);
  });

  it('of a heading takes along the gates that name how it begins, and the anchors of links', () => {
    const link = `${change}: See [the procedure](../procedures/PROC-RELEASE.md#6-publish), chg-2026-0001 and https://x.example/CHG-2026-0001.`;
    assert.deepEqual(lines(procedure, '## 5. Re|lease', '6. Publish'), [
      link,
      `${change}: ## 6. Publish`,
      `${procedure}: gates: [{ section: "6.", requires: [1. Before] }]`,
      `${procedure}: ## 6. Publish`,
      `${procedure}: - [ ] Tag it, [then go on](#6-publish)`,
    ]);
    // A gate that the new title still begins with stays as it is.
    const renamed = rename(texts, procedure, 'section: "5|."', '5. Publish');
    assert.equal(renamed.placeholder, '5. Release');
    assert.ok(!newLines(texts, renamed).some((line) => line.includes('gates')));
    assert.deepEqual(lines(change, '## Way b|ack', 'Back again'), [
      `${change}: rollback: { steps_section: Back again }`,
      `${change}: ## Back again`,
    ]);
  });

  it('tells which approvals it makes stale, and leaves the text of ticked steps', () => {
    const text = `---\nid: CHG-2026-0005\ntype: change\nstatus: to_be_released\nrelated: [TKT-7]\napprovals: [{ role: peer, by: Nil, at: 2026-11-01 10:00, decision: approved, digest: DIGEST }]\n---\n# Five\n\n## Checklist\n\n- [x] Tell TKT-7\n- [ ] Close TKT-7\n`;
    const record = parseRecord(text);
    assert.equal(record?.type, 'change');
    const approved = text.replace('DIGEST', record?.type === 'change' ? digestOf(record) : '');
    const whole = new Map(texts).set('changes/CHG-2026-0005.md', approved);
    const renamed = rename(whole, 'tickets/TKT-7.md', 'id: TKT|-7', 'TKT-8');
    assert.equal(renamed.stale.length, 1);
    assert.match(renamed.stale[0] ?? '', /^CHG-2026-0005: .*peer/);
    assert.equal(renamed.kept, 1);
    assert.match(
      renamed.texts.get('changes/CHG-2026-0005.md') ?? '',
      /related: \[TKT-8\][\s\S]*Tell TKT-7\n.*Close TKT-8/,
    );
  });
});

describe('A rename is refused in one sentence', () => {
  const refused = (file: string, marked: string, name: string, taken?: Set<string>) =>
    rename(texts, file, marked, name, taken).refusal ?? '';

  it('to an id that there is, here, on another branch or as a file, or that is none', () => {
    const id = 'id: CHG-2026-0|001';
    const other = new Map(texts).set(
      'changes/CHG-2026-0002.md',
      '---\nid: CHG-2026-0002\ntype: change\n---\n',
    );
    assert.match(
      rename(other, change, id, 'CHG-2026-0002').refusal ?? '',
      /^CHG-2026-0002 is the id of changes\/CHG-2026-0002\.md already/,
    );
    assert.match(refused(change, id, 'CHG-2026-0009', new Set(['CHG-2026-0009'])), /on another branch/);
    const file = new Map(texts).set('changes/CHG-2026-0009.md', 'no record');
    assert.match(
      rename(file, change, id, 'CHG-2026-0009').refusal ?? '',
      /There is a file changes\/CHG-2026-0009\.md/,
    );
    assert.match(refused(change, id, 'new id'), /is no id of this workspace/);
    assert.match(refused(change, id, 'TKT-9'), /begins with CHG-/);
    assert.match(refused(change, id, ' '), /at least one character/);
    assert.match(refused(change, id, 'CHG-1\n'), /one line/);
  });

  it('of what has no record, or two', () => {
    assert.match(
      refused(change, 'CHG-2026-0|404', 'CHG-1'),
      /^No record of this workspace has the id CHG-2026-0404/,
    );
    const twice = new Map(texts).set('changes/copy.md', '---\nid: CHG-2026-0001\ntype: change\n---\n');
    assert.match(
      rename(twice, change, 'id: CHG-2026-0|001', 'CHG-1').refusal ?? '',
      /^2 records have the id/,
    );
  });

  it('to the name of another one, or to what is no name', () => {
    assert.match(refused(change, 'customer: ac|me', 'other'), /name of another one/);
    assert.match(refused(change, 'customer: ac|me', 'a/b'), /no key of a customer/);
    assert.match(refused(config, 'roles: [quality_assurance, secu|rity]', 'par'), /name of another one/);
    assert.match(refused(config, '{ security: [Nil R|oca] }', 'Laia Font'), /name of another one/);
    assert.match(refused(change, 'restore: back|up', 'by'), /no name of a step/);
  });

  it('of roles of the format, of addresses, and of what several customers have', () => {
    assert.match(refused(config, 'roles: [quality_ass|urance', 'qa'), /role of the format/);
    assert.match(refused(change, 'assignee: la|ia', 'x'), /is an address/);
    assert.match(refused(config, '2027-03-02, environments: [PR|O]', 'X'), /^Several customers have/);
  });

  it('of a heading whose gate names another one in the same way', () => {
    const two = (texts.get(procedure) ?? '')
      .replace('section: "5."', 'section: Check')
      .replace('## 5. Release', '## Check A')
      .replace('## 1. Before', '## Check B');
    const whole = new Map(texts).set(procedure, two);
    assert.match(
      rename(whole, procedure, '## Check| A', 'Test').refusal ?? '',
      /names “Check B” by the same/,
    );
  });

  it('nowhere else: headings that nothing names are renamed as in any markdown', () => {
    assert.equal(refused(change, '# Fir|st', 'x'), 'nothing of ours');
    assert.equal(refused(change, '(../procedures/PROC|-RELEASE', 'x'), 'nothing of ours');
  });
});
