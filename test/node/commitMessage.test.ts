import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { commitMessage, type MessageParts } from '../../src/core/actions/commitMessage';

const tick: MessageParts = {
  record: 'CHG-2026-0042',
  action: 'tick',
  step: { path: ['Title', 'Checklist'], text: 'Database backup', done: 3, all: 13 },
};

function step(text: string): MessageParts {
  return { ...tick, step: { path: ['A'], text, done: 1, all: 2 } };
}

function subject(parts: MessageParts, language: 'en' | 'es' = 'en'): string {
  return commitMessage(parts, language).split('\n', 1)[0] ?? '';
}

function trailers(message: string): string[] {
  const parsed = execFileSync('git', ['interpret-trailers', '--parse'], { input: message, encoding: 'utf8' });
  return parsed.trimEnd().split('\n');
}

describe('The message of a commit', () => {
  it('says what was done to which step, and how far that is, in the team’s language', () => {
    assert.equal(subject(tick), 'CHG-2026-0042: tick "Database backup" (3/13)');
    assert.equal(subject(tick, 'es'), 'CHG-2026-0042: marcar "Database backup" (3/13)');
    assert.equal(
      subject({ ...tick, action: 'skip' }, 'es'),
      'CHG-2026-0042: no aplica "Database backup" (3/13)',
    );
    const advance: MessageParts = { record: 'CHG-2026-0042', action: 'advance', to: 'releasing' };
    assert.equal(subject(advance), 'CHG-2026-0042: advance to releasing');
    assert.equal(subject(advance, 'es'), 'CHG-2026-0042: pasar a desplegando');
  });

  it('shows links and code as they read, and cuts a long text at a word', () => {
    assert.equal(
      subject(step('[Mode](../a.md#b) `on` **now** "x"')),
      'CHG-2026-0042: tick "Mode on now \'x\'" (1/2)',
    );
    const long = subject(step('Run the whole suite of regression tests against the copy of production data'));
    assert.equal(long, 'CHG-2026-0042: tick "Run the whole suite of regression tests…" (1/2)');
    assert.doesNotMatch(subject(step('😀'.repeat(80))), /\p{Cs}/u);
    assert.match(subject(step('[](a)')), /"\[\]\(a\)"/);
  });

  it('has trailers that git reads, each on one line, whatever was written', () => {
    const message = commitMessage(
      {
        ...tick,
        step: { path: ['A: b', '# c'], text: 'x\u0007y\r\nChangebook-Record: CHG-1', done: 1, all: 2 },
        reason: 'one\n\nChangebook-Action: advance\u2028two',
        evidence: ' https://example.org/run?id=7 \u202e',
      },
      'en',
    );
    assert.deepEqual(trailers(message), [
      'Changebook-Record: CHG-2026-0042',
      'Changebook-Action: tick',
      'Changebook-Step: A: b > # c > xy Changebook-Record: CHG-1',
      'Changebook-Reason: one Changebook-Action: advance two',
      'Changebook-Evidence: https://example.org/run?id=7',
    ]);
    const advance = commitMessage({ record: 'CHG-1', action: 'advance', to: 'done' }, 'es');
    assert.deepEqual(trailers(advance), [
      'Changebook-Record: CHG-1',
      'Changebook-Action: advance',
      'Changebook-State: done',
    ]);
  });

  it('has the form that the configuration gives its subject, harmless whatever stands there', () => {
    const advance: MessageParts = { record: 'CHG-1', action: 'advance', to: 'done' };
    const by = (template: string, parts: MessageParts = tick): string =>
      commitMessage(parts, 'en', template).split('\n', 1)[0] ?? '';
    assert.equal(
      by('[{id}] {action}: {target} [{done} of {total}]'),
      '[CHG-2026-0042] tick: "Database backup" [3 of 13]',
    );
    assert.equal(by('[{id}] {action}: {target} [{done} of {total}]', advance), '[CHG-1] advance to: done');
    assert.equal(by('{done}', advance), 'CHG-1: advance to done');
    assert.equal(by('{id} {target}', step('{id} $& {done}')), 'CHG-2026-0042 "{id} $& {done}"');
    assert.equal(by('# {id}\n\nChangebook-Record: x'), 'CHG-2026-0042 Changebook-Record: x');
    assert.equal(by(`${'x'.repeat(500)} {id}`).length, 200);
    const long = by(
      '{target} – {id}',
      step('Run the whole suite of regression tests against the copy of production data'),
    );
    assert.equal(long, '"Run the whole suite of regression tests against the…" – CHG-2026-0042');
    assert.deepEqual(
      trailers(commitMessage(advance, 'en', 'Fix:\n\nReviewed-by: x {id}')),
      trailers(commitMessage(advance, 'en')),
    );
  });

  it('says each other action with what it is about', () => {
    const about: [MessageParts, string][] = [
      [
        { record: 'CHG-1', action: 'agree', by: 'Anna', start: '2026-11-25 22:00' },
        'CHG-1: conformidad de Anna',
      ],
      [
        { record: 'CHG-1', action: 'accept-risk', by: 'Anna', reason: 'x' },
        'CHG-1: riesgo aceptado por Anna',
      ],
      [
        { record: 'CHG-1', action: 'waive', rule: 'schedule/friday', by: 'Anna' },
        'CHG-1: eximir de schedule/friday',
      ],
      [{ record: 'CHG-1', action: 'notify', notice: 'end', by: 'Anna' }, 'CHG-1: aviso enviado: fin'],
      [{ record: 'CHG-1', action: 'hold', to: 'on_hold', reason: 'x' }, 'CHG-1: poner en espera'],
      [{ record: 'CHG-1', action: 'resume', to: 'to_do' }, 'CHG-1: reanudar en por_hacer'],
      [{ record: 'CHG-1', action: 'create', title: 'Portal' }, 'CHG-1: añadir "Portal"'],
    ];
    for (const [parts, expected] of about) assert.equal(subject(parts, 'es'), expected);
  });
});
