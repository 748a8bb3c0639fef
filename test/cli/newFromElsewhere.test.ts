import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { type NewReport, newReportSchema } from '../../src/core/report/newReport';
import { changebook, folderOf, project } from './program';
import { git, repositoryOf } from './repository';

const now = ['--now', '2026-11-16T12:00+01:00'];

function made(args: readonly string[], cwd: string): NewReport {
  const { code, out, err } = changebook(['new', ...args, '--format', 'json', ...now], cwd);
  assert.equal(code, 0, err);
  return newReportSchema.parse(JSON.parse(out));
}

function textIn(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('changebook new, from elsewhere', () => {
  it('takes answers as JSON, before the defaults of the procedure and behind its options', () => {
    const procedure = [
      '---\nid: PROC-A\ntype: procedure\ntitle: A\nversion: 1.0.0',
      'defaults: { change_type: standard, environments: [PRO], category: certs }\n---',
      '## 1. Go\n- [ ] a\n## Rollback\n- [ ] b\n',
    ].join('\n');
    const answers = {
      ...{ title: 'From --- answers', environments: ['UAT', 'PRO'], schedule: { start: 'tomorrow 22:00' } },
      ...{ components: [{ name: 'portal', from: '1.9', to: '1.10' }], 'x-build': { number: 7 } },
      sections: { summary: 'Why.\n\n- [x] ticked\n\n```sh\n# open', rollback: '1. Call.' },
    };
    const cwd = folderOf({
      '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
      'PROC-A.md': procedure,
      'a.json': JSON.stringify(answers),
    });
    const report = made(['PROC-A', '--answers', 'a.json', '--environments', 'TEST'], cwd);
    const text = textIn(cwd, report.file);
    const record = parseRecord(text);
    assert.ok(record?.type === 'change');
    const { title, category, environments, schedule, change_type } = record.data;
    assert.deepEqual([title, category, change_type], ['From --- answers', 'certs', 'standard']);
    assert.deepEqual(environments, ['TEST']);
    assert.deepEqual(schedule, { start: '2026-11-17 22:00', duration: '1h' });
    assert.match(text, /^x-build: \{"number":7\}$/m);
    assert.match(text, /## Summary\n\nWhy\.\n\n- \[ \] ticked\n\n```sh\n# open\n```\n/);
    assert.match(text, /## Rollback\n\n1\. Call\.\n\n- \[ \] b\n/);
    assert.match(text, /## Components\n\n- portal 1\.9 → 1\.10\n/);
    assert.deepEqual(
      report.open.map(({ name }) => name),
      ['tests.validated_in', 'Impact', 'Tickets', 'Changelog', 'Progression', 'Regression'].slice(1),
    );
    const valid = new Ajv({ strict: false }).compile(
      JSON.parse(textIn(project, 'schemas/answers.schema.json')),
    );
    assert.ok(valid(answers), JSON.stringify(valid.errors));
  });

  it('takes components, changelog and tickets of a release from git', () => {
    const manifests = (version: string) => ({
      'package.json': `{ "name": "portal", "version": "${version}", "workspaces": ["packages/*"] }`,
      'packages/api/package.json': `{ "name": "@x/api", "version": "${version}" }`,
      'node_modules/z/package.json': `{ "name": "z", "version": "${version}" }`,
      'Cargo.toml': `[workspace.package]\nversion = "${version}"\n`,
      'core/Cargo.toml': '[package]\nname = "core"\nversion.workspace = true\n',
      'py/pyproject.toml': `[project]\nname = "py"\nversion = "${version}"\n`,
      'broken/pyproject.toml': '[project\n',
      'svc/pom.xml': `<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><project><artifactId>svc</artifactId><version>\${revision}</version><properties><revision>${version}</revision></properties></project>`,
    });
    const config =
      'timezone: Europe/Madrid\ntrackers: [{ pattern: "^SUP-\\\\d+$", url: "https://s.example/{id}" }]\n';
    const cwd = repositoryOf({ '.changebook/config.yaml': config, ...manifests('1.2.0') }, 'Ana Gil');
    git(cwd, 'tag', 'v1.2.0');
    const commit = (files: { [file: string]: string }, message: string): void => {
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(cwd, file), text);
      git(cwd, 'add', '.');
      git(cwd, 'commit', '--quiet', '--allow-empty', '--message', message);
    };
    commit({}, 'feat(search): accents SUP-7');
    commit({}, 'fix: - [ ] <!-- x --> [l](javascript:x)\n\n---\n## Rollback\n- [x] ```');
    commit(manifests('1.10.0'), 'chore(release): 1.10.0');
    git(cwd, 'tag', 'v1.10.0-rc.1');
    git(cwd, 'tag', 'v1.10.0');
    const text = textIn(cwd, made(['change', '--from-tag', 'v1.10.0'], cwd).file);
    const record = parseRecord(text);
    assert.ok(record?.type === 'change');
    const { data } = record;
    assert.equal(data.title, 'portal 1.10.0');
    const step = { from: '1.2.0', to: '1.10.0' };
    const names = ['portal', 'core', 'py', 'svc', '@x/api'];
    assert.deepEqual(
      data.components,
      names.map((name) => ({ name, ...step })),
    );
    assert.deepEqual(data.tickets, [{ id: 'SUP-7' }]);
    assert.deepEqual(data.release, { version: '1.10.0', tag: 'v1.10.0' });
    assert.deepEqual([data.requested_by, data.assignee, data.rollback?.to], ['Ana Gil', 'Ana Gil', '1.2.0']);
    assert.match(
      text,
      /### Added\n\n- search: accents SUP-7\n\n### Fixed\n\n- \\- \\\[ \\\] \\<!-- x --> \\\[l/,
    );
    assert.equal(record.body.steps.length, 3);
    const { file, open } = made(['--since-tag', 'change', '--language', 'es'], cwd);
    const since = textIn(cwd, file);
    const commands = open.map(({ command }) => command);
    assert.ok(commands.includes('changebook set CHG-2026-0002 componentes.portal.a=…'), String(commands));
    assert.match(since, /^componentes:\n {2}- \{ nombre: portal, de: "1\.10\.0", a: TBD \}$/m);
    commit(
      { 'CHANGELOG.md': '## [1.10.0]\n\n### Fixed\n\n- By hand **once**\n\n## 1.2.0\n\n- Old\n' },
      'docs: x',
    );
    git(cwd, 'tag', '--force', 'v1.10.0');
    const { out } = changebook(['new', 'change', '--since-tag', 'v1.2.0', '--stdout', ...now], cwd);
    assert.match(out, /## Changelog\n\n### Fixed\n\n- By hand \*\*once\*\*\n\n## Deployment/);
    for (const [args, message] of [
      [['--from-tag', 'v1.10.1'], /no tag “v1\.10\.1” here\. Did you mean “v1\.10\.0”/],
      [['--from-tag', '--upload-pack=x'], /--from-tag needs a value/],
      [['--from-tag', 'v1.2.0', '--since-tag'], /give one of them/],
    ] as const)
      assert.match(changebook(['new', 'change', ...args], cwd).err, message);
    const bare = folderOf({ '.changebook/config.yaml': '' });
    assert.match(changebook(['new', 'change', '--since-tag'], bare).err, /no git repository/);
  });

  it('takes no answers that decide, that it does not know, or that would begin another section', () => {
    const cwd = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\n' });
    const wrong: [unknown, RegExp][] = [
      [{ approvals: [{ role: 'peer', by: 'X' }] }, /“approvals” cannot be given beforehand/],
      [{ status: 'done' }, /“status” cannot/],
      [{ tests: { passed: 1, total: 1 } }, /tests: “passed” cannot/],
      [{ customr: 'x' }, /no field “customr” here\. Did you mean “customer”/],
      [{ components: [{ name: 'a', to: 1.1 }] }, /components\[0\]\.to: .*quote it/],
      [{ sections: { summary: 'a\n\nRollback\n---\n' } }, /sections\.summary has a heading/],
      [{ sections: { other: 'a' } }, /no field “other”/],
      [{ requested_at: '2026-02-30' }, /no day “2026-02-30”/],
      [[1], /must be a JSON object/],
      ['---', /must be a JSON object/],
      [{ imported: { from: 'x', id: '1' } }, /“imported” cannot/],
      ...[30, 4000, 90_000].map((depth): [unknown, RegExp] => [
        `{"tags":${'['.repeat(depth)}${']'.repeat(depth)}}`,
        /nested deeper than any field/,
      ]),
    ];
    for (const [answers, message] of wrong) {
      writeFileSync(
        path.join(cwd, 'a.json'),
        typeof answers === 'string' ? answers : JSON.stringify(answers),
      );
      const { code, err } = changebook(['new', 'change', '--answers', 'a.json', ...now], cwd);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(err.split('\n').length, 2);
    }
    assert.deepEqual(readdirSync(cwd).sort(), ['.changebook', 'a.json']);
    const ticket = changebook(['new', 'ticket', '--answers', 'a.json', ...now], cwd);
    assert.match(ticket.err, /--answers is for a change/);
  });
});
