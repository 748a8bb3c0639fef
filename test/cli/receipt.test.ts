import { strict as assert } from 'node:assert';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Receipt, readReceipt, receiptText } from '../../src/core/receipt/receiptStatement';
import { verifyReportSchema } from '../../src/core/report/verifyReport';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const shut = 'CHG-2026-0002';
const bytes = 'portal 1.1.0\n';
const digest = '37f8ee3d0c9f4f1aebeab3c1a5e0c4b0d4c6ee2eb1a7c1c2a0d8a0f6c3f3a111';
const outside = mkdtempSync(path.join(tmpdir(), 'changebook-receipts-'));
let folder = '';

let made = 0;

/** Asks the gate for a receipt, and gives its file with what it says. */
function receiptOf(
  args: readonly string[],
  code: number,
  where = folder,
): { file: string; receipt: Receipt } {
  const file = path.join(outside, `${++made}.json`);
  const ended = changebook(['gate', ...args, ...inside, '--receipt', file], where);
  assert.equal(ended.code, code, ended.out + ended.err);
  const text = readFileSync(file, 'utf8');
  const receipt = readReceipt(text);
  assert.ok(typeof receipt === 'object', `${String(receipt)} ${text}`);
  return { file, receipt };
}

interface Answer {
  readonly code: number | null;
  readonly said: string[];
  readonly notes: string[];
}

function verify(file: string, where = folder, env = {}): Answer {
  return answerOf([file], where, env);
}

function answerOf(args: readonly string[], where: string, env = {}): Answer {
  const { code, out, err } = changebook(['verify', ...args, '--format', 'json'], where, { env });
  if (!out.startsWith('{')) return { code, said: [err.trim()], notes: [] };
  const { receipts } = verifyReportSchema.parse(JSON.parse(out));
  return {
    code,
    said: receipts.flatMap(({ differences }) => differences.map(({ code: name }) => name)),
    notes: receipts.flatMap(({ information }) => information.map(({ code: name }) => name)),
  };
}

/** A receipt as somebody would edit it who writes it down as Changebook does. */
function edited(receipt: Receipt, edit: (predicate: Receipt['predicate'], whole: Receipt) => void): string {
  const other = structuredClone(receipt);
  edit(other.predicate, other);
  const file = path.join(outside, `${++made}.json`);
  writeFileSync(file, receiptText(other));
  return file;
}

describe('Receipts', () => {
  before(() => {
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
    folder = repositoryOf(
      {
        '.changebook/config.yaml': config.replace('  release/tag: "off"\n', ''),
        'PROC-DEPLOY.md': procedure,
        [`${id}.md`]: change(id, { front: 'release: { tag: v1.1.0 }\n', status: 'releasing' }),
        [`${shut}.md`]: change(shut, { approved: false, environment: 'DES', person: 'Diana' }),
        'CHG-2026-0003.md': change('CHG-2026-0003', {
          front: `release: { artifact: "portal.tgz@sha256:${digest}" }\n`,
          environment: 'TEST',
          person: 'Eva',
        }),
      },
      'Ana',
    );
    git(folder, 'tag', 'v1.1.0');
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
    rmSync(outside, { recursive: true, force: true });
  });

  it('are replayed from another clone, whatever came later, and have the same bytes each time', () => {
    const { file, receipt } = receiptOf([id], 0);
    assert.equal(receipt.predicate.verdict, 'allowed');
    assert.deepEqual(receipt.subject, [{ name: 'commit', digest: { gitCommit: receipt.predicate.commit } }]);
    assert.deepEqual(receipt.predicate.tags, [{ name: 'v1.1.0', object: receipt.predicate.commit }]);
    assert.equal(readFileSync(receiptOf([id], 0).file, 'utf8'), readFileSync(file, 'utf8'));
    const clone = path.join(outside, 'clone');
    git(outside, 'clone', '--quiet', folder, clone);
    // The record is gone, and the rules ask for less.
    rmSync(path.join(clone, `${id}.md`));
    const rules = path.join(clone, '.changebook/config.yaml');
    writeFileSync(rules, `${readFileSync(rules, 'utf8')}  approval/missing: "off"\n`);
    git(
      clone,
      '-c',
      'user.name=Eva',
      '-c',
      'user.email=eva@example.org',
      'commit',
      '--quiet',
      '-am',
      'Later',
    );
    assert.deepEqual(verify(file, clone), { code: 0, said: [], notes: ['verifyUnsigned', 'verifyLoosened'] });
  });

  it('are written where the repository has filters of its own, which do not run', () => {
    const clone = path.join(outside, 'filtered');
    git(outside, 'clone', '--quiet', folder, clone);
    const trap = path.join(outside, 'trap');
    git(clone, 'config', 'filter.x.clean', `touch '${trap}'; cat`);
    writeFileSync(path.join(clone, '.git/info/attributes'), '*.md filter=x\n');
    // git looks into what was touched.
    writeFileSync(path.join(clone, `${id}.md`), readFileSync(path.join(clone, `${id}.md`)));
    assert.equal(verify(receiptOf([id], 0, clone).file, clone).code, 0);
    assert.ok(!existsSync(trap));
  });

  it('are written where the gate is shut, with the reasons', () => {
    const { file, receipt } = receiptOf([shut], 1);
    assert.equal(receipt.predicate.verdict, 'refused');
    assert.deepEqual(
      receipt.predicate.records[0]?.reasons.map(({ rule }) => rule),
      ['approval/missing'],
    );
    assert.deepEqual(verify(file), { code: 0, said: [], notes: ['verifyUnsigned'] });
    const none = receiptOf(['--tag', 'v9'], 1);
    assert.equal(none.receipt.predicate.records.length, 0);
    assert.equal(verify(none.file).code, 0);
  });

  it('name the artifact by its digest: the record’s, else the call’s', () => {
    const named = receiptOf(['CHG-2026-0003'], 0);
    assert.deepEqual(named.receipt.subject[0], { name: 'portal.tgz', digest: { sha256: digest } });
    assert.deepEqual(verify(named.file), { code: 0, said: [], notes: ['verifyUnsigned'] });
    const artifact = path.join(outside, 'portal.tgz');
    writeFileSync(artifact, bytes);
    const given = receiptOf([id, '--artifact', artifact], 0);
    assert.equal(given.receipt.subject[0]?.name, 'portal.tgz');
    assert.deepEqual(verify(given.file), { code: 0, said: [], notes: ['verifyUnsigned', 'verifyArtifact'] });
    const other = ['gate', 'CHG-2026-0003', ...inside, '--artifact', artifact, '--receipt', 'none.json'];
    const ended = changebook(other, folder);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /not the one that CHG-2026-0003 names/);
  });

  it('that were edited say another thing than the repository', () => {
    const { file, receipt } = receiptOf([shut], 1);
    const cases: readonly (readonly [edit: Parameters<typeof edited>[1], said: string[]])[] = [
      [
        (predicate) => {
          predicate.verdict = 'allowed';
        },
        ['verdict'],
      ],
      [
        ({ records }) => {
          if (records[0]) records[0].reasons = [];
        },
        ['lostReason'],
      ],
      [
        ({ records }) => {
          if (records[0]?.reasons[0]) records[0].reasons[0].message = 'It rains';
        },
        ['lostReason', 'otherReason'],
      ],
      [
        ({ records }) => {
          if (records[0]) records[0].unverified = records[0].reasons.splice(0);
        },
        ['record'],
      ],
      [
        ({ records }) => {
          if (records[0]) records[0].file = `${id}.md`;
        },
        ['records'],
      ],
      [
        ({ records }) => {
          if (records[0]) records[0].digest = `sha256-2:${digest}`;
        },
        ['record'],
      ],
      [
        (predicate, whole) => {
          predicate.configuration = digest;
          predicate.rules = digest;
          predicate.tags = [{ name: 'v1.1.0', object: predicate.commit }];
          whole.subject = [{ name: 'portal', digest: { sha256: digest } }];
        },
        ['configuration', 'rules', 'subject', 'tag'],
      ],
    ];
    for (const [edit, said] of cases) {
      const found = verify(edited(receipt, edit));
      assert.equal(found.code, 1, String(edit));
      assert.deepEqual([...new Set(found.said)].sort(), [...said].sort(), String(edit));
    }
    // A key that stands there twice says two things, each to somebody else.
    const twice = path.join(outside, 'twice.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(twice, text.replace('"verdict"', '"verdict": "allowed",\n    "verdict"'));
    assert.match(verify(twice).said[0] ?? '', /was edited/);
    assert.equal(verify(twice).code, 2);
    const sly = path.join(outside, 'sly.json');
    writeFileSync(sly, text.replace('{', '{\n  "__proto__": { "verdict": "allowed" },'));
    assert.equal(verify(sly).code, 2);
    for (const time of ['2026-02-30T21:30:00.000Z', '2026-13-01T21:30:00.000Z']) {
      const odd = edited(receipt, (predicate) => {
        predicate.time = time;
      });
      assert.match(verify(odd).said[0] ?? '', /no receipt/, time);
    }
    for (const [content, told] of [
      ['{"_type"', /not whole JSON/],
      ['{}', /no receipt/],
    ] as const) {
      writeFileSync(sly, content);
      const found = verify(sly);
      assert.equal(found.code, 2);
      assert.match(found.said[0] ?? '', told);
    }
  });

  it('of another repository, another workspace, an unknown commit or a cut history prove nothing', () => {
    const { file, receipt } = receiptOf([id], 0);
    const other = repositoryOf({ '.changebook/config.yaml': config }, 'Eva');
    assert.deepEqual(verify(file, other), { code: 2, said: ['verifyOther'], notes: [] });
    const unknown = edited(receipt, (predicate, whole) => {
      predicate.commit = digest.slice(0, 40);
      whole.subject = [{ name: 'commit', digest: { gitCommit: predicate.commit } }];
    });
    assert.deepEqual(verify(unknown).said, ['verifyUnknown']);
    const elsewhere = edited(receipt, (predicate) => {
      predicate.workspace = 'portal';
    });
    assert.deepEqual(verify(elsewhere).said, ['verifyWorkspace']);
    const shallow = path.join(outside, 'shallow');
    git(outside, 'clone', '--quiet', '--depth=1', `file://${folder}`, shallow);
    assert.deepEqual(verify(file, shallow), { code: 2, said: ['verifyShallow'], notes: [] });
    const ended = changebook(['gate', id, ...inside, '--receipt', 'here.json'], shallow);
    assert.equal(ended.code, 2);
    assert.match(ended.err, /shallow/);
    const nowhere = folderOf({});
    assert.equal(verify(file, nowhere).code, 2);
  });

  it('tell a history that was rewritten after them', () => {
    const copy = path.join(outside, 'rewritten');
    cpSync(folder, copy, { recursive: true });
    writeFileSync(path.join(copy, 'more.txt'), '');
    git(copy, 'add', '.');
    git(copy, 'commit', '--quiet', '-m', 'More');
    const { file } = receiptOf([id], 0, copy);
    assert.deepEqual(verify(file, copy), { code: 0, said: [], notes: ['verifyUnsigned'] });
    git(copy, 'commit', '--quiet', '--amend', '-m', 'Never');
    assert.deepEqual(verify(file, copy), { code: 1, said: ['verifyRewritten'], notes: [] });
    // A tag that is another one now.
    const second = receiptOf([id], 0, copy);
    git(copy, 'tag', '--force', 'v1.1.0');
    assert.ok(verify(second.file, copy).said.includes('tag'));
  });

  it('are not written of what is not committed', () => {
    const copy = path.join(outside, 'dirty');
    cpSync(folder, copy, { recursive: true });
    writeFileSync(path.join(copy, 'TKT-2026-0001.md'), '---\nid: TKT-2026-0001\ntype: ticket\n---\n# New\n');
    const args = ['gate', id, ...inside, '--receipt', 'here.json'];
    const ended = changebook(args, copy);
    assert.equal(ended.code, 2);
    assert.match(ended.err, /TKT-2026-0001\.md is not as committed/);
    rmSync(path.join(copy, 'TKT-2026-0001.md'));
    const record = path.join(copy, `${id}.md`);
    const text = readFileSync(record, 'utf8');
    const end = '\n## 2. Then\n';
    writeFileSync(record, text.replace(end, `\nSee [the log](build.log).\n${end}`));
    git(copy, 'commit', '--quiet', '--all', '-m', 'Link');
    const lacking = changebook(args, copy);
    assert.notEqual(lacking.code, 0);
    assert.ok(existsSync(path.join(copy, 'here.json')));
    rmSync(path.join(copy, 'here.json'));
    writeFileSync(path.join(copy, 'build.log'), '');
    assert.match(changebook(args, copy).err, /build\.log is not as committed/);
    git(copy, 'reset', '--quiet', '--hard', 'HEAD~1');
    // What is no record, and nothing links to, may lie around: pipelines build.
    writeFileSync(path.join(copy, 'build.log'), '');
    assert.equal(changebook(args, copy).code, 0);
  });
});
