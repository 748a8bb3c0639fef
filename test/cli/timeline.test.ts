import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSvg, type SvgElement } from '../unit/support/svg';
import { changebook, folderOf, project } from './program';

const now = ['--now', '2026-11-16T09:00+01:00'];

function change(id: string, front: string): string {
  return `---\nid: ${id}\ntype: change\ntitle: Title of ${id}\n${front}---\n# ${id}\n`;
}

const folder = () =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\nlanguage: es\nholidays: { country: ES }\n',
    '.changebook/customers/acme.yaml': 'name: Acme\nenvironments: [{ name: PRO }]\n',
    'changes/CHG-1.md': change(
      'CHG-1',
      'customer: acme\nenvironments: [PRO]\nschedule: { start: 2026-11-17 22:00, duration: 2h }\n',
    ),
    'changes/CHG-2.md': change(
      'CHG-2',
      'customer: other\nenvironments: [UAT]\nschedule: { start: 2026-12-08 22:00, duration: 2h }\n',
    ),
    'notes.txt': 'mine',
  });

/** The names of the bars in a picture. */
function bars(svg: string): string[] {
  return texts(svg, (element) => element.classes.has('name'));
}

function texts(svg: string, wanted: (element: SvgElement) => boolean): string[] {
  return readSvg(svg)
    .filter((element) => element.name === 'text' && wanted(element))
    .map(({ text }) => text);
}

describe('changebook timeline', () => {
  it('draws this week and the next three into a file, or to standard output', () => {
    const cwd = folder();
    const { code, out, err } = changebook(['timeline', '-o', 'calendar.svg', ...now], cwd);
    assert.deepEqual([code, out, err], [0, '', '']);
    const svg = readFileSync(path.join(cwd, 'calendar.svg'), 'utf8');
    assert.deepEqual(bars(svg), ['Title of CHG-1', 'Title of CHG-2']);
    assert.match(
      svg,
      /16 de noviembre – 13 de diciembre de 2026 · horas de Europe\/Madrid · a 2026-11-16 09:00/,
    );
    assert.ok(readSvg(svg).some(({ name, text }) => name === 'title' && text === 'La inmaculada concepción'));
    assert.equal(changebook(['timeline', '-o', '-', ...now], cwd).out, svg);
    assert.equal(changebook(['timeline', '-o', 'calendar.svg', ...now], cwd).code, 0);
  });

  it('draws the days, the customer and the language that are asked for', () => {
    const cwd = folder();
    const draw = (...args: string[]): string => changebook(['timeline', '-o', '-', ...now, ...args], cwd).out;
    assert.deepEqual(bars(draw('--from', '2026-12-07', '--to', '2026-12-13')), ['Title of CHG-2']);
    assert.deepEqual(bars(draw('--customer', 'ACME')), ['Title of CHG-1']);
    assert.deepEqual(bars(draw('--customer', 'other')), ['Title of CHG-2']);
    assert.match(
      draw('--language', 'en', '--to', '2026-11-20'),
      /<title>Calendar of deployments, 16–20 November 2026</,
    );
    assert.match(draw('--from', '2026-11-16', '--to', '2027-12-20'), /diciembre de 2027/);
  });

  it('refuses in one sentence what it cannot draw or write, and leaves what is there', () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, 'pictures'));
    const refused: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [[], /-o calendario\.svg/],
      [['-o', 'x.svg', '--from', '2026-02-30'], /un día que exista/],
      [['-o', 'x.svg', '--from', 'soon'], /«soon»/],
      [['-o', 'x.svg', '--from', '2026-11-16', '--to', '2026-11-15'], /anterior/],
      [['-o', 'x.svg', '--from', '2026-01-01', '--to', '2027-02-05'], /400/],
      [['-o', 'x.svg', '--customer', 'nobody'], /«nobody».*acme/],
      [['-o', 'x.svg', 'nowhere'], /nowhere/],
      [['-o', 'x.svg', 'changes', 'notes.txt'], /una sola ruta/],
      [['-o', 'pictures'], /pictures.*no se ha escrito nada/],
      [['-o', 'notes.txt'], /notes\.txt.*no se ha escrito nada/],
      [['-o', 'changes/CHG-1.md'], /CHG-1\.md.*no se ha escrito nada/],
      [['-o', 'no/such/folder.svg'], /ENOENT/],
    ];
    for (const [args, says] of refused) {
      const { code, out, err } = changebook(['timeline', ...args, ...now], cwd);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, says);
      assert.match(err, /^changebook: [^\n]+\n$/);
    }
    assert.equal(readFileSync(path.join(cwd, 'notes.txt'), 'utf8'), 'mine');
    assert.ok(!existsSync(path.join(cwd, 'x.svg')));
  });

  it('takes the place of an older picture, whoever drew it', () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'old.svg'), '<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>\n');
    assert.equal(changebook(['timeline', '-o', 'old.svg', ...now], cwd).code, 0);
    assert.match(readFileSync(path.join(cwd, 'old.svg'), 'utf8'), /CHG-1/);
  });

  it('shows the example with its conflict and its freezes', () => {
    const args = ['timeline', 'examples', '-o', '-', ...now];
    const svg = changebook(args, project).out;
    const inConflict = texts(
      svg,
      ({ classes }) => classes.has('row') && classes.has('conflict') && classes.has('when'),
    );
    assert.deepEqual(
      inConflict.map((text) => text.split(' · ')[1]),
      ['CHG-2026-0044', 'CHG-2026-0042'],
    );
    const soft = texts(svg, ({ classes }) => classes.has('softFreeze-name'));
    // One that recurs is there each week.
    assert.deepEqual(new Set(soft), new Set(['Accounts close', 'Friday…']));
    assert.ok(soft.filter((name) => name === 'Friday…').length >= 4);
    const december = changebook([...args, '--from', '2026-12-01', '--to', '2026-12-31'], project).out;
    assert.ok(texts(december, ({ classes }) => classes.has('freeze-name')).includes('Year end'));
  });

  it('says its options', () => {
    assert.match(
      changebook(['timeline', '--help'], folder()).out,
      /--from FECHA[\s\S]*changebook timeline -o calendar\.svg/,
    );
  });
});
