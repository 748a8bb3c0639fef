import { reconcileParts, reconcileSummary } from '../reconcile/reconcileMarkdown';
import type { AuditPack } from './auditPack';
import { manifestFile } from './packManifest';
import { packNames } from './packNames';
import { type PackWord, packWord } from './packWords';
import { fileLink, type Markup, markup, sentence, shown, tableMarkup } from './pageMarkup';

/** So many rows of each kind stand on the page; the files have all. */
const mostRows = 100;

/** Deployments beside records, on a pack's page. */
export function deploymentsSection({ reconciliation, options: { language } }: AuditPack): Markup {
  const say = (word: PackWord, args = {}): string => packWord(language, word, args);
  if (!reconciliation) return markup`<p class="notice">${shown(say('noDeployments'))}</p>\n`;
  const { report, lists, tags } = reconciliation;
  const isGood = report.complete && report.exceptions.length === 0;
  const kind = (isGood ? 'good' : 'bad') as Markup;
  const tables = reconcileParts(report, language).map(({ title, entries }) => {
    const rows = entries
      .slice(0, mostRows)
      .map(({ message, places }) => [
        markup`<span class="text">${shown(message)}</span>`,
        shown(places.join('; ')),
      ]);
    const more = { n: shown(entries.length - mostRows), file: fileLink(packNames.reconciliationCsv) };
    const rest = entries.length > mostRows ? markup`<p>${sentence(say('more'), more)}</p>\n` : shown('');
    const titles = [say('what'), say('where')];
    // What stands nowhere needs no column that says so.
    if (entries.every(({ places }) => places.length === 0)) {
      const items = entries.slice(0, mostRows).map(({ message }) => markup`<li>${shown(message)}</li>\n`);
      return markup`<h3>${shown(title)}</h3>\n<ul>\n${items}</ul>\n${rest}`;
    }
    return markup`<h3>${shown(title)}</h3>\n${tableMarkup({ caption: title, titles, rows })}${rest}`;
  });
  const whence = say('deploymentsFrom', { lists: lists.size, tags: tags.length });
  return markup`<p class="${kind}">${shown(reconcileSummary(report, language))}</p>
<p>${sentence(whence, { manifest: fileLink(manifestFile) })}</p>
${tables}`;
}
