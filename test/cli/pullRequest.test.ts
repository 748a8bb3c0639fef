import { strict as assert } from 'node:assert';
import { gateReportSchema } from '../../src/core/report/gateReport';
import { changebook, checkJson, lines } from './program';
import { diffJson, edit, git, now, pullRequest, record, told } from './pullRequest';

describe('A pull request that forges and loosens', () => {
  it('is told in the words of the domain, what it loosens first', () => {
    const folder = pullRequest();
    const report = diffJson(folder, 'main');
    assert.deepEqual(
      report.loosened.map(({ kind, about }) => `${kind} ${about}`),
      ['rule-off schedule/business-hours'],
    );
    assert.deepEqual(told(report), [
      'status  · Eva Mas',
      'window  · Mal Ferrer',
      'approved operations · Mal Ferrer',
      'ticked Back up the database · Eva Mas',
      'component-changed portal · Mal Ferrer',
    ]);
    assert.deepEqual(
      report.records[0]?.meets.map(({ rule, severity }) => [rule, severity]),
      [['schedule/freeze', 'error']],
    );
    const { out } = changebook(['diff', 'main', ...now], folder);
    assert.match(out, /^Loosened\n {2}Rule schedule\/business-hours switched off \(it was error\)\n\n/);
    assert.match(
      out,
      /^ {2}Window moved from 2026-11-24 22:00 \(1h\) to 2026-12-22 15:00 \(1h\) {2}Mal Ferrer [0-9a-f]{9}$/m,
    );
    assert.match(
      out,
      /^ {2}With its new window: The window lies in the freeze from 2026-12-18 to 2027-01-07/m,
    );
    const spanish = changebook(
      ['diff', 'main', ...now, '--language', 'es', '--format', 'markdown'],
      folder,
    ).out;
    assert.ok(spanish.indexOf('Relajado') < spanish.indexOf('Ventana'), spanish);
    assert.match(
      spanish.replaceAll('\\', ''),
      /^- Aprobado como operaciones por ops@example\.org — Mal Ferrer /m,
    );
    assert.equal(
      changebook(['diff', 'main', ...now, '--language', 'es', '--format', 'markdown'], folder).out,
      spanish,
    );
  });

  it('fails the check on what it brings, its loosening by the rules from before', () => {
    const folder = pullRequest();
    edit(folder, '.changebook/config.yaml', ['rules:\n', 'rules:\n  config/loosened: "off"\n']);
    const report = checkJson(['--since', 'main', ...now], folder);
    assert.equal(report.code, 1);
    const brought = lines(report).filter((line) => / (error|warning) /.test(line));
    assert.deepEqual(brought, [
      '.changebook/config.yaml:8:3 error config/loosened',
      `${record}:9:20 error schedule/freeze`,
      `${record}:14:13 error approval/unbound`,
      `${record}:15:13 error approval/unbound`,
      `${record}:15:29 error approval/unverified`,
      `${record}:21:3 warning checklist/unattributed`,
    ]);
    const loosened = report.findings.find(({ rule }) => rule === 'config/loosened');
    assert.match(
      loosened?.message ?? '',
      /switched off .*, in the same change as CHG-2026-0042, .* schedule\/business-hours/,
    );
    const forged = report.findings.find(({ rule }) => rule === 'approval/unverified');
    assert.match(
      forged?.message ?? '',
      /^Mal Ferrer committed this approval as operations, not ops@example\.org \([0-9a-f]{9}\)/,
    );
    // Alone, the same configuration is nobody's profit.
    git(folder, 'Ana', 'checkout', '--quiet', 'main', '--', record);
    assert.ok(
      !lines(checkJson(['--since', 'main', ...now], folder)).some((line) => line.includes('loosened')),
    );
  });

  it('is in each report, and shut out by the gate', () => {
    const folder = pullRequest();
    const since = ['check', '--since', 'main', ...now, '--format'];
    for (const format of ['github', 'sarif', 'gitlab', 'junit', 'markdown', 'json']) {
      const { out, code } = changebook([...since, format], folder);
      assert.equal(code, 1, format);
      for (const rule of ['config/loosened', 'approval/unverified', 'schedule/freeze'])
        assert.ok(out.includes(rule), `${format}: ${rule}`);
    }
    const gate = changebook(
      ['gate', 'CHG-2026-0042', '--now', '2026-12-22T15:30+01:00', '--format', 'json'],
      folder,
    );
    assert.equal(gate.code, 1, gate.err);
    const reasons = gateReportSchema.parse(JSON.parse(gate.out)).changes.flatMap((one) => one.reasons);
    const rules = reasons.map(({ rule }) => rule);
    assert.ok(rules.includes('schedule/freeze') && rules.includes('approval/unverified'), gate.out);
  });
});
