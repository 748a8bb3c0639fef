import { localText } from '../model/time/localText';
import type { AuditPack } from './auditPack';
import { type PackWord, packWord } from './packWords';
import { type Markup, markup, shown, tableMarkup } from './pageMarkup';

/** The history of the rules on a pack's page. */
export function rulesSection({ rules, zone, options: { language } }: AuditPack): Markup {
  const say = (word: PackWord, args = {}): string => packWord(language, word, args);
  const { begins, loosened, commits } = rules;
  const beginning = begins
    ? say('rulesBegin', {
        commit: begins.commit.slice(0, 10),
        at: localText(begins.at, zone),
        by: begins.by.join('; '),
      })
    : say('rulesNever');
  const rows = loosened.map(({ made, ended, text, file }) => [
    markup`<span class="when">${shown(localText(made.at, zone))}</span>`,
    ended
      ? markup`<span class="when">${shown(localText(ended.at, zone))}</span>`
      : markup`<span class="bad">${shown(say('stillOn'))}</span>`,
    markup`<span class="text">${shown(text[language])}</span>`,
    shown(made.by.join('; ')),
    markup`<code>${shown(file)}</code>`,
    markup`<code>${shown(made.commit.slice(0, 10))}</code>`,
    ended ? markup`<code>${shown(ended.commit.slice(0, 10))}</code>` : shown(''),
  ]);
  const titles = [`${say('since')} (${zone})`, `${say('until')} (${zone})`].concat(
    (['loosened', 'by', 'file', 'commit', 'endedBy'] as const).map((word) => say(word)),
  );
  const table =
    rows.length > 0
      ? tableMarkup({ caption: say('rules'), titles, rows })
      : markup`<p class="good">${shown(say('rulesNone'))}</p>\n`;
  return markup`<p>${shown(say('rulesMeaning'))}</p>
<p>${shown(beginning)} ${shown(say('rulesCommits', { n: commits }))}</p>
${table}`;
}
