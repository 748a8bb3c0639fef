import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ActionReport, actionReportSchema } from '../../src/core/report/actionReport';
import { changebook, checkJson } from './program';
import { git, repositoryOf } from './repository';

const now = ['--now', '2026-11-16T12:00+01:00'];
const record = `---
id: CHG-2026-0001
tipo: cambio
solicitante: Marta López
---
# Título
`;

function repository(): string {
  const config = { '.changebook/config.yaml': 'timezone: Europe/Madrid\n' };
  return repositoryOf({ ...config, 'CHG-2026-0001.md': record }, 'Rita Mas');
}

function approve(folder: string, ...args: string[]): { code: number | null; report: ActionReport } {
  const call = ['approve', 'CHG-2026-0001', '--format', 'json', ...args, ...now];
  const { code, out } = changebook(call, folder);
  return { code, report: actionReportSchema.parse(JSON.parse(out)) };
}

describe('changebook approve', () => {
  it('commits a decision that is bound to the content, by whoever git says is at work', () => {
    const folder = repository();
    const { code, report } = approve(folder, '--role', 'operaciones');
    assert.equal(code, 0, report.message);
    assert.deepEqual([report.role, report.by, report.outcome], ['operations', 'Rita Mas', 'committed']);
    const subject = git(folder, 'log', '-1', '--format=%s').trim();
    assert.equal(subject, 'CHG-2026-0001: approve as operations');
    const rules = checkJson(['--now', '2026-11-16T12:00+01:00'], folder).findings.map(({ rule }) => rule);
    assert.ok(!rules.some((rule) => rule.startsWith('approval/')), rules.join());
    assert.equal(approve(folder, '--role', 'operations').report.outcome, 'unchanged');
  });

  it('says what was edited since, as long as git knows what was approved', () => {
    const folder = repository();
    approve(folder, '--role', 'peer');
    const file = path.join(folder, 'CHG-2026-0001.md');
    const edited = readFileSync(file, 'utf8')
      .replace('---\n', '---\ntags: [x]\n')
      .replace('# Título', '# Título\n\n## Reversión\n\nNinguna.');
    execFileSync('tee', [file], { input: edited, stdio: ['pipe', 'ignore', 'inherit'] });
    const said = (language: string): string =>
      checkJson(['--now', '2026-11-16T12:00+01:00', '--language', language], folder).findings.find(
        ({ rule }) => rule === 'approval/stale',
      )?.message ?? '';
    assert.match(said('en'), /Rita Mas approved as peer was edited since: tags, Reversión/);
    assert.match(said('es'), /Rita Mas aprobó como par se ha editado desde entonces: etiquetas, Reversión/);
  });

  it('takes the one role that whoever commits holds of those still needed, and guesses nothing else', () => {
    const rows = (holders: string): string => `timezone: Europe/Madrid
approvals: [{ roles: [peer, operations], holders: { ${holders} } }]
`;
    const roleOf = (holders: string, who: string, ...args: string[]): string | null | undefined => {
      const folder = repositoryOf(
        { '.changebook/config.yaml': rows(holders), 'CHG-2026-0001.md': record },
        who,
      );
      for (const role of args) approve(folder, '--role', role);
      const { code, out, err } = changebook(['approve', 'CHG-2026-0001', ...now], folder);
      assert.equal(code, out === '' ? 2 : 0, err);
      if (out !== '') assert.match(err, /the only one that you hold/);
      return /approve as (\w+)/.exec(out)?.[1] ?? /\(--role\): (.+)\./.exec(err)?.[1];
    };
    assert.equal(roleOf('peer: [Rita Mas], operations: [Ben Oak]', 'Rita Mas'), 'peer');
    assert.equal(roleOf('peer: [Rita Mas], operations: [Rita Mas]', 'Rita Mas'), 'peer, operations');
    assert.equal(roleOf('peer: [Rita Mas], operations: [Rita Mas]', 'Rita Mas', 'peer'), 'operations');
    assert.equal(roleOf('peer: [Rita Mas]', 'Rita Mas'), 'peer, operations', 'anybody may be operations');
    assert.equal(roleOf('peer: [Ana Gil], operations: [Ben Oak]', 'Rita Mas'), 'peer, operations');
    const folder = repositoryOf(
      {
        '.changebook/config.yaml': rows('peer: [Marta López], operations: [Ben Oak]'),
        'CHG-2026-0001.md': record,
      },
      'Marta López',
    );
    assert.equal(approve(folder).report.code, 'selfApproval', 'she asked for the change');
  });

  it('refuses whoever asked for the change, and writes nothing on a dry run', () => {
    const folder = repository();
    const refused = approve(folder, '--role', 'peer', '--by', 'Marta López');
    assert.deepEqual([refused.code, refused.report.code], [1, 'selfApproval']);
    assert.equal(approve(folder, '--role', 'peer', '--dry-run').report.outcome, 'planned');
    assert.equal(readFileSync(path.join(folder, 'CHG-2026-0001.md'), 'utf8'), record);
    assert.equal(changebook(['approve', 'CHG-2026-0001', '--role', 'king', ...now], folder).code, 2);
  });
});
