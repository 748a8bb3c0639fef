import { strict as assert } from 'node:assert';
import MarkdownIt from 'markdown-it';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { renderMarkdown } from '../../../../src/core/notices/noticeMarkup';
import { drafted, requestFor, workspaceWith } from './noticeWorkspace';

const values = [
  '{{ 7 | times: 191 }}{% include "signature" %}{% raw %}',
  '<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=//evil.example>',
  '[click](javascript:alert(1)) ![p](https://evil.example/p.png) [c](command:x) <javascript:alert(1)>',
  '**bold** _em_ `code` ~~gone~~ # head',
  '- item',
  '1. item',
  '> quote',
  '# head',
  '=====',
  '---',
  '| a | b |',
  '&lt;b&gt; &#60;',
  'a\\*b\\',
  '```js',
  '[x]: https://evil.example',
  '<!-- step: x -->',
  'end. Next sentence! And?',
];

/** A change all of whose texts are one value. */
function requestOf(value: string) {
  const text = JSON.stringify(value);
  const front = [
    `title: ${text}`,
    `environments: [${text}]`,
    `assignee: ${text}`,
    `requested_by: ${text}`,
    'schedule: { start: 2026-11-24 22:00, duration: 1h, outage: 10m }',
    `impact: { level: low, description: ${text} }`,
    `features: [${text}]`,
    `components: [{ name: ${text}, from: ${text}, to: ${text} }]`,
    `restarts: [${text}]`,
    `tickets: [{ id: ${text}, title: ${text} }, { mail: ${text} }]`,
    `release: { version: ${text}, tag: ${text}, branch: ${text} }`,
    `database: [{ migration: ${text}, restore: ${text} }]`,
    `tests: { validated_in: [${text}], passed: 3, total: 4, run: ${text} }`,
    `rollback: { to: ${text}, steps_section: ${text}, duration: 10m }`,
  ].join('\n');
  const body = `# x\n\n## Changelog\n\n### Added\n\n- \`{{ title }}\` <b onclick=x>y</b>\n`;
  const trackers = 'trackers: [{ pattern: ".*", url: "https://tracker.example/{id}" }]\n';
  return requestFor(workspaceWith(`${front}\n`, body, trackers), 'CHG-1.md', 'en');
}

const allowed = /^(?:p|ul|ol|li|a|h[1-6]|br|strong|em)$/;

describe('Hostile values in notices', () => {
  for (const value of values) {
    it(`read as they are and do nothing: ${value.slice(0, 40)}`, () => {
      const request = requestOf(value);
      for (const { name } of noticeKinds) {
        const draft = drafted(name, request);
        assert.ok(
          draft.plain.includes(value) ||
            draft.subject.includes(value) ||
            name === 'banner' ||
            name === 'users',
          `${name}: ${draft.plain}`,
        );
        for (const [, tag = ''] of draft.html.matchAll(/<\/?([a-z][a-z\d]*)/gi))
          assert.match(tag, allowed, name);
        for (const [, attribute = '', target = ''] of draft.html.matchAll(/<[^<>]*?\s([a-z-]+)="([^"]*)"/g)) {
          assert.equal(attribute, 'href', name);
          assert.match(
            target,
            /^(?:https:\/\/(?:tracker|support|status)\.|https:\/\/evil\.example|mailto:)/,
            name,
          );
        }
        assert.doesNotMatch(draft.plain, /1337/, name);
        assert.doesNotMatch(draft.subject, /[\r\n]/, name);
      }
    });
  }

  it('make the same text for another reader of markdown', () => {
    const reader = new MarkdownIt('default', { linkify: false });
    for (const value of values) {
      const { markdown } = drafted('pull_request', requestOf(value));
      const shown = reader
        .render(markdown)
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      assert.ok(shown.includes(value), `${value}\n${shown}`);
    }
  });

  it('keep sentences whole that end inside them', () => {
    const draft = drafted('agreement_request', requestOf('One. Two! Three?'));
    assert.match(draft.plain, /deploy “One\. Two! Three\?” to One\. Two! Three\? on/);
  });
});

describe('HTML of a template', () => {
  it('is left out, with links that run something and pictures', () => {
    const { html } = renderMarkdown(
      '<script>alert(1)</script>\n\n<b onclick="x">hi</b> [a](javascript:alert(1)) [b](command:x) [v](vscode:x) ![i](https://e.example/i.png) [ok](https://e.example) [m](mailto:a@b.example)\n',
    );
    assert.doesNotMatch(html, /script|onclick|command|vscode|<img|<b/);
    assert.match(html, /href="https:\/\/e\.example"/);
    assert.match(html, /href="mailto:a@b\.example"/);
  });
});
