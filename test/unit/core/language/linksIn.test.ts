import { strict as assert } from 'node:assert';
import type { LinkTarget } from '../../../../src/core/language/documentLink';
import { linksIn } from '../../../../src/core/language/linksIn';
import type { LanguageKind } from '../../../../src/core/language/yamlPart';
import { configOf } from '../../support/memoryWorkspace';
import { inputOf, texts } from './cursorText';

const front = '---\nid: CHG-2026-0009\ntype: change\n';
const trackers =
  'trackers: [{ pattern: "^SUP-\\\\d+$", url: "https://help.example/{id}" }, { pattern: "^\\\\d{4}$", url: "https://n.example/{id}" }, { pattern: "^BAD-\\\\d+$", url: "command:evil?{id}" }]\n';

describe('Links', () => {
  it('lead from ids to their records, in fields and in the text, and not to itself', () => {
    const found = links(
      `${front}supersedes: CHG-2026-0001\ntickets: [TKT-7]\n---\n# CHG-2026-0009\n\nSee tkt-7. And \`CHG-2026-0001\`; not CHG-2026-7777.\n`,
    );
    assert.deepEqual(found, [
      'CHG-2026-0001 → changes/CHG-2026-0001.md',
      'TKT-7 → tickets/TKT-7.md',
      'tkt-7 → tickets/TKT-7.md',
      'CHG-2026-0001 → changes/CHG-2026-0001.md',
    ]);
  });

  it('take the version of a procedure with it, and tell where it is another one', () => {
    assert.deepEqual(links(`${front}procedure: PROC-RELEASE@1.2.0\n---\n`), [
      'PROC-RELEASE@1.2.0 → procedures/PROC-RELEASE.md',
    ]);
    assert.deepEqual(
      links(`${front}procedure: "PROC-RELEASE@1.0.0"\n---\nBy PROC-RELEASE@1.0.0, before.\n`),
      [
        'PROC-RELEASE@1.0.0 → procedures/PROC-RELEASE.md as of 1.0.0',
        'PROC-RELEASE@1.0.0 → procedures/PROC-RELEASE.md as of 1.0.0',
      ],
    );
  });

  it('lead to the tickets of trackers, which only the web may be', () => {
    const text = `${front}tickets: [SUP-12, BAD-1, "4711"]\n---\nSUP-12, (SUP-13). On 2026, 4711 people; #4711. BAD-1 src/SUP-14/x SUP-x\n`;
    assert.deepEqual(links(text), [
      'SUP-12 → https://help.example/SUP-12',
      '4711 → https://n.example/4711',
      'SUP-12 → https://help.example/SUP-12',
      'SUP-13 → https://help.example/SUP-13',
      '4711 → https://n.example/4711',
    ]);
  });

  it('lead to files, those of markdown marked as such', () => {
    const text = `${front}links:\n  - { title: A, url: "../docs/run.md#now" }\n  - { title: B, url: https://e.example }\n---\n[x](../docs/a%20b.md#c), [y](https://e.example/TKT-7), [up](../../../x)\n`;
    assert.deepEqual(links(text), [
      '../docs/run.md#now → docs/run.md#now',
      '../docs/a%20b.md#c → docs/a b.md#c (markdown)',
    ]);
  });

  it('stand in the configuration and in templates', () => {
    assert.deepEqual(links('# since CHG-2026-0001\nsignature: Nil\n', 'config'), [
      'CHG-2026-0001 → changes/CHG-2026-0001.md',
    ]);
    assert.deepEqual(links('---\nsubject: x\n---\nAs in TKT-7 and SUP-1\n', 'template'), [
      'TKT-7 → tickets/TKT-7.md',
      'SUP-1 → https://help.example/SUP-1',
    ]);
  });

  it('say what is there', () => {
    const text = `${front}---\nPROC-OLD, PROC-OLD@0.9, CHG-2026-0001\n`;
    const said = linksIn(text, { file: 'changes/a.md', kind: 'record' }, inputOf({ language: 'es' }));
    assert.deepEqual(
      said.map(({ tooltip }) => tooltip),
      [
        'Old · 1.0.0 · retirado',
        'Old · versión 0.9; el espacio de trabajo tiene la 1.0.0 · retirado',
        'First change · por desplegar',
      ],
    );
  });
});

function links(text: string, kind: LanguageKind = 'record'): string[] {
  const file = kind === 'record' ? 'changes/CHG-2026-0009.md' : '.changebook/config.yaml';
  const all = new Map([...texts, ['.changebook/config.yaml', trackers]]);
  return linksIn(text, { file, kind }, inputOf({ kind, config: configOf(all).config })).map(
    ({ range, target, ofMarkdown }) =>
      `${text.slice(range.start, range.end)} → ${shown(target)}${ofMarkdown ? ' (markdown)' : ''}`,
  );
}

function shown(target: LinkTarget): string {
  if (target.kind === 'address') return target.url;
  if (target.kind === 'record') return target.file + (target.version ? ` as of ${target.version}` : '');
  return target.file + (target.fragment === '' ? '' : `#${target.fragment}`);
}
