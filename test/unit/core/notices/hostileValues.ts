import type { Language } from '../../../../src/core/model/text/localized';
import type { DraftRequest } from '../../../../src/core/notices/draftNotice';
import { requestFor, workspaceWith } from './noticeWorkspace';

/** Texts that would do something if they were taken for more than text. */
export const hostileValues: readonly string[] = [
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
  '<svg/onload=alert(1)><math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '"><a href="vbscript:x" style="position:fixed">x</a>',
  '<https://evil.example/?q=<b>> vscode:extension/evil.x file:///etc/passwd',
  'x =?utf-8?Q?=0D=0ABcc:_evil@evil.example?= y',
  'x&bcc=evil@evil.example&body=1?cc=evil@evil.example#top%0D%0ABcc:evil@evil.example',
  '=HYPERLINK("https://evil.example","x")',
  '+1+cmd|x',
  '@SUM(A1)',
];

/** What notices of a change are drafted from all of whose texts are one value. */
export function hostileRequest(value: string, language: Language = 'en'): DraftRequest {
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
  return requestFor(workspaceWith(`${front}\n`, body, trackers), 'CHG-1.md', language);
}
