import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type NewReport, newReportSchema } from '../../src/core/report/newReport';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const config = 'timezone: Europe/Madrid\napprovals: [{ roles: [quality_assurance, operations] }]\n';

function done(id: string, end: string, more: string): string {
  return `---
id: ${id}
type: change
status: done
deployment_type: 2
environments: [PRO]
outcome: successful
${more}
actual: { start: ${end}, end: ${end} }
---
# ${id}
`;
}

const files = {
  '.changebook/config.yaml': config,
  'changes/CHG-2025-0001.md': done(
    'CHG-2025-0001',
    '2025-10-01 21:00',
    'components: [{ name: portal, from: "4.1.0", to: "4.2.0" }]\nrelease: { version: "4.2.0", tag: portal-4.2.0, branch: release/4.2 }',
  ),
  'changes/CHG-2025-0002.md': done(
    'CHG-2025-0002',
    '2025-11-01 21:00',
    'components: [{ name: portal, from: "4.2.0", to: "4.2.1" }]',
  ),
  'changes/CHG-2025-0003.md': done(
    'CHG-2025-0003',
    '2025-11-02 21:00',
    'components: [{ name: portal, from: "4.2.1", to: "9.9.9" }]',
  ).replace('successful', 'rolled_back'),
};

const procedure = `---
id: PROC-URGENT
type: procedure
version: 1.0.0
defaults: { change_type: emergency, schedule: { duration: 30m } }
---
# Urgent

## 1. Deploy

- [ ] Deployed

## Rollback

- [ ] Taken back
`;

function made(folder: string, ...args: string[]): NewReport {
  const { code, out, err } = changebook(['new', 'hotfix', ...args, '--format', 'json'], folder);
  assert.equal(code, 0, err);
  return newReportSchema.parse(JSON.parse(out));
}

function as(folder: string, name: string): void {
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', `${name.toLowerCase()}@example.org`);
}

function gate(folder: string, ...args: string[]): string {
  const { out } = changebook(['gate', ...args, '--format', 'json'], folder);
  const { allowed, changes } = JSON.parse(out) as {
    allowed: boolean;
    changes: { reasons: { code: string; rule?: string }[] }[];
  };
  return [allowed, ...changes.flatMap(({ reasons }) => reasons.map(({ code, rule }) => rule ?? code))].join(
    ' ',
  );
}

describe('changebook new hotfix', () => {
  it('may be deployed after it and the approval of somebody else, both pushed', () => {
    const first = repositoryOf(files, 'Ana');
    const around = folderOf({});
    const [bare, theirs] = [path.join(around, 'bare.git'), path.join(around, 'theirs')];
    git(around, 'clone', '--quiet', '--bare', first, bare);
    git(first, 'remote', 'add', 'origin', bare);
    git(first, 'fetch', '--quiet');
    git(first, 'branch', '--quiet', '--set-upstream-to=origin/main');
    const { id, file, commit, push, emergency } = made(first, '--title', 'Login fails', '--push');
    assert.deepEqual([push?.outcome, push?.commit], ['pushed', commit]);
    assert.deepEqual(
      emergency?.roles.map(({ role }) => role),
      ['quality_assurance', 'operations'],
    );
    assert.deepEqual(emergency?.shut, []);
    assert.deepEqual(emergency?.due.map(({ rule }) => rule).sort(), [
      ...['agreement/missing', 'approval/missing', 'closure/justification'],
      ...['notify/start', 'release/tag'],
    ]);
    const text = readFileSync(path.join(first, file), 'utf8');
    assert.match(text, /^status: to_be_released$/m);
    assert.match(text, /^change_type: emergency$/m);
    assert.match(text, /^requested_by: Ana$/m);
    // What was rolled back does not run.
    assert.match(text, /^ {2}- \{ name: portal, from: "4\.2\.1", to: "4\.2\.2" \}$/m);
    assert.match(text, /^release: \{ version: "4\.2\.2", tag: portal-4\.2\.2, branch: release\/4\.2 \}$/m);
    assert.match(text, /^rollback: \{ to: "4\.2\.1" \}$/m);
    assert.doesNotMatch(text, /TBD/);
    git(around, 'clone', '--quiet', bare, theirs);
    as(theirs, 'Bea');
    assert.equal(gate(theirs, '--environment', 'PRO'), 'false approval/missing');
    const approved = changebook(['approve', id, '--role', 'operations', '--push'], theirs);
    assert.equal(approved.code, 0, approved.err);
    assert.equal(gate(theirs, '--environment', 'PRO'), 'true');
    assert.equal(gate(theirs, '--tag', 'portal-4.2.2'), 'true');
    assert.match(git(bare, 'log', '--format=%s', 'main'), /approve as operations\n.*add "Login fails"/);
  });

  it('is approved by nobody who takes part in it, and stands back where it meets another one', () => {
    const folder = repositoryOf(files, 'Ana');
    const { id } = made(folder, '--title', 'Login fails', '--requested-by', 'Carla');
    const own = changebook(['approve', id, '--role', 'operations'], folder);
    assert.deepEqual([own.code, own.out], [1, '']);
    const second = made(folder, '--title', 'Search fails', '--start', 'in 10 min');
    assert.deepEqual(
      second.emergency?.shut.map(({ rule }) => rule),
      ['schedule/conflict'],
    );
    as(folder, 'Bea');
    for (const one of [id, second.id])
      assert.equal(changebook(['approve', one, '--role', 'operations'], folder).code, 0);
    const both = gate(folder, '--environment', 'PRO');
    assert.equal(both, 'false schedule/conflict notYet schedule/conflict');
  });

  it('asks only for what cannot be known, and follows the procedure for emergencies', () => {
    const customer = (name: string): string =>
      `name: ${name}\nenvironments: [{ name: PRO, production: true }]\n`;
    const folder = repositoryOf(
      {
        '.changebook/config.yaml':
          'timezone: Europe/Madrid\nlanguage: es\nemergency: { approvals: [operations] }\napprovals: [{ roles: [operations], holders: { operations: [Ana, Bea] } }]\n',
        '.changebook/customers/acme.yaml': customer('Acme'),
        '.changebook/customers/beta.yaml': `${customer('Beta')}managed_by: partner\npartner: { name: P }\n`,
        'PROC-URGENT.md': procedure,
      },
      'Ana',
    );
    const lacking = changebook(['new', 'emergencia'], folder);
    assert.deepEqual([lacking.code, lacking.err], [2, 'changebook: Di qué falla (--title).\n']);
    const { out, err } = changebook(['new', 'hotfix', '--title', 'Caída', '--start', 'ahora'], folder);
    assert.match(
      out,
      /En PRO, desde .*\n.*\n {2}changebook approve CHG-\d{4}-0001 --role operations {2}\(Bea\)\nQueda para/,
    );
    assert.match(err, /«ahora» es el /);
    const file = git(folder, 'show', '--name-only', '--format=').trim();
    const text = readFileSync(path.join(folder, file), 'utf8');
    assert.match(text, /^(?:customer|cliente): acme$/m);
    assert.match(text, /^(?:procedure|procedimiento): PROC-URGENT@1\.0\.0$/m);
    assert.match(text, /(?:duration|duracion): 30m \}$/m);
    assert.match(text, /Taken back/);
    writeFileSync(path.join(folder, '.changebook/customers/gamma.yaml'), customer('Gamma'));
    const which = changebook(['new', 'hotfix', '--title', 'Otra'], folder);
    assert.deepEqual(
      [which.code, which.err],
      [2, 'changebook: Di para qué cliente (--customer): acme, gamma.\n'],
    );
  });
});
