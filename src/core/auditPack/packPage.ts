import { cellText } from '../log/deploymentLog';
import type { Language } from '../model/text/localized';
import { localText } from '../model/time/localText';
import type { AuditPack } from './auditPack';
import { deploymentsSection } from './deploymentsSection';
import { glanceTiles } from './glanceTiles';
import { manifestFile } from './packManifest';
import { packNames } from './packNames';
import { type PackWord, packWord } from './packWords';
import { fileLink, type Markup, markup, sentence, shown, tableMarkup } from './pageMarkup';
import { pageStyle } from './pageStyle';
import { populationTable } from './populationTable';
import type { PopulationColumnName } from './populationWords';
import { rulesSection } from './rulesSection';
import { sampleSection } from './sampleSection';

/** A part of the page. */
interface Section {
  readonly id: string;
  readonly title: PackWord;
  /** Whether it begins on a page of its own where it is printed. */
  readonly isPage?: true;
  readonly body: (pack: AuditPack) => Markup;
}

const sections: readonly Section[] = [
  { id: 'glance', title: 'glance', body: glance },
  { id: 'completeness', title: 'completeness', body: completeness },
  { id: 'deployments', title: 'deployments', body: deploymentsSection },
  { id: 'changes', title: 'changes', isPage: true, body: changes },
  { id: 'sample', title: 'sample', isPage: true, body: sampleSection },
  { id: 'rules', title: 'rules', isPage: true, body: rulesSection },
  { id: 'files', title: 'files', body: files },
];

/** The page loads nothing, runs nothing and sends nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The summary of a pack: one HTML page for screens, paper and readers of screens. */
export function packPage(pack: AuditPack): string {
  const { from, to, language } = pack.options;
  const title = packWord(language, 'titleOf', { from, to });
  const parts = sections.map(({ id, title: heading, isPage, body }) => {
    const kind = (isPage ? 'page' : 'flow') as Markup;
    return markup`<section class="${kind}" aria-labelledby="${shown(id)}">
<h2 id="${shown(id)}">${shown(packWord(language, heading))}</h2>
${body(pack)}</section>
`;
  });
  const links = sections.map(
    ({ id, title: heading }) =>
      markup`<li><a href="#${shown(id)}">${shown(packWord(language, heading))}</a></li>`,
  );
  return markup`<!doctype html>
<html lang="${shown(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy as Markup}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${shown(title)}</title>
<style>${pageStyle as Markup}
</style>
</head>
<body>
<header>
<h1>${shown(title)}</h1>
${facts(pack)}</header>
<nav aria-label="${shown(packWord(language, 'contents'))}"><ol>${links}</ol></nav>
<main>
${parts}</main>
<footer>${shown(packWord(language, 'title'))} · Changebook ${shown(pack.program)} · <code>${shown(pack.commit)}</code></footer>
</body>
</html>
`;
}

function facts({
  options,
  zone,
  commit,
  committedAt,
  folder,
  program,
  customer,
  rows,
  samples,
}: AuditPack): Markup {
  const { language, from, to, seed, now } = options;
  const say = (word: PackWord, args = {}): Markup => shown(packWord(language, word, args));
  const named: readonly (readonly [PackWord, Markup])[] = [
    ['period', say('span', { from, to })],
    ['customer', customer === undefined ? say('allCustomers') : shown(customer)],
    ['zone', shown(zone)],
    [
      'commit',
      markup`<code>${shown(commit)}</code>, ${say('committed', { at: localText(committedAt, zone) })}`,
    ],
    ...(folder === '' ? [] : [['folder', markup`<code>${shown(folder)}</code>`] as const]),
    ['sampleSize', say('sampleOf', { count: samples.length, all: rows.length, seed })],
    ['program', markup`Changebook ${shown(program)}`],
    ...(now === undefined ? [] : [['madeAt', shown(now)] as const]),
  ];
  const pairs = named.map(([word, value]) => markup`<dt>${say(word)}</dt><dd>${value}</dd>\n`);
  return markup`<dl class="facts">
${pairs}</dl>
`;
}

function glance(pack: AuditPack): Markup {
  const { language } = pack.options;
  if (pack.rows.length === 0) return markup`<p class="notice">${shown(packWord(language, 'nothing'))}</p>\n`;
  const tiles = glanceTiles(pack).map(({ word, n, isBad }) => {
    const kind = (isBad && n > 0 ? ' class="look"' : '') as Markup;
    return markup`<li${kind}><strong>${shown(n)}</strong> ${shown(packWord(language, word, { n }))}</li>\n`;
  });
  return markup`<ul class="tiles">
${tiles}</ul>
`;
}

function completeness({ options: { language }, others, unread }: AuditPack): Markup {
  const paragraph = (word: PackWord, args = {}): Markup =>
    markup`<p>${shown(packWord(language, word, args))}</p>\n`;
  const files = unread.map(({ file, why }) => {
    const reason = packWord(language, why === 'link' ? 'unreadLink' : 'unreadUnsure');
    return markup`<li><code>${shown(file)}</code>: ${shown(reason)}</li>\n`;
  });
  const lacks =
    unread.length === 0
      ? paragraph('allRead')
      : markup`<div class="notice">${paragraph('unread', { n: unread.length })}<ul>
${files}</ul></div>
`;
  return markup`${lacks}${paragraph('whatCounts', { others })}${paragraph('fromGit')}`;
}

/** So many changes stand on the page; the spreadsheet has all. */
const mostRows = 300;

const shownColumns: readonly PopulationColumnName[] = [
  'change',
  'title',
  'customer',
  'type',
  'status',
  'outcome',
  'requested_by',
  'approvals',
  'approved_before',
  'assignee',
  'planned_start',
  'actual_start',
  'actual_end',
  'deviations',
  'waivers',
  'remarks',
];
const longColumns: ReadonlySet<PopulationColumnName> = new Set([
  'title',
  'approvals',
  'waivers',
  'deviations',
]);

function changes({ options: { language }, rows, zone }: AuditPack): Markup {
  if (rows.length === 0) return markup`<p>${shown(packWord(language, 'nothing'))}</p>\n`;
  const some = rows.slice(0, mostRows);
  const table = populationTable(some, { language, zone, drawn: new Set() }, shownColumns);
  const word: PackWord = rows.length > some.length ? 'firstRows' : 'allRows';
  const links = { csv: fileLink(packNames.csv), xlsx: fileLink(packNames.xlsx) };
  const told = { n: shown(some.length), all: shown(rows.length), ...links };
  // What no change says takes no room.
  const said = table.titles.map(
    (_, place) => place === 0 || table.rows.some((row) => row[place] !== undefined),
  );
  const titles = table.titles.filter((_, place) => said[place]);
  const cells = table.rows.map((row) =>
    row.flatMap((cell, place): Markup | [] => {
      if (!said[place]) return [];
      const name = shownColumns[place] ?? 'change';
      const text = shown(cellText(cell, zone));
      if (typeof cell === 'number') return markup`<span class="when">${text}</span>`;
      return longColumns.has(name) && text !== '' ? markup`<span class="text">${text}</span>` : text;
    }),
  );
  return markup`<p>${sentence(packWord(language, word), told)}</p>
${tableMarkup({ caption: packWord(language, 'changes'), titles, rows: cells })}`;
}

const reconciliationRows: readonly (readonly [path: string, word: PackWord])[] = [
  [packNames.reconciliationCsv, 'fileReconciliation'],
  [packNames.reconciliation, 'fileReconciliationJson'],
];

function files({ options: { language }, samples, reconciliation }: AuditPack): Markup {
  const rows: readonly (readonly [path: string, word: PackWord])[] = [
    [packNames.xlsx, 'fileXlsx'],
    [packNames.csv, 'fileCsv'],
    [packNames.draw, 'fileDraw'],
    [packNames.rules, 'fileRules'],
    ...(reconciliation ? reconciliationRows : []),
    [manifestFile, 'fileManifest'],
  ];
  const told = rows.map(([path, word]) => [fileLink(path), shown(packWord(language, word))]);
  if (samples.length > 0)
    told.push([markup`<code>samples/</code>`, shown(packWord(language, 'fileSamples'))]);
  if (reconciliation?.lists.size)
    told.push([
      markup`<code>${shown(packNames.deployments)}/</code>`,
      shown(packWord(language, 'fileDeployments')),
    ]);
  const titles = [packWord(language, 'file'), packWord(language, 'ofFile')];
  return markup`${tableMarkup({ caption: packWord(language, 'files'), titles, rows: told })}<p>${howToCheck(language)}</p>
`;
}

function howToCheck(language: Language): Markup {
  const verify = markup`<code>changebook verify pack/</code>`;
  return sentence(packWord(language, 'howToCheck'), { manifest: fileLink(manifestFile), verify });
}
