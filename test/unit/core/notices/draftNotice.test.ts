import { strict as assert } from 'node:assert';
import { draftNotice } from '../../../../src/core/notices/draftNotice';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { drafted, kindOf, requestFor, workspaceWith } from './noticeWorkspace';

const full =
  'title: Portal\nenvironments: [PRO]\nschedule: { start: 2026-11-24 22:00, duration: 1h30m, outage: 10m }\n';

describe('A draft', () => {
  it('leaves out the sentences whose optional value is missing, and no other', () => {
    const draft = drafted(
      'start',
      requestFor(workspaceWith(full.replace(', outage: 10m', '')), 'CHG-1.md', 'en'),
    );
    assert.match(draft.plain, /It should take 1 hour and 30 minutes\.\n/);
    assert.doesNotMatch(draft.plain, /unavailable|restarted|Tickets|Components/);
    assert.deepEqual(draft.missing, []);
  });

  it('marks a required value that is missing, and says where it belongs', () => {
    const draft = drafted('start', requestFor(workspaceWith('title: Portal\n'), 'CHG-1.md', 'en'));
    assert.match(draft.plain, /to ⟨missing: environments⟩\./);
    assert.match(draft.plain, /take ⟨missing: schedule\.duration⟩\./);
    assert.deepEqual(draft.missing, [
      { variable: 'window.environments', field: 'environments', file: 'record' },
      { variable: 'duration', field: 'schedule.duration', file: 'record' },
    ]);
  });

  it('names a missing field as the record would, and one of the configuration too', () => {
    const texts = new Map([['CHG-1.md', '---\nid: CHG-1\ntipo: cambio\ntitulo: Portal\n---\n']]);
    assert.match(
      drafted('start', requestFor(texts, 'CHG-1.md', 'es')).plain,
      /⟨falta: programacion\.duracion⟩/,
    );
    const end = drafted('end', requestFor(texts, 'CHG-1.md', 'es'));
    assert.match(end.plain, /⟨falta: soporte⟩/);
    assert.ok(end.missing.some(({ field, file }) => field === 'support' && file === 'config'));
  });

  it('tells of placeholders that would go out', () => {
    const draft = drafted('start', requestFor(workspaceWith(`${full}restarts: [TBD]\n`), 'CHG-1.md', 'en'));
    assert.deepEqual(draft.placeholders, ['TBD']);
  });

  it('gives times in the customer’s zone, and names the day where a window crosses midnight', () => {
    const config = workspaceWith(
      'environments: [PRO]\ntitle: Portal\nschedule: { start: 2026-11-24T22:30Z, duration: 2h }\n',
    );
    const { plain } = drafted('users', requestFor(config, 'CHG-1.md', 'en'));
    assert.match(
      plain,
      /On Tuesday 24 November 2026, from 23:30 to 01:30 on Wednesday 25 November 2026 \(Europe\/Madrid\)/,
    );
  });

  it('says the new estimate of a delay, where it is known', () => {
    const request = requestFor(workspaceWith(full), 'CHG-1.md', 'en');
    assert.doesNotMatch(drafted('delay', request).plain, /estimate/);
    const late = drafted('delay', { ...request, estimate: Date.UTC(2026, 10, 24, 22, 45) });
    assert.match(late.plain, /New estimate: 23:45 \(Europe\/Madrid\)\./);
  });

  it('ends by what came of it', () => {
    const of = (outcome: string, kind: 'end' | 'ticket_comment'): string =>
      drafted(kind, requestFor(workspaceWith(`${full}outcome: ${outcome}\n`), 'CHG-1.md', 'en')).plain;
    assert.match(of('successful', 'end'), /finished successfully/);
    assert.match(of('rolled_back', 'end'), /previous version is in place again/);
    assert.match(of('failed', 'end'), /without the expected result/);
    assert.match(of('rolled_back', 'ticket_comment'), /has been rolled back/);
    // Before the change is closed, the notice of a rollback says it.
    const told = workspaceWith(`${full}notifications: [{ kind: start }, { kind: rollback }]\n`);
    const comment = drafted('ticket_comment', requestFor(told, 'CHG-1.md', 'en'));
    assert.match(comment.plain, /has been rolled back/);
  });

  it('is one sentence for the banner', () => {
    const { plain, channel, recipients } = drafted(
      'banner',
      requestFor(workspaceWith(full), 'CHG-1.md', 'es'),
    );
    assert.equal(plain.trim().split('\n').length, 1);
    assert.equal(plain.match(/\./g)?.length, 1);
    assert.equal(channel, 'application');
    assert.deepEqual(recipients.to, []);
  });

  it('is made of every kind in both languages, from a change that says nothing', () => {
    const texts = new Map([['CHG-1.md', '---\nid: CHG-1\ntype: change\n---\n']]);
    for (const kind of noticeKinds) {
      for (const language of ['en', 'es'] as const) {
        const result = draftNotice(kind, requestFor(texts, 'CHG-1.md', language));
        assert.ok(result.ok, kind.name);
        assert.doesNotMatch(result.draft.plain, /[\uE000-\uE002]|undefined|null|\[object/, kind.name);
        // Its id is title enough for these.
        const needed = kind.name !== 'delay' && kind.name !== 'announcement';
        if (needed) assert.ok(result.draft.missing.length > 0, kind.name);
      }
    }
  });
});

describe('A team’s template', () => {
  const request = requestFor(workspaceWith(full), 'CHG-1.md', 'en');
  const drafting = (files: { [name: string]: string }) =>
    draftNotice(kindOf('start'), { ...request, templates: new Map(Object.entries(files)) });

  it('takes the place of the one that ships, in its language', () => {
    const own =
      '---\nsubject: "{{ title }} starts"\naudience: users\n---\nHello {{ customer }}.\nLonger than {{ outage }}.\nBy {{ assignee }}.\n';
    const result = drafting({ 'start.en.md': own });
    assert.ok(result.ok);
    assert.equal(result.draft.subject, 'Portal starts');
    assert.equal(result.draft.plain, 'Hello Orfeo. Longer than 10 minutes.\n');
    assert.equal(result.draft.audience, 'users');
    assert.equal(result.draft.template, 'start.en.md');
    const other = drafting({ 'start.es.md': own });
    assert.ok(other.ok && other.draft.template === undefined);
  });

  it('shares partials, the nearest language first', () => {
    const files = {
      '_signature.md': 'Anybody',
      '_signature.en.md': 'The night shift of {{ customer }}',
      '_signature.es.md': 'Nadie',
    };
    const result = drafting(files);
    assert.ok(result.ok);
    assert.match(result.draft.plain, /The night shift of Orfeo\n$/);
  });

  it('that names what there is not is told where', () => {
    const faultOf = (text: string, name = 'start.en.md') => {
      const result = drafting({ [name]: text });
      assert.ok(!result.ok, text);
      const { line, column, reason, file } = result.fault;
      return `${file}:${line}:${column} ${reason}`;
    };
    assert.equal(
      faultOf('---\nsubject: x\n---\nHello\n{{ titel }}\n'),
      'start.en.md:5:4 undefined variable: titel',
    );
    assert.match(faultOf('{{ title | shout }}'), /^start\.en\.md:1:1 undefined filter: shout/);
    assert.match(faultOf('{% for a in components %}'), /^start\.en\.md:1:1 tag .* not closed/);
    assert.match(faultOf('{% include "../../../etc/passwd" %}'), /^start\.en\.md:1:1 ENOENT/);
    assert.match(
      faultOf('---\nsubject: "{{ nope }}"\n---\n'),
      /^start\.en\.md:2:10 undefined variable: nope/,
    );
    assert.match(faultOf('{{ nope }}', '_signature.md'), /undefined variable: nope/);
  });

  it('is held to limits of time, size and depth', () => {
    for (const text of [
      '{% for i in (1..100000000) %}a{% endfor %}',
      '{% for i in (1..90000) %}{% for j in (1..90000) %}a{% endfor %}{% endfor %}',
      '{% include "start" %}{% include "_a" %}',
      `${'*'.repeat(5000)}a${'*'.repeat(5000)}`,
      `${'> '.repeat(400)}deep`,
      `{% for i in (1..30000) %}${'x'.repeat(20)}{% endfor %}`,
    ]) {
      assert.equal(
        drafting({ 'start.en.md': text, '_a.md': '{% include "a" %}' }).ok,
        false,
        text.slice(0, 40),
      );
    }
    assert.equal(drafting({ 'start.en.md': '{% include "a" %}', '_a.md': '{% include "a" %}' }).ok, false);
  });

  it('reads no clock, draws no lots and lets no markup through', () => {
    for (const filter of ['date: "%Y"', 'raw', 'sample', 'json', 'inspect', 'escape']) {
      assert.equal(drafting({ 'start.en.md': `{{ title | ${filter} }}` }).ok, false, filter);
    }
  });
});
