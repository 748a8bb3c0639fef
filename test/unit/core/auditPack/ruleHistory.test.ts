import { strict as assert } from 'node:assert';
import {
  type ConfigVersion,
  configHistory,
  inForce,
  type ProcedureVersion,
  procedureHistory,
  type RuleCommit,
  type RuleLoosening,
} from '../../../../src/core/auditPack/ruleHistory';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';

const file = '.changebook/config.yaml';

function made(at: number): RuleCommit {
  return {
    commit: String(at).repeat(40).slice(0, 40),
    at,
    by: [`P${at} <p${at}@example.org>`],
    subject: 'x',
  };
}

function versions(...texts: readonly string[]): ConfigVersion[] {
  return texts.map((text, at) => ({ made: made(at), texts: [{ file, text }], guarded: [] }));
}

/** Each loosening: since, until, and what. */
function told(history: readonly RuleLoosening[]): string[] {
  return history.map(({ made: { at }, ended, text }) => `${at}–${ended?.at ?? ''} ${text.en}`);
}

describe('The history of the rules', () => {
  it('has each loosening from the commit that made it to the one that ended it', () => {
    const rule = (severity: string): string => `rules: { schedule/friday: ${severity} }\n`;
    assert.deepEqual(told(configHistory(versions(rule('error'), rule('"off"'), rule('error')))), [
      '1–2 Rule schedule/friday switched off (it was error)',
    ]);
    assert.deepEqual(
      told(configHistory(versions(rule('error'), rule('"off"'), rule('warning'), rule('error')))),
      [
        // Lowered is still loosened.
        '1–3 Rule schedule/friday switched off (it was error)',
      ],
    );
    assert.deepEqual(told(configHistory(versions(rule('error'), rule('warning'), rule('"off"')))), [
      '1– Rule schedule/friday lowered from error to warning',
      '2– Rule schedule/friday switched off (it was warning)',
    ]);
  });

  it('keeps roles, holders and freezes apart by what they are', () => {
    const holders = (people: string): string =>
      `approvals: [{ roles: [peer], holders: { peer: [${people}] } }]\n`;
    assert.deepEqual(
      told(
        configHistory(
          versions(holders('Nil'), holders('Nil, Eva'), holders('Nil, Eva, Joan'), holders('Nil, Joan')),
        ),
      ),
      ['1–3 Holds the role peer now: Eva', '2– Holds the role peer now: Joan'],
    );
    const freeze = (...days: readonly string[]): string =>
      `freezes: [${days.map((day) => `{ from: ${day}, to: ${day} }`).join(', ')}]\n`;
    const both = freeze('2026-12-24', '2026-12-31');
    assert.deepEqual(
      configHistory(versions(both, freeze('2026-12-31'), freeze(), both)).map(({ made: { at }, ended }) => [
        at,
        ended?.at,
      ]),
      [
        [1, 3],
        [2, 3],
      ],
    );
  });

  it('has what a deleted configuration no longer asked for', () => {
    const gone: ConfigVersion = { made: made(1), texts: [], guarded: [] };
    const [first = assert.fail()] = versions('approvals: [{ roles: [peer] }]\n');
    const again = { ...first, made: made(2) };
    const roles = told(configHistory([first, gone, again])).filter((text) => text.includes('approves'));
    assert.deepEqual(roles, ['1–2 No longer approves: peer (*)']);
  });

  it('has attributes that hide files, until their line goes', () => {
    const guarded = (before: string, after: string) => [{ file: '.gitattributes', before, after }];
    const line = '*.md -diff\n';
    const history = configHistory([
      { made: made(0), texts: [], guarded: [] },
      { made: made(1), texts: [], guarded: guarded('', line) },
      { made: made(2), texts: [], guarded: guarded(line, '') },
    ]);
    assert.deepEqual(told(history), ['1–2 git treats other files in another way: *.md -diff']);
  });

  it('has gates and evidence that procedures gave up', () => {
    const record = (gates: string) =>
      parseRecord(
        `---\nid: PROC-A\ntype: procedure\nversion: "1.0.0"\n${gates}---\n# A\n\n## Steps\n\n- [ ] Backup <!-- step: backup evidence -->\n- [ ] Go <!-- step: go -->\n`,
      );
    const [strict, loose] = [record('gates: [{ before: go, require: [backup] }]\n'), record('')];
    const version = (at: number, before: typeof strict, after: typeof strict): ProcedureVersion => {
      return { made: made(at), file: 'procedures/PROC-A.md', id: 'PROC-A', before, after };
    };
    const history = procedureHistory([
      version(0, undefined, strict),
      version(1, strict, loose),
      version(2, loose, strict),
    ]);
    assert.equal(history.length, 1);
    assert.match(told(history)[0] ?? '', /^1–2 PROC-A: Gate taken away: /);
    assert.match(history[0]?.text.es ?? '', /^PROC-A: Compuerta retirada: /);
  });

  it('counts for a period what was in force in it, though it is older or ended at once', () => {
    const one = (from: number, to?: number): RuleLoosening => ({
      made: made(from),
      ...(to === undefined ? {} : { ended: made(to) }),
      file,
      text: { en: '', es: '' },
    });
    const all = [one(1), one(1, 4), one(1, 5), one(6, 7), one(9), one(10)];
    assert.deepEqual(
      inForce(all, { start: 5, end: 10 }).map(({ made: { at }, ended }) => [at, ended?.at]),
      [
        [1, undefined],
        [1, 5],
        [6, 7],
        [9, undefined],
      ],
    );
  });
});
