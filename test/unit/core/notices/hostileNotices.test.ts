import { strict as assert } from 'node:assert';
import MarkdownIt from 'markdown-it';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { renderMarkdown } from '../../../../src/core/notices/noticeMarkup';
import { harmlessHtml } from './harmlessHtml';
import { hostileRequest, hostileValues } from './hostileValues';
import { drafted } from './noticeWorkspace';

describe('Hostile values in notices', () => {
  for (const value of hostileValues) {
    it(`read as they are and do nothing: ${value.slice(0, 40)}`, () => {
      const request = hostileRequest(value);
      for (const { name } of noticeKinds) {
        const draft = drafted(name, request);
        assert.ok(
          // What hosts take for a mention has an invisible space in it.
          draft.plain.replaceAll('\u200b', '').includes(value) ||
            draft.subject.includes(value) ||
            name === 'banner' ||
            name === 'users',
          `${name}: ${draft.plain}`,
        );
        harmlessHtml(draft.html, name);
        assert.doesNotMatch(draft.plain, /1337/, name);
        assert.doesNotMatch(draft.subject, /[\r\n]/, name);
      }
    });
  }

  it('make the same text for another reader of markdown', () => {
    const reader = new MarkdownIt('default', { linkify: false });
    for (const value of hostileValues) {
      const { markdown } = drafted('pull_request', hostileRequest(value));
      const shown = reader
        .render(markdown)
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      assert.ok(shown.replaceAll('\u200b', '').includes(value), `${value}\n${shown}`);
    }
  });

  it('keep sentences whole that end inside them', () => {
    const draft = drafted('agreement_request', hostileRequest('One. Two! Three?'));
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
