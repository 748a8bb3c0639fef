import { strict as assert } from 'node:assert';
import { brokenTargets } from '../../../../src/core/create/brokenTargets';
import { titlesIn } from '../../../../src/core/create/newChangeSections';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { type OwnHeading, procedureParts } from '../../../../src/core/procedure/procedureParts';
import { rebasedTarget } from '../../../../src/core/procedure/rebasedTarget';
import { type SourceProcedure, takenSections } from '../../../../src/core/procedure/takenSections';

/** All that a change takes over; no part is undefined. */
function partsOf(source: SourceProcedure, to: string, own: readonly OwnHeading[] = []) {
  const taken = procedureParts(source, to, takenSections(source.record, titlesIn('en')), own);
  const { deployment = '', checklist = '', impact = '', rollback = '', tests = '', approvals = '' } = taken;
  return { deployment, checklist, impact, rollback, tests, approvals };
}

function parts(body: string, to = 'changes/CHG-1.md', file = 'procedures/deep/PROC-A.md') {
  const record = parseRecord(`---\nid: PROC-A\ntype: procedure\ntitle: A\n---\n${body}`);
  assert.ok(record?.type === 'procedure');
  return partsOf({ file, record }, to);
}

describe('What a change takes over from its procedure', () => {
  it('is its text with headings one level down, steps open, code untouched', () => {
    const body = [
      '# A',
      '',
      'Some words.',
      '',
      '## 1. Prepare',
      '- [x] Done already <!-- step: one -->',
      '```sh',
      "cat <<'END'",
      '# no heading',
      '- [x] no step',
      'END',
      '```',
      '###### Deepest',
      'Underlined',
      '----------',
      '> ## Quoted',
    ].join('\n');
    const { deployment, checklist } = parts(body);
    assert.equal(checklist, '');
    const lines = deployment.split('\n');
    assert.equal(lines[0], 'Some words.');
    for (const line of ['### 1. Prepare', '- [ ] Done already <!-- step: one -->', '# no heading'])
      assert.ok(lines.includes(line), line);
    for (const line of ['- [x] no step', '###### Deepest', '### Underlined', '> ## Quoted'])
      assert.ok(lines.includes(line), line);
  });

  it('puts checklists of their own aside, and leaves those inside of a section', () => {
    const body = [
      '# A',
      '## 1. Prepare',
      '### Checklist',
      '- [ ] Inner',
      '## Lista de comprobación final',
      '- [x] Outer',
      '## Checklist',
      '### Part',
      '- [ ] Last',
      '## Checklist without steps',
      'Words.',
    ].join('\n');
    const { deployment, checklist } = parts(body);
    assert.equal(
      deployment,
      '### 1. Prepare\n#### Checklist\n- [ ] Inner\n\n### Checklist without steps\nWords.',
    );
    assert.equal(checklist, '### Lista de comprobación final\n- [ ] Outer\n\n### Part\n- [ ] Last');
  });

  it('keeps sections that are top headings below the change’s own', () => {
    assert.equal(
      parts('# One\n- [ ] a\n# Two\n## Three').deployment,
      '### One\n- [ ] a\n### Two\n#### Three',
    );
  });

  it('leads links from the new place to where they led', () => {
    const { deployment } = parts(
      '# A\n[a](b.md#x) [c](../../docs/d.md) [own](#kept) [top](#a) ![i](<./my i.png>)\n\n## Kept\n\n[r]: ../e.md "E"\n',
    );
    assert.equal(
      deployment,
      '[a](../procedures/deep/b.md#x) [c](../docs/d.md) [own](#kept) [top](../procedures/deep/PROC-A.md#a) ![i](<../procedures/deep/my i.png>)\n\n### Kept\n\n[r]: ../procedures/e.md "E"',
    );
  });

  it('leads definitions, footnotes and attributes of HTML there too, and leaves code and text alone', () => {
    const { deployment } = parts(
      [
        '# A',
        '[a][r] [^1] <img src="i.png" alt="i"> `<img src="code.png">` and [b](<b c.md> "B")',
        '',
        '<p><a href=\'d/e.md#f\'>x</a> <img srcset="g.png 1x, h.png 2x" src=k.png data-src="l.png">',
        '<a href="https://e.example/m.md">x</a> <a href="/n.md">x</a> <!-- <a href="o.md">x</a> --></p>',
        '',
        '- <a',
        '  href="p.md">x</a>',
        '',
        'Setext [q](q.md)',
        '---',
        '',
        '> [r]:',
        '>   r.md',
        '',
        '[^1]: see.md and [s](s.md)',
      ].join('\n'),
    );
    const led = [...deployment.matchAll(/\.\.\/procedures\/deep\/([^\s"'>)]+)/g)].map(([, name]) => name);
    assert.deepEqual(led, [
      'i.png',
      'b',
      'd/e.md#f',
      'g.png',
      'h.png',
      'k.png',
      'p.md',
      'q.md',
      'r.md',
      's.md',
    ]);
    assert.match(deployment, /^### Setext \[q\]/m);
    assert.match(deployment, /\[\^1\]: see\.md and/);
  });

  it('leads to headings whose anchors are others now, and from folders with any name', () => {
    const record = parseRecord(
      '---\nid: PROC-A\ntype: procedure\n---\n# A\n[s](#summary) [t](#steps-1) [c](#checklist) [o](o.md)\n## Summary\n## Steps\n## Checklist\n- [ ] x [t](#steps)\n## Steps\n',
    );
    assert.ok(record?.type === 'procedure');
    const own: OwnHeading[] = [
      ...['Title', 'Summary'].map((title) => ({ title })),
      { title: 'Deployment', name: 'deployment' },
      { title: 'Rollback', name: 'rollback' },
      { title: 'Checklist', name: 'checklist' },
    ];
    const { deployment, checklist } = partsOf({ file: 'my (old)/P.md', record }, 'C.md', own);
    assert.match(
      deployment,
      /^\[s\]\(#summary-1\) \[t\]\(#steps-1\) \[c\]\(#checklist\) \[o\]\(my%20%28old%29\/o\.md\)/,
    );
    assert.match(checklist, /\[t\]\(#steps\)/);
  });

  it('tells what it cannot lead there', () => {
    const text =
      '---\nid: PROC-A\ntype: procedure\n---\n# A [b](b.md)\n[k](k.md) [q](?x=1) [w](https://e.example)\n> [x](\n> a.md)\n';
    const record = parseRecord(text);
    assert.ok(record?.type === 'procedure');
    const procedure = { file: 'p/P.md', record };
    assert.deepEqual(brokenTargets(procedure, 'C.md', partsOf(procedure, 'C.md').deployment), ['a.md']);
    assert.deepEqual(brokenTargets(procedure, 'C.md', '[k](p/k.md)'), ['https://e.example', 'a.md']);
  });

  it('does not swallow what stands below it', () => {
    assert.match(parts('# A\n\n````sh\nrm -r x\n').deployment, /\n````$/);
    assert.match(parts('# A\n\n<!-- open\n').deployment, /\n-->$/);
  });

  it('turns other line endings into its own', () => {
    assert.equal(parts('# A\r\n\r\n## B\r\n- [x] c\r\n').deployment, '### B\n- [ ] c');
  });
});

describe('A target in another folder', () => {
  it('leads to the same place', () => {
    for (const [target, from, to, wanted] of [
      ['a.md', 'p/P.md', 'p/C.md', 'a.md'],
      ['./a.md', 'p/P.md', 'p/C.md', './a.md'],
      ['a.md', 'P.md', 'c/2026/C.md', '../../a.md'],
      ['../c/a.md?q#f', 'p/P.md', 'c/C.md', 'a.md?q#f'],
      ['../..', 'p/q/P.md', 'c/C.md', '..'],
      ['../../../up.md', 'p/q/P.md', 'c/C.md', '../../up.md'],
      ['sub/', 'p/P.md', 'C.md', 'p/sub/'],
    ] as const)
      assert.equal(rebasedTarget(target, from, to), wanted, target);
  });
});

describe('The sections of a change that its procedure has too', () => {
  const body = [
    '# A',
    '## Approvals',
    '- [x] Quality',
    '## 1. Deploy',
    '- [ ] Go [back](#if-it-fails)',
    '## Rollback',
    '- [ ] Back',
    '### Data',
    '- [ ] Restore',
    '## 7. Plan de vuelta atrás',
    'Llamar.',
    '## Tests',
    '### Regression',
    '- Log in.',
    '## Impact',
    'A minute away.',
  ].join('\n');

  it('hold what it says there, and not the deployment', () => {
    const taken = parts(body);
    assert.equal(
      taken.deployment,
      '### 1. Deploy\n- [ ] Go [back](../procedures/deep/PROC-A.md#if-it-fails)',
    );
    assert.equal(
      taken.rollback,
      '- [ ] Back\n### Data\n- [ ] Restore\n\n### 7. Plan de vuelta atrás\nLlamar.',
    );
    assert.equal(taken.tests, '### Regression\n- Log in.');
    assert.equal(taken.impact, 'A minute away.');
    assert.equal(taken.approvals, '- [ ] Quality');
  });

  it('keep headings that gates go by, and those are found below them', () => {
    const front = 'gates: [{ section: "6. Roll", requires: ["1."] }, { section: Tests, requires: ["1."] }]';
    const record = parseRecord(
      `---\nid: PROC-A\ntype: procedure\n${front}\n---\n## 1. Go\n- [ ] a\n## 6. Rollback\n- [ ] b\n## Tests\n- [ ] c\n`,
    );
    assert.ok(record?.type === 'procedure');
    const taken = partsOf({ file: 'P.md', record }, 'C.md');
    assert.equal(taken.rollback, '### 6. Rollback\n- [ ] b');
    assert.equal(taken.tests, '- [ ] c');
  });

  it('take nothing out of the middle of numbered stages, nor all that there is', () => {
    const stages =
      '## 1. Go\n- [ ] a\n## 2. Verify\n- [ ] b\n## 3. Close\n- [ ] c\n## 4. Verification\n- [ ] d';
    assert.equal(parts(stages).tests, '### 4. Verification\n- [ ] d');
    assert.match(parts(stages).deployment, /2\. Verify[\s\S]*3\. Close\n- \[ \] c$/);
    assert.equal(parts('# Rollback\n## Rollback\n- [ ] a').deployment, '### Rollback\n- [ ] a');
  });
});
