import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { manifestText, packManifestSchema } from '../../src/core/auditPack/packManifest';
import { irregularities } from '../irregularities/irregularities';
import { makeIrregularities } from '../irregularities/makeIrregularities';
import { filesIn, newPlace, packText as text } from './packTexts';
import { changebook, type Ended, folderOf } from './program';
import { git } from './repository';

const period = ['--from', '2026-01-01', '--to', '2026-06-30'];

function copyOf(pack: string): string {
  const copy = newPlace();
  cpSync(pack, copy, { recursive: true });
  return copy;
}

/** Gives a pack whose files were changed the manifest that they would have. */
function forge(pack: string): void {
  const { sha256: _, ...manifest } = packManifestSchema.parse(JSON.parse(text(pack, 'manifest.json')));
  const files = manifest.files.map(({ path: file }) => {
    const bytes = readFileSync(path.join(pack, file));
    return { path: file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  writeFileSync(path.join(pack, 'manifest.json'), manifestText({ ...manifest, files }));
}

function replaceIn(file: string, before: string, after: string): void {
  const content = readFileSync(file, 'utf8');
  assert.ok(content.includes(before), before);
  writeFileSync(file, content.replace(before, after));
}

describe('changebook audit of a period', () => {
  let folder = '';
  let pack = '';
  let made: Ended = { code: null, out: '', err: '' };
  before(() => {
    folder = makeIrregularities(folderOf({})).folder;
    pack = newPlace();
    made = changebook(['audit', ...period, '-o', pack], folder);
  });

  it('writes all changes, the sample, the history of the rules and a manifest, and says what it is', () => {
    assert.deepEqual([made.code, made.out], [0, ''], made.err);
    assert.match(
      made.err,
      /Written .*: 20 changes of the period, 20 of them drawn with the seed “2026-01-01\.\.2026-06-30”, from commit [0-9a-f]{10}\./,
    );
    const lines = text(pack, 'population.csv').trim().split('\r\n');
    assert.equal(lines.length, 21);
    const row = (id: string): string => lines.find((line) => line.startsWith(`${id},`)) ?? '';
    // Rejected and cancelled ones too.
    assert.match(row('CHG-2026-0018'), /,rejected,/);
    assert.match(row('CHG-2026-0019'), /,cancelled,/);
    assert.match(row('CHG-2026-0002'), /"rolled back; 2026-01-20 20:25, The portal was slow"/);
    assert.match(row('CHG-2026-0006'), /"began 315 min late, ended 235 min late"/);
    assert.equal(readFileSync(path.join(pack, 'population.xlsx')).toString('latin1', 0, 2), 'PK');
    assert.match(text(pack, 'index.html'), /^<!doctype html>\n<html lang="en">/);
  });

  it('finds the loosening, what was carried out otherwise, and the approval that came afterwards, and no other', () => {
    const rules = text(pack, 'rules.csv').trim().split('\r\n');
    assert.equal(rules.length, 2, rules.join('\n'));
    assert.match(
      rules[1] ?? '',
      /^2026-04-27 14:00,2026-04-29 16:00,Rule schedule\/lead-time switched off \(it was error\),Ana Ríos <ana@nubeclara\.example>,\.changebook\/config\.yaml,/,
    );
    const samples = readdirSync(path.join(pack, 'samples'));
    const saying = (words: string): string[] =>
      samples.filter((id) => text(pack, `samples/${id}/content.md`).includes(words));
    assert.deepEqual(saying('not carried out as approved'), [irregularities.otherContent.change]);
    const emergency = 'CHG-2026-0003';
    assert.deepEqual(saying('committed only after it had begun'), [
      // As it has to be of an emergency.
      emergency,
      irregularities.beforeApproval.change,
    ]);
    const otherwise = text(pack, `samples/${irregularities.otherContent.change}/content.md`);
    assert.match(
      otherwise,
      /Step changed\\: “Deploy 1\\\.9\\\.0” → “Deploy 1\\\.9\\\.0\\, and the new search beside it”/,
    );
    const [approved, carriedOut] = ['approved.txt', 'carried-out.txt'].map((name) =>
      text(pack, `samples/${irregularities.otherContent.change}/${name}`),
    );
    assert.ok(
      carriedOut?.includes('the new search beside it') && !approved?.includes('the new search beside it'),
    );
  });

  it('gives the same bytes again, in another clone and with another work tree', () => {
    const clone = newPlace('clone');
    git(folder, 'clone', '--quiet', folder, clone);
    writeFileSync(path.join(clone, 'changes/CHG-2026-0001.md'), 'nothing of it\n');
    writeFileSync(
      path.join(clone, '.changebook/config.yaml'),
      'language: en\ntimezone: UTC\nrecords: [nowhere]\n',
    );
    const other = newPlace();
    assert.equal(changebook(['audit', ...period, '-o', other], clone).code, 0);
    assert.deepEqual(filesIn(other), filesIn(pack));
    for (const [file, content] of filesIn(pack))
      for (const place of [folder, pack, path.dirname(pack)]) assert.ok(!content.includes(place), file);
    // Over an earlier pack that is as it was written; nothing else stays beside it.
    assert.equal(changebook(['audit', ...period, '--sample', '2', '-o', other], clone).code, 0);
    assert.equal(readdirSync(path.join(other, 'samples')).length, 2);
    assert.deepEqual(readdirSync(path.dirname(other)), ['pack']);
  });

  it('is whole and true where it was made, and whole elsewhere, which is said', () => {
    const inside = changebook(['verify', pack], folder);
    assert.equal(inside.code, 0, inside.out);
    assert.match(
      inside.out,
      /^No damage: \d+ files as written\.\nCompared with the repository: made again from commit [0-9a-f]{10}, every byte is the same\.\n$/,
    );
    const outside = changebook(['verify', pack], path.dirname(pack));
    assert.equal(outside.code, 0);
    assert.match(outside.out, /No damage: .*\nOnly damage was looked for/);
    // History goes on.
    const clone = newPlace('clone');
    git(folder, 'clone', '--quiet', folder, clone);
    git(clone, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'rm', '--quiet', '-r', 'changes');
    git(clone, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Gone');
    assert.equal(changebook(['verify', pack], clone).code, 0);
    const stranger = folderOf({});
    git(stranger, 'init', '--quiet');
    const other = changebook(['verify', pack], stranger);
    assert.equal(other.code, 2);
    assert.match(other.out, /This repository does not have the commit/);
  });

  it('is damaged by one byte, a file more or less, a link, and an edited manifest', () => {
    const outside = path.dirname(pack);
    const damaged = (expected: RegExp, damage: (copy: string) => void): void => {
      const copy = copyOf(pack);
      damage(copy);
      const { code, out } = changebook(['verify', copy], outside);
      assert.equal(code, 1, out);
      assert.match(out, expected);
    };
    for (const file of ['population.xlsx', 'index.html', 'samples/CHG-2026-0001/approved.txt'])
      damaged(new RegExp(`^${file}: changed since it was written\nDamage: 1 file does not match`), (copy) => {
        const bytes = readFileSync(path.join(copy, file));
        const at = Math.floor(bytes.length / 2);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(path.join(copy, file), bytes);
      });
    damaged(/^rules\.csv: missing$/m, (copy) => unlinkSync(path.join(copy, 'rules.csv')));
    damaged(/^samples\/more\.txt: not of the pack$/m, (copy) =>
      writeFileSync(path.join(copy, 'samples/more.txt'), ''),
    );
    damaged(/^rules\.csv: no regular file$/m, (copy) => {
      renameSync(path.join(copy, 'rules.csv'), path.join(path.dirname(copy), 'rules.csv'));
      symlinkSync('../rules.csv', path.join(copy, 'rules.csv'));
    });
    damaged(/its manifest\.json was edited/, (copy) =>
      replaceIn(path.join(copy, 'manifest.json'), '"sampled": 20', '"sampled": 19'),
    );
    damaged(/its manifest\.json is not that of a pack/, (copy) =>
      writeFileSync(path.join(copy, 'manifest.json'), '{'),
    );
    const none = changebook(['verify', '.'], outside);
    assert.deepEqual([none.code, /not a pack/.test(none.out)], [2, true], none.out);
  });

  it('is not true where somebody edited it and made its manifest fit, which only the repository tells', () => {
    const copy = copyOf(pack);
    replaceIn(path.join(copy, 'population.csv'), 'Diego Marín, approved', 'Clara Puig, approved');
    rmSync(path.join(copy, 'rules.csv'));
    writeFileSync(path.join(copy, 'rules.csv'), text(pack, 'rules.csv').split('\r\n')[0] ?? '');
    forge(copy);
    assert.equal(changebook(['verify', copy], path.dirname(pack)).code, 0);
    const { code, out } = changebook(['verify', copy], folder);
    assert.equal(code, 1);
    assert.match(out, /^No damage/);
    assert.match(
      out,
      /^population\.csv: not what the repository says\n {2}line 2: “.*Clara Puig, approved.*”, and not “.*Diego Marín, approved/m,
    );
    assert.match(out, /^rules\.csv: not what the repository says$/m);
    assert.match(out, /4 files are not the same|3 files are not the same/);
    const told = JSON.parse(changebook(['verify', copy, '--format', 'json'], folder).out);
    assert.deepEqual([told.damage, told.compared, told.untrue.length], [[], true, 3]);
  });

  it('says which commit is not in this history', () => {
    const clone = newPlace('clone');
    git(folder, 'clone', '--quiet', folder, clone);
    git(clone, 'checkout', '--quiet', 'HEAD~1');
    const { code, out } = changebook(['verify', pack], clone);
    assert.equal(code, 1, out);
    assert.match(out, /every byte is the same/);
    assert.match(out, /is not in the history of what is checked out here/);
  });

  it('writes nothing over what others put there, and follows no link', () => {
    const refused = (place: string, expected: RegExp): void => {
      const { code, err } = changebook(['audit', ...period, '-o', place], folder);
      assert.equal(code, 2, err);
      assert.match(err, expected);
    };
    const others = folderOf({ 'notes.txt': 'mine' });
    refused(others, /not empty, and “notes\.txt” is not what an earlier pack left there/);
    assert.deepEqual([...filesIn(others)], [['notes.txt', 'mine']]);
    const annotated = copyOf(pack);
    appendFileSync(path.join(annotated, 'population.csv'), 'my remark');
    refused(annotated, /“population\.csv” is not what an earlier pack left there/);
    assert.ok(text(annotated, 'population.csv').endsWith('my remark'));
    const target = folderOf({});
    const link = path.join(folderOf({}), 'link');
    symlinkSync(target, link);
    refused(link, /a link, which is not followed/);
    assert.deepEqual(readdirSync(target), []);
    refused(path.join(others, 'notes.txt'), /a file, where a pack needs a folder/);
  });

  it('says what is wrong with a call, and writes nothing', () => {
    const place = newPlace();
    const wrong: readonly (readonly [args: string, expected: RegExp])[] = [
      [`--from 2026-01-01 -o ${place}`, /needs its first and last day/],
      [
        `--from 2026-12-31 --to 2026-01-01 -o ${place}`,
        /ends \(2026-01-01\) before it begins \(2026-12-31\)/,
      ],
      [`--from 2026-02-30 --to 2026-03-01 -o ${place}`, /--from does not take “2026-02-30”/],
      [`--from x --to 2026-03-01 -o ${place}`, /--from does not take “x”/],
      [`${period.join(' ')} --sample -3 -o ${place}`, /sample/],
      [`${period.join(' ')} --sample some -o ${place}`, /--sample does not take “some”/],
      [`${period.join(' ')}`, /A pack is a folder/],
      [`${period.join(' ')} -o -`, /A pack is a folder/],
      [`${period.join(' ')} --format json -o ${place}`, /takes no record and no --format/],
      [`CHG-2026-0001 ${period.join(' ')} -o ${place}`, /takes no record and no --format/],
      [
        `${period.join(' ')} --customer nobody -o ${place}`,
        /No customer “nobody” is configured, and no change names one/,
      ],
      ['CHG-2026-0001 --seed 4', /--seed is for a pack/],
    ];
    for (const [args, expected] of wrong) {
      const { code, err } = changebook(['audit', ...args.split(' ')], folder);
      assert.deepEqual([code, expected.test(err)], [2, true], `${args}: ${err}`);
    }
    assert.equal(existsSync(place), false);
  });

  it('says that there is nothing in a period, in a pack that can be verified, and is not green', () => {
    const place = newPlace();
    const { code, err } = changebook(
      ['audit', '--from', '2020-01-01', '--to', '2020-12-31', '-o', place],
      folder,
    );
    assert.equal(code, 1);
    assert.match(err, /there is no change in this period/);
    assert.match(
      text(place, 'index.html'),
      /There is no change in this period\. The pack is valid and says only that\./,
    );
    assert.equal(changebook(['verify', place], folder).code, 0);
  });

  it('is not made of a shallow clone, of no commit, or outside of a repository', () => {
    const place = newPlace();
    const shallow = newPlace('clone');
    git(folder, 'clone', '--quiet', '--depth', '3', `file://${folder}`, shallow);
    const unborn = folderOf({});
    git(unborn, 'init', '--quiet');
    for (const [cwd, expected] of [
      [shallow, /This clone is shallow: older commits are missing/],
      [unborn, /has no commit yet/],
      [folderOf({}), /There is no git repository here/],
    ] as const) {
      const { code, err } = changebook(['audit', ...period, '-o', place], cwd);
      assert.deepEqual([code, expected.test(err), existsSync(place)], [2, true, false], err);
    }
    const verified = changebook(['verify', pack], shallow);
    assert.equal(verified.code, 2, verified.out);
    assert.match(verified.out, /No damage: .*\nThis clone is shallow/);
  });
});
