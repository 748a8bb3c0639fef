import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson, folderOf, lines, project, ticket } from './program';

const config = { '.changebook/config.yaml': 'timezone: Europe/Madrid\n' };

describe('changebook check', () => {
  it('reports what is wrong at its place, in order, and ends with 1', () => {
    const folder = folderOf({
      ...config,
      'b/TKT-2.md': ticket('TKT-2', 'severity: majr\nchange: CHG-9\n'),
      'a/TKT-1.md': ticket('TKT-1', 'titel: x\n'),
    });
    const report = checkJson([], folder);
    assert.deepEqual(lines(report), [
      'a/TKT-1.md:4:1 error format/field',
      'b/TKT-2.md:4:11 error format/field',
      'b/TKT-2.md:5:9 error links/record',
    ]);
    assert.deepEqual(report.summary, { files: 3, records: 2, errors: 3, warnings: 0, infos: 0 });
    assert.equal(report.code, 1);
    assert.deepEqual(report.findings[0]?.end, { line: 4, column: 6 });
    assert.equal(report.findings[0]?.fixable, true);
    assert.ok(readFileSync(path.join(project, report.findings[0]?.docs ?? '')).length > 0);
  });

  it('ends with 0 when nothing is wrong, and with 1 on more warnings than allowed', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'related: [PROC-NONE]\n') });
    const { code, out } = changebook(['check'], folder);
    assert.equal(code, 0);
    assert.match(out, /^0 errors, 1 warning, 0 infos in 1 record \(1 file\)\.$/m);
    assert.match(
      changebook(['check', '--language', 'es'], folder).out,
      /^0 errores, 1 advertencia, 0 informaciones en 1 registro \(1 fichero\)\.$/m,
    );
    assert.equal(changebook(['check', '--max-warnings', '1'], folder).code, 0);
    assert.equal(changebook(['check', '--max-warnings', '0'], folder).code, 1);
  });

  it('lists the named paths only, and still resolves what they name', () => {
    const folder = folderOf({
      ...config,
      'in/TKT-1.md': ticket('TKT-1', 'related: [TKT-2, TKT-3]\n'),
      'out/TKT-2.md': ticket('TKT-2', 'titel: x\n'),
    });
    assert.deepEqual(lines(checkJson(['in'], folder)), ['in/TKT-1.md:4:18 warning links/record']);
    assert.deepEqual(lines(checkJson(['TKT-1.md'], path.join(folder, 'in'))), [
      'TKT-1.md:4:18 warning links/record',
    ]);
    assert.deepEqual(lines(checkJson(['../in'], path.join(folder, 'out'))), [
      '../in/TKT-1.md:4:18 warning links/record',
    ]);
  });

  it('takes nested workspaces for themselves where the outer configuration names them', () => {
    const inner = {
      'TKT-1.md': ticket('TKT-1'),
      'inner/.changebook/config.yaml': 'timezone: Europe/London\n',
      'inner/TKT-1.md': ticket('TKT-1', 'related: [TKT-2]\n'),
    };
    for (const nested of ['nested: [inner]', 'anidados: "i*/"']) {
      const folder = folderOf({ '.changebook/config.yaml': `timezone: UTC\n${nested}\n`, ...inner });
      assert.deepEqual(lines(checkJson([], folder)), []);
      assert.deepEqual(lines(checkJson(['.'], folder)), ['inner/TKT-1.md:4:11 warning links/record']);
      assert.deepEqual(lines(checkJson(['inner/TKT-1.md'], folder)), [
        'inner/TKT-1.md:4:11 warning links/record',
      ]);
    }
    const folder = folderOf(inner);
    assert.deepEqual(lines(checkJson([], folder)), []);
    assert.deepEqual(lines(checkJson(['inner'], folder)), ['inner/TKT-1.md:4:11 warning links/record']);
  });

  it('reports a configuration inside of a workspace that does not name it, and checks its records by its own', () => {
    const folder = folderOf({
      '.changebook/config.yaml': 'rules: { links/record: error }\nnested: [inner/*, other]\n',
      'inner/.changebook/config.yaml': 'rules: { links/record: "off" }\n',
      'inner/TKT-1.md': ticket('TKT-1', 'related: [TKT-2]\n'),
      'inner/deep/.changebook/config.yaml': 'rules: { links/record: warning }\n',
      'inner/deep/TKT-3.md': ticket('TKT-3', 'related: [TKT-4]\n'),
    });
    const found = ['inner/.changebook/config.yaml:1:1 error config/invalid'];
    assert.deepEqual(lines(checkJson([], folder)), [...found, 'inner/TKT-1.md:4:11 error links/record']);
    assert.deepEqual(lines(checkJson(['TKT-1.md'], path.join(folder, 'inner'))), [
      'TKT-1.md:4:11 error links/record',
    ]);
    // What the outer one names stands on its own, whatever lies between.
    assert.deepEqual(lines(checkJson(['inner/deep/TKT-3.md'], folder)), [
      'inner/deep/TKT-3.md:4:11 warning links/record',
    ]);
  });

  it('warns of globs of records that fit no file, once there are records', () => {
    // Folders that are called as usual wait for their first record.
    const records = 'records:\n  - "chnages/*.md"\n  - "tickets/*.md"\n  - "changes/**"\n';
    const folder = folderOf({ '.changebook/config.yaml': records, 'README.md': '# Here\n' });
    assert.deepEqual(lines(checkJson([], folder)), []);
    mkdirSync(path.join(folder, 'tickets'));
    writeFileSync(path.join(folder, 'tickets/TKT-1.md'), ticket('TKT-1'));
    for (const _ of ['read', 'recalled'])
      assert.deepEqual(lines(checkJson([], folder)), ['.changebook/config.yaml:2:5 warning config/invalid']);
  });

  it('leaves out what .gitignore names, and takes an ignored file that is named', () => {
    const folder = folderOf({
      '.gitignore': 'drafts/\n*.tmp.md\n!keep.tmp.md\n',
      'drafts/TKT-1.md': ticket('TKT-1', 'titel: x\n'),
      'a.tmp.md': ticket('TKT-2', 'titel: x\n'),
      'sub/.gitignore': 'TKT-3.md\n',
      'sub/TKT-3.md': ticket('TKT-3', 'titel: x\n'),
      'node_modules/TKT-4.md': ticket('TKT-4', 'titel: x\n'),
    });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    // Where nothing else is a record it is told that these are left out.
    assert.deepEqual(lines(checkJson([], folder)), ['drafts/TKT-1.md:1:1 warning config/invalid']);
    assert.deepEqual(lines(checkJson(['drafts/TKT-1.md'], folder)), [
      'drafts/TKT-1.md:4:1 error format/field',
    ]);
  });

  it('reads the globs of the configuration, and settings of rules by path', () => {
    const folder = folderOf({
      '.changebook/config.yaml':
        'records: ["r/**/*.md"]\noverrides: [{ files: ["r/old/**"], rules: { format/id: "off" } }]\n',
      'r/untyped.md': '---\nid: TKT-1\n---\n',
      'r/old/name.md': ticket('TKT-2'),
      'elsewhere/TKT-3.md': ticket('TKT-3', 'titel: x\n'),
    });
    assert.deepEqual(lines(checkJson([], folder)), [
      'r/untyped.md:2:1 error format/field',
      'r/untyped.md:2:5 warning format/id',
    ]);
    const named = changebook(['check', 'elsewhere/TKT-3.md'], folder);
    assert.match(named.err, /^changebook: elsewhere\/TKT-3\.md: not a record: the configuration’s/);
    assert.equal(named.code, 2);
  });

  it('reads standard input in the place of a file', () => {
    const folder = folderOf({ ...config, 'TKT-1.md': ticket('TKT-1'), 'TKT-2.md': ticket('TKT-2') });
    const input = ticket('TKT-2', 'related: [TKT-1, TKT-5]\n');
    assert.deepEqual(lines(checkJson(['-', '--stdin-path', 'TKT-2.md'], folder, { input })), [
      'TKT-2.md:4:18 warning links/record',
    ]);
    assert.deepEqual(lines(checkJson(['-'], folder, { input: ticket('TKT-9', 'titel: x\n') })), [
      '-:4:1 error format/field',
    ]);
  });

  it('fixes what is certain and leaves every other byte as it was', () => {
    const before =
      '\uFEFF---\r\nid: CHG-1\r\ntype: change\r\nrollback: { to: 1.10 }   # why\r\nstatus: to_do\r\ntitel: guess\r\n---\r\n# x  \r\n\ttab';
    const folder = folderOf({ 'CHG-1.md': before, '.changebook/config.yaml': 'Idioma: en # ours\r\n' });
    const { err } = changebook(['check', '--fix'], folder);
    assert.match(err, /Fixed 2 findings in 2 files/);
    assert.equal(readFileSync(path.join(folder, '.changebook/config.yaml'), 'utf8'), 'idioma: en # ours\r\n');
    assert.equal(readFileSync(path.join(folder, 'CHG-1.md'), 'utf8'), before.replace('1.10', '"1.10"'));
    assert.equal(changebook(['check', '--fix'], folder).err, '');
  });

  it('gives the same from its cache, and notices every change', () => {
    const files: { [name: string]: string } = {};
    for (let number = 1; number <= 40; number++)
      files[`TKT-${number}.md`] = ticket(`TKT-${number}`, `related: [TKT-${number + 1}]\n`);
    const folder = folderOf({ ...config, ...files });
    const cold = changebook(['check', '--format', 'json'], folder).out;
    assert.equal(changebook(['check', '--format', 'json'], folder).out, cold);
    writeFileSync(path.join(folder, 'TKT-1.md'), ticket('TKT-1', 'titel: other\n'));
    assert.equal(checkJson([], folder).summary.errors, 1);
    rmSync(path.join(folder, 'TKT-1.md'));
    assert.equal(checkJson([], folder).summary.errors, 0);
    writeFileSync(path.join(folder, '.changebook/config.yaml'), 'rules: { links/record: error }\n');
    assert.equal(checkJson([], folder).summary.errors, 1);
  });

  it('is not misled by a cache that was cut short or cannot be written', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'titel: x\n') });
    const cache = folderOf({});
    assert.equal(changebook(['check'], folder, { cache }).code, 1);
    for (const name of readdirSync(cache, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(cache, name);
      if (!statSync(file).isFile()) continue;
      writeFileSync(file, readFileSync(file, 'utf8').replace('titel', 'title').slice(0, -3));
    }
    assert.equal(changebook(['check'], folder, { cache }).code, 1);
    const blocked = path.join(folderOf({ file: '' }), 'file');
    assert.equal(changebook(['check'], folder, { cache: blocked }).code, 1);
  });

  it('speaks the language that is asked for, else the configured one', () => {
    const folder = folderOf({
      '.changebook/config.yaml': 'language: es\n',
      'TKT-1.md': ticket('TKT-1', 'titel: x\n'),
    });
    assert.match(changebook(['check'], folder).out, /Aquí no existe el campo «titel»/);
    assert.match(changebook(['check', '--language', 'en'], folder).out, /There is no field “titel” here/);
  });

  it('colours only where it is wanted, and never lets a record steer the terminal', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'severity: "\\e[31mred"\n\u001b[2Jkey: x\n') });
    const plain = changebook(['check'], folder).out;
    assert.ok(!plain.includes('\u001b'), JSON.stringify(plain));
    const coloured = changebook(['check'], folder, { env: { ...process.env, FORCE_COLOR: '1' } }).out;
    assert.ok(coloured.includes('\u001b[31m') && !coloured.includes('\u001b[2J'));
  });

  it('explains itself, and what is wrong with a call, in the language asked for', () => {
    const folder = folderOf({});
    const spanish: readonly (readonly [readonly string[], RegExp])[] = [
      [['--help', '--language', 'es'], /^Lo primero:$/m],
      [['check', '--language=es', '--help'], /^Opciones:(?:.|\n)*idioma de los mensajes$/m],
      [
        ['check', '--frmat', 'json', '--language', 'es'],
        /: No existe la opción --frmat\. ¿Querías decir «--format»\? Consulta /,
      ],
      [['check', '--language', 'es', '--now'], /: --now necesita un valor/],
      [['check', '--fix=yes', '--language', 'es'], /: --fix no admite ningún valor\./],
      [['check', '--now', 'soon', '--language', 'es'], /: --now no admite «soon»; admite una fecha y hora/],
      [['check', '--output', '--language', 'es'], /: --output necesita un valor/],
    ];
    for (const [args, wanted] of spanish) {
      const { out, err } = changebook(args, folder);
      assert.match(out + err, wanted);
    }
  });

  it('explains itself, and says in one sentence what is wrong with a call', () => {
    const folder = folderOf({});
    assert.match(changebook(['--help'], folder).out, /changebook check/);
    assert.match(changebook(['check', '--help'], folder).out, /--stdin-path/);
    for (const args of [
      ['nothing'],
      ['check', '--frmat', 'json'],
      ['check', '--format', 'xml'],
      ['check', '--now', 'soon'],
      ['check', '--max-warnings', 'x'],
      ['check', '--max-warnings', '-1'],
      ['check', '--now'],
      ['check', '-', 'TKT-1.md'],
      ['check', '-', '--fix'],
      ['show'],
    ]) {
      const { code, err, out } = changebook(args, folder);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^changebook: .+\n$/, args.join(' '));
    }
  });

  it('evaluates as of a moment, and changes no file of the workspace', () => {
    const folder = folderOf({ ...config, 'TKT-1.md': ticket('TKT-1') });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', '.'], { cwd: folder });
    for (const now of ['2026-11-16T09:00+01:00', '2026-11-16 09:00']) {
      assert.equal(changebook(['check', '--now', now], folder).code, 0);
    }
    mkdirSync(path.join(folder, 'empty'));
    const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual(status.trim().split('\n').sort(), ['A  .changebook/config.yaml', 'A  TKT-1.md']);
  });

  it('finds in the example workspace the defects that its page names', () => {
    const report = checkJson(['examples', '--now', '2026-11-16T09:00+01:00'], project);
    const page = readFileSync(path.join(project, 'examples/README.md'), 'utf8');
    assert.ok(report.summary.records >= 36 && report.summary.errors >= 3);
    for (const { file, rule, severity } of report.findings) {
      // Hints are no defects.
      if (severity === 'info') continue;
      const id = /(?:CHG|TKT)-2026-\d{4}/.exec(file)?.[0] ?? file;
      assert.ok(
        page.split('\n').some((row) => row.includes(id) && row.includes(`\`${rule}\``)),
        `${id} ${rule}`,
      );
    }
  });
});
