import { strict as assert } from 'node:assert';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { type NewReport, newReportSchema } from '../../src/core/report/newReport';
import { changebook, checkJson, folderOf, project } from './program';

const moment = '2026-11-16T12:00+01:00';
const now = ['--now', moment];
const folder = path.join(project, 'examples/procedures');
/** Those that changes are made from. */
const procedures = readdirSync(folder).filter(
  (name) => !/^retirado: true/m.test(readFileSync(path.join(folder, name), 'utf8')),
);

function example(): string {
  const cwd = folderOf({});
  cpSync(path.join(project, 'examples'), cwd, { recursive: true });
  return cwd;
}

function made(args: readonly string[], cwd: string): NewReport {
  const { code, out, err } = changebook(['new', ...args, '--format', 'json', ...now], cwd);
  assert.equal(code, 0, err);
  return newReportSchema.parse(JSON.parse(out));
}

function textIn(cwd: string, file: string): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

describe('changebook new', () => {
  it('makes a change from every procedure, in either language, without a finding but placeholders', () => {
    const cwd = example();
    const files = procedures.map((name, index) => {
      const language = index % 2 === 0 ? 'es' : 'en';
      const args = ['--title', `Prueba de ${name}`, '--customer', 'ribera', '--environments', 'PRO'];
      return made([`procedures/${name}`, ...args, '--language', language], cwd).file;
    });
    assert.equal(
      files[0],
      `changes/CHG-2026-0048-prueba-de-${(procedures[0] ?? '').toLowerCase().replace('.', '-')}.md`,
    );
    const report = checkJson([...files, ...now], cwd);
    const found = report.findings.filter(({ severity }) => severity !== 'info');
    assert.ok(found.length > 0);
    for (const { rule, severity, file } of found)
      assert.deepEqual([rule, severity], ['format/placeholder', 'warning'], file);
    for (const [index, file] of files.entries()) {
      const change = parseRecord(textIn(cwd, file));
      const procedure = parseRecord(textIn(cwd, `procedures/${procedures[index]}`));
      const steps = new Set(change?.body.steps.map(({ text }) => text));
      assert.deepEqual(
        procedure?.body.steps.filter(({ text }) => !steps.has(text)),
        [],
      );
    }
  });

  it('takes the next slot that nothing speaks against, and says so for machines', () => {
    const cwd = example();
    const args = [
      'PROC-PRODUCTION',
      '--customer',
      'Ribera',
      '--environments',
      'pro',
      '--deployment-type',
      '3',
    ];
    const report = made([...args, '--next-slot', '--requested-by', 'Ana Gil'], cwd);
    const schema = JSON.parse(textIn(project, 'schemas/new.schema.json'));
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.equal(report.file, 'changes/CHG-2026-0048-deploy-to-a-customer-s-production.md');
    assert.equal(report.procedure, 'PROC-PRODUCTION@2.0.0');
    assert.match(report.start ?? '', /^20\d\d-.*\+01:00$/);
    const text = textIn(cwd, report.file);
    assert.match(text, /^customer: ribera\nenvironments: \[PRO\]$/m);
    const { findings } = checkJson([report.file, ...now], cwd);
    assert.deepEqual(
      findings.filter(({ rule, severity }) => rule.startsWith('schedule/') && severity !== 'info'),
      [],
    );
  });

  it('prints instead of writing, in the language of the procedure', () => {
    const cwd = example();
    const before = readdirSync(path.join(cwd, 'changes'));
    const { out, code } = changebook(['new', 'PROC-HOTFIX', '--emergency', '--stdout', ...now], cwd);
    assert.equal(code, 0);
    assert.match(out, /^---\nid: CHG-2026-0048\ntipo: cambio\n/);
    assert.match(out, /^tipo_cambio: emergencia$/m);
    assert.match(out, /^procedimiento: PROC-HOTFIX@1\.0\.1$/m);
    assert.deepEqual(readdirSync(path.join(cwd, 'changes')), before);
  });

  it('makes a change, a ticket and a procedure from nothing', () => {
    const cwd = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\nrecords: ["r/**/*.md"]\n' });
    const files = [
      made(['change', '--title', 'Abrir el puerto 5432'], cwd).file,
      made(['cambio', '--language', 'es', '--start', '2026-11-24 22:00'], cwd).file,
      made(['ticket', '--title', 'Search misses accents'], cwd).file,
      made(['procedure', '--title', 'Renovar certificado'], cwd).file,
    ];
    assert.deepEqual(files, [
      'r/CHG-2026-0001-abrir-el-puerto-5432.md',
      'r/CHG-2026-0002.md',
      'r/TKT-2026-0001-search-misses-accents.md',
      'r/PROC-RENOVAR-CERTIFICADO.md',
    ]);
    assert.match(textIn(cwd, files[1] ?? ''), /^programacion: { inicio: 2026-11-24 22:00, duracion: 1h }$/m);
    const { findings } = checkJson(now, cwd);
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['format/placeholder']);
  });

  it('takes moments in words, writes down which they are, and says so', () => {
    const cwd = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\nlanguage: es\n' });
    const { out, err } = changebook(['new', 'change', '--start', 'mañana 22:00', '--stdout', ...now], cwd);
    assert.match(out, /^programacion: { inicio: 2026-11-17 22:00, duracion: 1h }$/m);
    assert.equal(err, 'changebook: «mañana 22:00» es el martes, 2026-11-17 22:00 (Europe/Madrid).\n');
    const draw = [
      'timeline',
      '-o',
      '-',
      '--from',
      'tomorrow',
      '--to',
      'in 3 days',
      '--language',
      'en',
      ...now,
    ];
    const drawn = changebook(draw, cwd);
    assert.match(drawn.out, /<title>Calendar of deployments, 17–19 November 2026</);
    assert.match(
      drawn.err,
      /“tomorrow” is Tuesday, 2026-11-17\.\n.*“in 3 days” is Thursday, 2026-11-19\.\n$/,
    );
  });

  it('follows up another change, where that one went', () => {
    const cwd = example();
    const { file } = made(['change', '--title', 'Again', '--supersedes', 'CHG-2026-0041'], cwd);
    const change = parseRecord(textIn(cwd, file));
    assert.ok(change?.type === 'change');
    const { supersedes, customer, environments } = change.data;
    assert.deepEqual([supersedes, customer, environments], ['CHG-2026-0041', 'ribera', ['PRO']]);
    const wrong = changebook(['new', 'change', '--supersedes', 'PROC-RELEASE', ...now], cwd);
    assert.deepEqual([wrong.code, /“PROC-RELEASE” is not a change/.test(wrong.err)], [2, true], wrong.err);
  });

  it('never writes over a file that is there', () => {
    const mine = 'My own words.\n';
    const cwd = folderOf({ '.changebook/config.yaml': '', 'CHG-2026-0001.md': mine });
    const { code, err } = changebook(['new', 'change', ...now], cwd);
    assert.equal(code, 2);
    assert.match(
      err,
      /^changebook: CHG-2026-0001\.md: there is such a file already; nothing was written\.\n$/,
    );
    assert.equal(textIn(cwd, 'CHG-2026-0001.md'), mine);
  });

  it('ends with 2 on what cannot be, 1 where its partner alone serves a customer, and says what could', () => {
    const cwd = example();
    const before = readdirSync(path.join(cwd, 'changes'));
    const calls: [string[], RegExp][] = [
      [[], /one procedure/],
      [['PROC-NONE'], /PROC-NONE/],
      [['CHG-2026-0045'], /not a procedure/],
      [['change', '--customer', 'nobody'], /ribera/],
      [['change', '--customer', 'altiplano'], /Andes Digital/],
      [['change', '--customer', 'ribera', '--environments', 'PRO,LAB'], /“LAB”.*UAT/],
      [['change', '--deployment-type', '5'], /1, 2, 3, 4/],
      [['change', '--change-type', 'urgent'], /emergency/],
      [['change', '--start', 'tomorrow'], /tomorrow 22:00/],
      [['change', '--start', 'monday 21:00'], /2026-11-16 or 2026-11-23/],
      [['change', '--start', '24/11/2026 22:00'], /2026-11-24 22:00/],
      [['change', '--duration', 'long'], /1h30m/],
      [['procedure'], /--title/],
    ];
    for (const [args, wanted] of calls) {
      const { code, err } = changebook(['new', ...args, ...now], cwd);
      assert.equal(code, args.includes('altiplano') ? 1 : 2, args.join(' '));
      assert.match(err, /^changebook: .+\n$/);
      assert.match(err, wanted);
    }
    assert.deepEqual(readdirSync(path.join(cwd, 'changes')), before);
    const { err } = changebook(['new', 'change', '--customer', 'x', '--language', 'es', ...now], cwd);
    assert.match(err, /No existe el cliente/);
  });
});
