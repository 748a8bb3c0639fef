import { strict as assert } from 'node:assert';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kindTitles } from '../../src/core/reconcile/reconcileText';
import { type IrregularityName, irregularities } from '../irregularities/irregularities';
import { makeIrregularities } from '../irregularities/makeIrregularities';
import { newPlace, packText } from './packTexts';
import { changebook, checkJson, folderOf } from './program';
import { git } from './repository';

describe('The prepared repository with irregularities', () => {
  it('is the same whenever it is made', () => {
    const [one, other] = [folderOf({}), folderOf({})];
    for (const folder of [one, other]) makeIrregularities(folder);
    assert.equal(git(one, 'rev-parse', 'HEAD'), git(other, 'rev-parse', 'HEAD'));
    assert.equal(git(one, 'show-ref', '--tags'), git(other, 'show-ref', '--tags'));
    assert.equal(Object.keys(irregularities).length, 14);
  });

  it('has nothing for a check to find but what records alone can show', () => {
    const { folder } = makeIrregularities(folderOf({}));
    const { findings } = checkJson([], folder);
    const told = new Set(findings.map(({ file, rule }) => `${file} ${rule}`));
    const about = ({ change }: { readonly change: string }): string => `changes/${change}.md`;
    assert.deepEqual(
      [...told].sort(),
      [
        `${about(irregularities.otherContent)} approval/stale`,
        `${about(irregularities.emergencyUnapproved)} approval/missing`,
        `${about(irregularities.failedUnreviewed)} closure/review`,
      ].sort(),
    );
  });

  it('gives a pack that shows each of the fourteen once, in its kind, and nothing else', () => {
    const { folder, lists, period } = makeIrregularities(folderOf({}));
    const given = lists.flatMap((list) => ['--deployments', list]);
    const pack = newPlace();
    const made = changebook(['audit', ...period, ...given, '--sample', '2', '-o', pack], folder);
    assert.equal(made.code, 1, made.err);
    const table = (file: string): string[] => packText(pack, file).trim().split('\r\n').slice(1);
    const compared = table('reconciliation.csv').filter((row) => !row.startsWith('Compared with,'));
    const kinds: readonly (readonly [IrregularityName, keyof typeof kindTitles])[] = [
      ...(
        ['noRecord', 'noDeployment', 'outsideWindow', 'freeze', 'beforeApproval', 'otherContent'] as const
      ).map((name) => [name, name] as const),
      ...(['otherArtifact', 'otherVersion', 'byApprover', 'byAuthor', 'tagMoved'] as const).map(
        (name) => [name, name] as const,
      ),
      ['emergencyUnapproved', 'unapproved'],
    ];
    for (const [name, kind] of kinds) {
      const { change, version } = { change: undefined, ...irregularities[name] };
      const own = compared.filter(
        (row) => row.startsWith(`${kindTitles[kind].en},`) || row.startsWith(`"${kindTitles[kind].en}",`),
      );
      assert.equal(own.length, 1, name);
      // Of another artifact the list has the artifact, and of a moved tag no record is to blame.
      assert.ok(own[0]?.includes(name === 'tagMoved' ? version : (change ?? version)), own[0]);
    }
    assert.equal(compared.length, kinds.length, compared.join('\n'));
    const unreviewed = table('population.csv').filter((row) => row.includes('No review'));
    assert.deepEqual(
      unreviewed.map((row) => row.split(',')[0]),
      [irregularities.failedUnreviewed.change],
    );
    const rules = table('rules.csv');
    assert.equal(rules.length, 1);
    assert.match(rules[0] ?? '', /schedule\/lead-time/);
    assert.equal(kinds.length + unreviewed.length + rules.length, Object.keys(irregularities).length);

    // Another clone makes the same of it, and one byte more in a list is found.
    const clone = newPlace('clone');
    git(folder, 'clone', '--quiet', folder, clone);
    const verified = changebook(['verify', pack], clone);
    assert.equal(verified.code, 0, verified.out);
    const copy = path.join(pack, 'deployments', '1-portal-d0960501.csv');
    const bytes = readFileSync(copy);
    appendFileSync(copy, '\n');
    const damaged = changebook(['verify', pack], newPlace('.'));
    assert.equal(damaged.code, 1);
    assert.match(damaged.out, /deployments\/1-portal-d0960501\.csv/);
    writeFileSync(copy, bytes);

    // A tag that is moved now is no longer the one that counted; a new one of later says nothing of the period.
    git(clone, 'tag', 'v9.0.0');
    git(clone, 'tag', '--force', 'v1.2.0', 'v1.4.0^{}');
    const moved = changebook(['verify', pack, '--format', 'json'], clone);
    const { untrue } = JSON.parse(moved.out) as { untrue: { path: string; says: string }[] };
    assert.deepEqual(
      untrue.map((one) => one.path),
      ['index.html', 'reconciliation.csv', 'reconciliation.json', 'manifest.json'],
    );
  });

  it('gives no pack with a list that cannot be read, or without a zone for its times', () => {
    const { folder, period } = makeIrregularities(folderOf({}));
    const pack = newPlace();
    const lists = { 'cut.json': '[{"id": 1,', 'local.csv': 'time,version\n2026-02-05 11:00,1.4.1\n' };
    for (const [name, content] of Object.entries(lists)) writeFileSync(path.join(folder, name), content);
    const said = (...more: string[]): string => {
      const { code, err } = changebook(['audit', ...period, '--sample', '0', ...more, '-o', pack], folder);
      assert.equal(code, 2, err);
      assert.ok(!existsSync(pack));
      return err;
    };
    assert.match(said('--deployments', 'cut.json'), /cut\.json/);
    assert.match(said('--deployments', 'local.csv'), /Row 2 of local\.csv does not say in which zone/);
    assert.match(said('--deployments', 'none.csv'), /none\.csv cannot be read \(ENOENT\)/);
    assert.match(said('--zone', 'UTC'), /--zone is for the times in --deployments/);
    const made = changebook(
      [
        'audit',
        ...period,
        '--deployments',
        'local.csv',
        '--zone',
        'Europe/Madrid',
        '--sample',
        '0',
        '--language',
        'es',
        '-o',
        pack,
      ],
      folder,
    );
    assert.equal(made.code, 1, made.err);
    assert.match(packText(pack, 'index.html'), /<h3>Desplegado sin registro<\/h3>/);
    assert.match(packText(pack, 'reconciliation.csv'), /1\.4\.1 se desplegó el 2026-02-05 10:00/);
    assert.equal(changebook(['verify', pack], folder).code, 0);
  });
});
