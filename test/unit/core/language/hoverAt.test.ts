import { strict as assert } from 'node:assert';
import { hoverAt } from '../../../../src/core/language/hoverAt';
import { hovered, inputOf } from './cursorText';

const fence = '---\nid: CHG-2026-0009\ntype: change\n';

function markdown(marked: string, language: 'en' | 'es' = 'en'): string | undefined {
  return hovered(marked, { language })?.markdown;
}

describe('Hover', () => {
  it('describes a key in the language of the editor, with both names and an example', () => {
    const text = `${fence}custo|mer: acme\n---\n`;
    assert.equal(markdown(text), '**customer** · cliente  \nKey or name of the customer.\n\nExample: `diba`');
    assert.match(markdown(text, 'es') ?? '', /Clave o nombre del cliente\.\n\nEjemplo: `diba`$/);
    assert.match(
      markdown('---\ntipo: cambio\nclie|nte: x\n---\n') ?? '',
      /^\*\*cliente\*\* · customer {2}\n/,
    );
  });

  it('says what is at stake with a change, and what decided it', () => {
    const text = `${fence}impact: { level: high }\ndeployment_type: 2\ncustomer: acme\n---\n`;
    const factors = [
      { factor: 'impact', level: 'high' },
      { factor: 'deploymentType', level: 'medium', figure: 2 },
    ] as const;
    const said = (key: string, language: 'en' | 'es') =>
      hoverAt(text, text.indexOf(key) + 1, {
        ...inputOf({ language }),
        risk: { level: 'high', factors },
      })?.markdown ?? '';
    assert.match(said('impact', 'en'), /Risk: \*\*high\*\* \(impact\)$/);
    assert.match(said('deployment_type', 'es'), /Riesgo: \*\*alto\*\* \(impacto\)$/);
    assert.doesNotMatch(said('customer', 'en'), /Risk/);
  });

  it('lists the values of a closed key in the language of the file', () => {
    assert.match(
      markdown(`${fence}change_t|ype: normal\n---\n`) ?? '',
      /Values: `standard`, `normal`, `emergency`$/,
    );
    assert.match(
      markdown('---\ntipo: cambio\ntipo_|cambio: x\n---\n') ?? '',
      /Values: `estandar`, `normal`, `emergencia`$/,
    );
  });

  it('describes keys of nested parts', () => {
    assert.match(
      markdown(`${fence}approvals:\n  - { ro|le: peer }\n---\n`) ?? '',
      /Role in which the decision/,
    );
    assert.match(markdown(`${fence}schedule:\n  out|age: 20m\n---\n`) ?? '', /Planned time without service/);
  });

  it('tells what a closed value means', () => {
    assert.equal(
      markdown(`${fence}status: to_be_rel|eased\n---\n`),
      '**to\\_be\\_released** · por\\_desplegar  \nWaits for its window',
    );
    assert.match(markdown(`---\ntipo: cambio\nestado: por_|hacer\n---\n`, 'es') ?? '', /Sin empezar$/);
    assert.match(markdown(`${fence}notify: [project_team, end_|users]\n---\n`) ?? '', /End users$/);
  });

  it('shows the record behind an id in three lines', () => {
    const card =
      '**CHG\\-2026\\-0001** First change  \nto be released · Diba · 2026\\-11\\-25 22\\:00–23\\:00 \\(Europe\\/Madrid\\)  \nchanges\\/CHG\\-2026\\-0001\\.md';
    assert.equal(markdown(`${fence}supersedes: CHG-2026|-0001\n---\n`), card);
    const body = hovered(`${fence}---\n# Body\n\nSee CHG-2026-000|1. It was good.\n`);
    assert.equal(body?.markdown, card);
    assert.deepEqual(body?.range, { start: fence.length + 16, end: fence.length + 29 });
    assert.match(
      markdown(`${fence}procedure: PROC-REL|EASE@1.2.0\n---\n`) ?? '',
      /^\*\*PROC\\-RELEASE\*\* Release {2}\n1\\\.2\\\.0 {2}\n/,
    );
    assert.match(markdown(`${fence}related: [TKT-|7]\n---\n`) ?? '', /in testing/);
  });

  it('explains a rule, as a value and as a key of the configuration', () => {
    assert.match(
      markdown(`${fence}waivers: [{ rule: schedule/fri|day }]\n---\n`) ?? '',
      /^\*\*schedule\/friday\*\* Start on a Friday\n\n/,
    );
    assert.match(
      hovered('rules:\n  schedule/fri|day: error\n', { kind: 'config' })?.markdown ?? '',
      /Start on a Friday/,
    );
    assert.match(
      hovered('rules:\n  schedule/friday: err|or\n', { kind: 'config' })?.markdown ?? '',
      /\*\*error\*\*/,
    );
  });

  it('introduces a customer', () => {
    assert.equal(markdown(`${fence}customer: di|ba\n---\n`), '**Diba**  \nEurope\\/Madrid  \nDES');
  });

  it('makes nothing to click of what records and the configuration say', () => {
    for (const text of [`${fence}supersedes: CHG-2026-00|02\n---\n`, `${fence}customer: ac|me\n---\n`]) {
      const shown = markdown(text) ?? '';
      assert.ok(shown.length > 0);
      assert.doesNotMatch(shown, /(?<!\\)[[\]()<>!$:]/);
    }
  });

  it('tells what a word of a step means', () => {
    const text = '---\nid: CHG-1\ntype: change\n---\n- [ ] Copy <!-- step: backup takes=10m -->\n';
    const at = (word: string) => hoverAt(text, text.indexOf(word) + 1, inputOf())?.markdown ?? '';
    assert.match(at('takes='), /^\*\*takes\*\* · dura {2}\nHow long it takes/);
    assert.equal(at('backup'), '');
  });

  it('says nothing about words that mean nothing', () => {
    for (const text of [
      `${fence}title: some |words\n---\n`,
      `${fence}---\nplain wo|rds\n`,
      `${fence}what|ever: x\n---\n`,
      '|',
      'CHG-|9',
    ])
      assert.equal(markdown(text), undefined, text);
    assert.equal(hovered('# a comment about CHG-2026-000|1', { kind: 'config' }), undefined);
  });
});
