import { strict as assert } from 'node:assert';
import { Liquid } from 'liquidjs';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { hoverAt } from '../../../../src/core/language/hoverAt';
import { TemplateEngine } from '../../../../src/core/notices/templateEngine';
import { templateCompletionsAt, templateHoverAt } from '../../../../src/core/notices/templateLanguage';
import { templateFilters, templateTags } from '../../../../src/core/notices/templateWords';
import { configOf, indexOf } from '../../support/memoryWorkspace';

/** The completions at `|`, by label. */
function at(marked: string, language: 'en' | 'es' = 'en') {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const items = templateCompletionsAt(text, offset, ['signature', 'tickets'], language);
  const pick = (label: string): string | undefined => {
    const item = items.find((candidate) => candidate.label === label);
    return item && text.slice(0, item.range.start) + item.insertText + text.slice(item.range.end);
  };
  return { labels: items.map(({ label }) => label), pick, items };
}

function hover(marked: string, language: 'en' | 'es' = 'en'): string | undefined {
  return templateHoverAt(marked.replace('¦', ''), marked.indexOf('¦'), language)?.markdown;
}

describe('Completion in templates of notices', () => {
  it('offers variables, with what they are, between the brackets as the editor closes them', () => {
    const { pick, labels, items } = at('Hello {{¦}},\n');
    assert.ok(labels.includes('window.start') && labels.includes('customer') && labels.includes('tickets'));
    assert.equal(pick('window.start'), 'Hello {{ window.start }},\n');
    assert.equal(at('Hello {{ win¦ }}').pick('window.start'), 'Hello {{ window.start }}');
    assert.equal(at('{{ window.st¦art }}').pick('window.end'), '{{ window.end }}');
    assert.match(items.find(({ label }) => label === 'outage')?.detail ?? '', /without service/);
    assert.match(
      at('{{¦}}', 'es').items.find(({ label }) => label === 'outage')?.detail ?? '',
      /sin servicio/,
    );
  });

  it('offers filters behind a bar, tags and parts where they belong', () => {
    assert.equal(at('{{ title |¦ }}').pick('upcase'), '{{ title | upcase }}');
    assert.equal(at('{{ title | up¦}}').pick('upcase'), '{{ title | upcase }}');
    assert.ok(!at('{{ title |¦ }}').labels.includes('title'));
    assert.equal(at('{%¦}').pick('else'), '{% else %}');
    assert.equal(at('{% ¦').pick('endif'), '{% endif %}');
    assert.equal(at('{% include "¦" %}').pick('tickets'), '{% include "tickets" %}');
    assert.ok(at('{% if ¦ %}').labels.includes('outage'));
    assert.ok(at('{% if outage and ¦ %}').labels.includes('status_page'));
  });

  it('knows lists, and what a loop makes of them', () => {
    const lists = at('{% for ticket in ¦ %}').labels;
    assert.ok(lists.includes('tickets') && lists.includes('changelog.added') && !lists.includes('title'));
    const inside = '{% for t in tickets %}\n- {{ t.¦ }}\n{% endfor %}\n';
    assert.equal(at(inside).pick('t.label'), inside.replace('t.¦', 't.label'));
    assert.ok(!at(`${inside.replace('¦', 'id')}{{ ¦ }}`).labels.includes('t.label'));
    assert.ok(at('{% assign night = window.start %}{{ ¦ }}').labels.includes('night'));
  });

  it('says nothing outside of brackets, in quotes, and where only a sign can follow', () => {
    for (const marked of [
      'Hello ¦',
      '{{ title }} ¦',
      '{{ title ¦ }}',
      '{{ title | default: "¦" }}',
      '{% for ¦ %}',
    ])
      assert.deepEqual(at(marked).labels, [], marked);
  });

  it('gives only what the engine takes', () => {
    const known = new Liquid();
    for (const [name, { goesOn = '' }] of Object.entries(templateFilters)) {
      const source = `{{ tickets | ${name}${goesOn.replace(/\$\d/g, '1')} }}`;
      assert.ok(!('reason' in new TemplateEngine({}).inspect(source)), source);
    }
    for (const name of Object.keys(templateTags))
      assert.ok(/^(?:end\w+|els\w+|when)$/.test(name) || Object.hasOwn(known.tags, name), name);
  });
});

describe('Hover in templates of notices', () => {
  it('says what a variable is and where it comes from', () => {
    assert.match(
      hover('{{ sta¦tus_page }}') ?? '',
      /status page\. {2}\nFrom `status_page` of the customer’s file/,
    );
    assert.match(
      hover('{{ window.sta¦rt }}', 'es') ?? '',
      /Hora a la que empieza.*\nDe `schedule\.start` del cambio/,
    );
    assert.match(hover('{% for t in tick¦ets %}') ?? '', /Each: `id`, `title`/);
  });

  it('knows the variable of a loop, filters and tags', () => {
    assert.match(hover('{% for t in tickets %}{{ t.u¦rl }}') ?? '', /Address in its tracker/);
    assert.match(hover('{{ title | tru¦ncate: 20 }}') ?? '', /No longer than/);
    assert.match(hover('{% unl¦ess outage %}') ?? '', /not given/);
    assert.equal(hover('{{ nobo¦dy }}'), undefined);
    assert.equal(hover('{{ title | default: "tit¦le" }}'), undefined);
    assert.equal(hover('tit¦le'), undefined);
  });
});

describe('The front matter of templates', () => {
  const input = {
    kind: 'template',
    language: 'en',
    config: configOf(new Map()).config,
    index: indexOf(new Map()),
  } as const;

  it('is completed and explained like that of records', () => {
    const text = '---\nsubject: x\n\n---\n';
    const labels = completionsAt(text, text.indexOf('\n---\n', 5), input).items.map(({ label }) => label);
    assert.deepEqual(labels, ['channel', 'audience']);
    const audience = '---\naudience: \n---\n';
    const values = completionsAt(audience, audience.indexOf('\n---', 5), input).items.map(
      ({ label }) => label,
    );
    assert.deepEqual(values, ['team', 'customer', 'parties', 'users', 'tracker']);
    assert.match(hoverAt('---\nasunto: x\n---\n', 6, input)?.markdown ?? '', /Subject/);
  });
});
