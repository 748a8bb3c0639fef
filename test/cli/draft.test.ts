import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { draftReportSchema } from '../../src/core/report/draftReport';
import { changebook, checkJson, folderOf, lines } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];
const users = Array.from({ length: 120 }, (_, index) => `u${index}@orfeo.example`).join('\n');

const folder = (more: { readonly [name: string]: string } = {}) =>
  folderOf({
    '.changebook/config.yaml':
      'timezone: Europe/Madrid\nlanguage: en\nsupport: { portal: https://support.example.org }\nsignature: { es: Operaciones, en: Operations }\n',
    '.changebook/customers/orfeo.yaml':
      'name: Orfeo\nlanguage: es\nend_users: users.csv\nenvironments: [{ name: PRO }]\ncontacts: [{ name: Ana, email: ana@orfeo.example, role: manager }]\n',
    'users.csv': `address\n${users}\n`,
    'CHG-1.md':
      '---\nid: CHG-1\ntype: change\ntitle: Portal 4.2\ncustomer: orfeo\nenvironments: [PRO]\nschedule: { start: 2026-11-24 22:00, duration: 15m, outage: 5m }\nnotify: [customer_managers, project_team]\nrestarts: [portal]\n---\n# Portal\n',
    'CHG-2.md': '---\nid: CHG-2\ntype: change\ntitle: Later\n---\n# Later\n',
    'TKT-1.md': '---\nid: TKT-1\ntype: ticket\n---\n# T\n',
    ...more,
  });

describe('changebook draft', () => {
  it('prints a notice in the reader’s language, by id or file, by the kind’s name in either language', () => {
    const cwd = folder();
    const { code, out, err } = changebook(['draft', 'CHG-1', 'start', ...now], cwd);
    assert.equal(code, 0, err);
    assert.match(out, /^Inicio del despliegue: Portal 4\.2 \(PRO\)\n\nHola:\n/);
    assert.match(out, /reiniciar: portal\. La duración estimada es de 15 minutos\./);
    assert.match(out, /Operaciones\n$/);
    assert.match(err, /1 recipient, 0 blind copies[\s\S]*project_team/);
    assert.equal(changebook(['draft', 'CHG-1.md', 'inicio', ...now], cwd).out, out);
    assert.equal(changebook(['draft', 'CHG-1', '--kind', 'start', ...now], cwd).out, out);
    assert.match(
      changebook(['draft', 'CHG-1', 'start', '--language', 'en', ...now], cwd).out,
      /^Deployment starting/,
    );
  });

  it('ends with 1 where a required value is missing, and says which', () => {
    const { code, out, err } = changebook(['draft', 'CHG-2', 'start', ...now], folder());
    assert.equal(code, 1);
    assert.match(out, /⟨missing: schedule\.duration⟩/);
    assert.match(err, /“schedule\.duration”.*\(notify\/placeholder\)/);
  });

  it('prints a report for machines that is what its schema says', () => {
    const { out, code } = changebook(['draft', 'CHG-1', 'users', '--format', 'json', ...now], folder());
    assert.equal(code, 0);
    const report = draftReportSchema.parse(JSON.parse(out));
    assert.equal(report.kind, 'users');
    assert.equal(report.bcc.length, 120);
    assert.deepEqual(report.to, []);
    assert.deepEqual(report.missing, []);
    assert.match(report.html, /<p>Hola:<\/p>/);
  });

  it('prints HTML and markdown', () => {
    const cwd = folder();
    assert.match(
      changebook(['draft', 'CHG-1', 'end', '--format', 'html', ...now], cwd).out,
      /^<!doctype html>[\s\S]*<html lang="es">/,
    );
    assert.match(
      changebook(['draft', 'CHG-1', 'ticket_comment', ...now], cwd).out,
      /^Está desplegado en PRO con CHG-1/,
    );
    assert.match(changebook(['draft', 'CHG-1', 'end', '--format', 'markdown', ...now], cwd).out, /^Hola:/);
  });

  it('writes unsent mails, one for each hundred blind copies', async () => {
    const cwd = folder();
    const one = changebook(['draft', 'CHG-1', 'start', '--format', 'eml', '-o', 'start.eml', ...now], cwd);
    assert.equal(one.code, 0, one.err);
    assert.equal(one.out, '');
    const mail = await PostalMime.parse(readFileSync(path.join(cwd, 'start.eml')));
    assert.equal(mail.subject, 'Inicio del despliegue: Portal 4.2 (PRO)');
    assert.deepEqual(
      mail.to?.map(({ address }) => address),
      ['ana@orfeo.example'],
    );
    assert.equal(changebook(['draft', 'CHG-1', 'users', '--format', 'eml', ...now], cwd).code, 2);
    const mass = changebook(['draft', 'CHG-1', 'users', '--format', 'eml', '-o', 'users.eml', ...now], cwd);
    assert.match(mass.err, /0 recipients, 120 blind copies/);
    assert.ok(!existsSync(path.join(cwd, 'users.eml')));
    const sizes = [1, 2].map(async (part) => {
      const parsed = await PostalMime.parse(readFileSync(path.join(cwd, `users-${part}.eml`)));
      return parsed.bcc?.length;
    });
    assert.deepEqual(await Promise.all(sizes), [100, 20]);
  });

  it('goes to others where they are named, in either language', () => {
    const cwd = folder();
    const report = (audience: string) =>
      draftReportSchema.parse(
        JSON.parse(
          changebook(['draft', 'CHG-1', 'start', '--audience', audience, '--format', 'json', ...now], cwd)
            .out,
        ),
      );
    assert.equal(report('usuarios').bcc.length, 120);
    assert.equal(report('customer').audience, 'customer');
    assert.equal(changebook(['draft', 'CHG-1', 'start', '--audience', 'world'], cwd).code, 2);
  });

  it('says a delay’s new estimate', () => {
    const call = ['draft', 'CHG-1', 'delay', '--until', '2026-11-24 22:45', ...now];
    assert.match(changebook(call, folder()).out, /Nueva hora estimada: 22:45 \(Europe\/Madrid\)/);
    assert.equal(changebook(['draft', 'CHG-1', 'delay', '--until', 'later'], folder()).code, 2);
  });

  it('uses the team’s template, and checks it', () => {
    const cwd = folder({
      '.changebook/templates/start.es.md':
        '---\nsubject: "{{ title }}: vamos"\n---\nEmpezamos, {{ customer }}.\n',
      '.changebook/templates/end.es.md': 'Fin de {{ titel }}.\n',
    });
    assert.equal(
      changebook(['draft', 'CHG-1', 'start', ...now], cwd).out,
      'Portal 4.2: vamos\n\nEmpezamos, Orfeo.\n',
    );
    const broken = changebook(['draft', 'CHG-1', 'end', ...now], cwd);
    assert.equal(broken.code, 2);
    assert.match(broken.err, /\.changebook\/templates\/end\.es\.md:1:11: .*titel/);
    const found = lines(checkJson([...now], cwd)).filter((line) => line.includes('template'));
    assert.deepEqual(found, ['.changebook/templates/end.es.md:1:11 error config/template']);
    // The second check comes from the cache.
    assert.deepEqual(
      lines(checkJson([...now], cwd)).filter((line) => line.includes('template')),
      found,
    );
  });

  it('ends with 2 on a wrong call', () => {
    const cwd = folder();
    for (const args of [
      [],
      ['CHG-1'],
      ['CHG-1', 'party'],
      ['CHG-9', 'start'],
      ['TKT-1', 'start'],
      ['CHG-1', 'banner', '--format', 'eml'],
      ['CHG-1', 'start', '--format', 'pdf'],
    ]) {
      const { code, out, err } = changebook(['draft', ...args], cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^changebook: .+\n/);
    }
    assert.match(changebook(['draft', '--help'], cwd).out, /--until DATE-TIME/);
  });
});
