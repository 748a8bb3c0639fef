import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { digestOf } from '../../../../src/core/approvals/approvedContent';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { headerCard } from '../../../../src/core/preview/headerCard';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { entryOf } from '../../support/memoryWorkspace';

const text = `---
type: change
id: CHG-2026-0801
title: "<img src=x onerror=alert(1)> & more"
status: to_be_released
customer: "Acme</section><script>x()</script>"
environments: [PRO, "T\\"EST"]
schedule:
  start: 2026-11-24 22:00
  duration: 1h30m
approvals:
  - { role: operations, by: "Ada <ada@example.org>", at: 2026-11-12 10:00, decision: approved, digest: "DIGEST" }
  - { role: project, by: Eva, decision: approved }
  - { role: peer, by: Bob, decision: denied }
---
# Title

- [x] One
- [ ] Two
- [x] ~~Three~~ (n/a: nothing to do)
`;
const record = parseRecord(text);
const change = text.replace('DIGEST', record?.type === 'change' ? digestOf(record) : '');

/** Every element of a piece of HTML, by an independent parser. */
function elements(html: string): string[] {
  const names: string[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) names.push(node.tagName);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseFragment(html));
  return names;
}

describe('The header card', () => {
  const config = readConfig([{ file: '.changebook/config.yaml', text: 'timezone: Europe/Madrid\n' }]).config;

  it('leads to the next step, as long as the change is open', () => {
    const input = { file: 'a.md', config, language: 'en' } as const;
    const linkTo = (line: number) => `vscode://changebook.changebook/step?line=${line}&a="b"`;
    const line = change.split('\n').indexOf('- [ ] Two');
    assert.match(headerCard(change, input) ?? '', /<p class="changebook-next">Next: Two<\/p>/);
    assert.ok(
      headerCard(change, { ...input, linkTo })?.includes(
        `Next: <a href="vscode://changebook.changebook/step?line=${line}&amp;a=&quot;b&quot;">Two</a>`,
      ),
    );
    const over = change.replace('status: to_be_released', 'status: done');
    assert.doesNotMatch(headerCard(over, input) ?? '', /changebook-next/);
  });

  it('says state, window, customer, approvals and progress', () => {
    const html = headerCard(change, { file: 'a.md', config, language: 'en', risk: 'low' }) ?? '';
    for (const part of [
      '<strong>CHG-2026-0801</strong>',
      'to be released',
      '2026-11-24 22:00–23:30 <small>Europe/Madrid</small>',
      'operations: approved',
      'peer: denied',
      'project: incomplete approval',
      'quality assurance: not decided yet',
      '<progress max="2" value="1"',
      '1 of 2 steps done',
    ])
      assert.ok(html.includes(part), `${part} in ${html}`);
  });

  it('speaks Spanish', () => {
    const html = headerCard(change, { file: 'a.md', config, language: 'es', risk: 'low' }) ?? '';
    for (const part of [
      'por desplegar',
      'operaciones: aprobado',
      'calidad: sin decidir',
      'proyecto: aprobación incompleta',
      '1 de 2 pasos hechos',
    ])
      assert.ok(html.includes(part), `${part} in ${html}`);
  });

  it('makes no element of what a record says', () => {
    const html = headerCard(change, { file: 'a.md', config: emptyConfig, language: 'en' }) ?? '';
    assert.deepEqual(
      new Set(elements(html)),
      new Set(['section', 'p', 'strong', 'span', 'dl', 'dt', 'dd', 'small', 'ul', 'li', 'progress']),
    );
  });

  it('is made of each type of record, and of nothing else', () => {
    const input = { file: 'a.md', config, language: 'en' } as const;
    const ticket = '---\ntype: ticket\nid: TKT-7\ntitle: T\nstatus: to_do\nchange: CHG-2026-0801\n---\n';
    const procedure = '---\ntype: procedure\nid: PROC-X\ntitle: P\nversion: 1.2.0\n---\n- [ ] a\n';
    assert.match(headerCard(ticket, input) ?? '', /to do.*<dt>Change<\/dt><dd>CHG-2026-0801<\/dd>/);
    assert.match(headerCard(procedure, input) ?? '', /PROC-X.*1\.2\.0/);
    assert.doesNotMatch(headerCard(procedure, input) ?? '', /<progress/);
    assert.equal(headerCard('---\ntitle: a page\n---\ntext', input), undefined);
    assert.equal(headerCard(readFileSync('README.md', 'utf8'), input), undefined);
  });

  it('says what standard changes are approved for, and with what', () => {
    const standard = `---
type: procedure
id: PROC-X
standard:
  when: { risk: [low, medium] }
  until: 2027-06-30
  approvals: [{ role: peer, by: "Ana <b>", at: 2026-11-12 10:00, decision: approved, digest: "sha256-2:0" }]
---
- [ ] a
`;
    const own = { file: 'PROC-X.md', config, language: 'en' } as const;
    const html = headerCard(standard, own) ?? '';
    assert.match(html, /<dt>Standard changes<\/dt><dd>risk: low, medium · until 2027-06-30<\/dd>/);
    assert.match(html, /peer: edited since <small>Ana &lt;b&gt;/);
    const procedure = entryOf('PROC-X.md', standard);
    assert.ok(procedure);
    const cover = { procedure, roles: new Set(['peer']) };
    const change = '---\ntype: change\nid: CHG-1\nchange_type: standard\nprocedure: PROC-X\n---\n';
    const told = headerCard(change, { ...own, language: 'es', risk: 'low', cover }) ?? '';
    assert.match(told, /changebook-covered">par: aprobado con PROC-X<\/li>/);
    assert.match(told, /changebook-open">operaciones: sin decidir<\/li>/);
  });

  it('is made of half a record, too', () => {
    const html = headerCard('---\ntype: change\nid: CHG-2026-0802\nstatus: [\n---\n', {
      file: 'a.md',
      config,
      language: 'en',
    });
    assert.match(html ?? '', /CHG-2026-0802/);
  });

  it('says when a change is rolled back, and then that it is', () => {
    const fields = 'status: releasing\nabort_criteria: [Logins fail, "<b>2 %</b>"]\n';
    const steps = '## Deployment\n\n- [x] a\n- [ ] b\n\n## Rollback\n\n- [ ] c\n';
    const card = (front: string) =>
      headerCard(`---\nid: CHG-1\ntype: change\n${front}---\n# T\n\n${steps}`, {
        ...{ file: 'a.md', config },
        language: 'es',
      }) ?? '';
    const going = card(fields);
    assert.ok(going.includes('<dt>Revertir si</dt><dd><ul><li>Logins fail</li><li>&lt;b&gt;2 %'), going);
    assert.ok(
      going.includes('1 de 2 pasos hechos <small>Reversión: 1 paso, solo si se revierte</small>'),
      going,
    );
    const back = card(`${fields}actual: { rollback: { at: 2026-11-24T21:30Z, reason: Logins fail } }\n`);
    assert.ok(back.includes('<dt>Revertido</dt><dd>2026-11-24 22:30 · Logins fail</dd>'), back);
    assert.ok(
      back.includes('Reversión: 0 de 1 paso hecho <small>Despliegue: 1 de 2, ya no hace falta'),
      back,
    );
    assert.ok(!back.includes('Revertir si'));
  });
});
