import { auditTimes } from '../audit/auditMarkdown';
import { eventText, evidenceAndReason, stepPlace } from '../audit/auditText';
import { changeText } from '../diff/diffText';
import type { RecordChange } from '../diff/recordChange';
import { cellText } from '../log/deploymentLog';
import type { Language } from '../model/text/localized';
import { localText } from '../model/time/localText';
import { decisionChoice, roleChoice } from '../model/vocabulary/choices';
import { stateName } from '../model/vocabulary/stateName';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import type { AuditPack } from './auditPack';
import { packNames } from './packNames';
import { type PackWord, packWord } from './packWords';
import { fileLink, type Markup, markup, sentence, shown, tableMarkup } from './pageMarkup';
import type { SampledChange } from './sampledChange';
import { approvedName, noticeTable, sampleNames } from './sampleFiles';
import { coverageText, versionText } from './storyTexts';

/** So many events and differences of a change stand on the page; its own files have all. */
const mostEvents = 60;
const mostDifferences = 30;

/** The sampled changes on a pack's page. */
export function sampleSection({ samples, options: { language } }: AuditPack): Markup {
  const how = sentence(packWord(language, 'drawn'), { file: fileLink(packNames.draw) });
  const all = samples.map((sample) => sampleMarkup(sample, language));
  const none = samples.length === 0 ? markup`<p>${shown(packWord(language, 'noSample'))}</p>\n` : shown('');
  return markup`<p>${how}</p>
${none}${all}`;
}

function sampleMarkup(sample: SampledChange, language: Language): Markup {
  const { row, subject } = sample;
  const id = `record-${sample.folder.replace(/^samples\//, '')}`;
  const state = withSpaces(stateName(row.facts.status, language));
  const about = [row.customer, state, row.facts.environments.join(', ')].filter(Boolean).join(' · ');
  const times = auditTimes(subject, language).map(
    ([label, text]) => markup`<dt>${shown(label)}</dt><dd>${shown(`${text} (${subject.zone})`)}</dd>\n`,
  );
  const name = [row.key, row.facts.title].filter(Boolean).join(' · ');
  return markup`<article aria-labelledby="${shown(id)}">
<h3 id="${shown(id)}">${shown(name)}</h3>
<p class="of">${shown(about)}</p>
<dl class="facts">
${times}</dl>
${sampleLinks(sample, language)}${decisions(sample, language)}${comparison(sample, language)}${trail(sample, language)}${notices(sample, language)}${evidence(sample, language)}</article>
`;
}

function heading(word: PackWord, language: Language): Markup {
  return markup`<h4>${shown(packWord(language, word))}</h4>\n`;
}

function paragraph(word: PackWord, language: Language): Markup {
  return markup`<p class="muted">${shown(packWord(language, word))}</p>\n`;
}

function caption({ row }: SampledChange, word: PackWord, language: Language): string {
  return `${row.key}: ${packWord(language, word)}`;
}

function sampleLinks({ folder, story }: SampledChange, language: Language): Markup {
  const approved = story.approved.map((_, place) => {
    const name = approvedName(place, story.approved.length);
    const number = story.approved.length === 1 ? '' : ` ${place + 1}`;
    return [name, `${packWord(language, 'approvedContent')}${number}`] as const;
  });
  const links = [
    [sampleNames.record, packWord(language, 'record')] as const,
    ...approved,
    ...(story.carriedOut ? [[sampleNames.carriedOut, packWord(language, 'carriedOut')] as const] : []),
    [sampleNames.content, packWord(language, 'comparison')] as const,
    [sampleNames.trail, packWord(language, 'trail')] as const,
  ];
  const items = links.map(([file, words]) => markup`<li>${fileLink(`${folder}/${file}`, words)}</li>`);
  return markup`<ul class="links">${items}</ul>\n`;
}

function decisions(sample: SampledChange, language: Language): Markup {
  const { approvals } = sample.story;
  const { zone } = sample.subject;
  const head = heading('decisions', language);
  if (approvals.length === 0) return markup`${head}${paragraph('noDecisions', language)}`;
  const rows = approvals.map((approval) => {
    const { role, by, decision, at } = approval.decision;
    const isSame = approval.differs?.length === 0 && approval.state === 'known';
    const isBad =
      approval.isLate ||
      approval.isRewritten ||
      approval.state !== 'known' ||
      (approval.differs?.length ?? 0) > 0 ||
      decision === 'denied';
    const kind = (isBad ? 'bad' : isSame ? 'good' : 'muted') as Markup;
    return [
      shown(choiceIn(language, roleChoice.choices, role)),
      shown(by || '?'),
      shown(at === undefined ? '?' : localText(at, zone)),
      shown(choiceIn(language, decisionChoice.choices, decision)),
      shown(approval.brought ? versionText(approval.brought, zone) : '?'),
      markup`<span class="${kind}">${shown(coverageText(approval, language))}</span>`,
    ];
  });
  const titles = (['role', 'who', 'when', 'decision', 'broughtBy', 'covers'] as const).map((word) =>
    packWord(language, word),
  );
  return markup`${head}${tableMarkup({ caption: caption(sample, 'decisions', language), titles, rows })}`;
}

function comparison({ story, folder, subject }: SampledChange, language: Language): Markup {
  const head = heading('comparison', language);
  const { carriedOut, isUnderWay, approved, difference, since } = story;
  if (!carriedOut) return markup`${head}${paragraph('notCarriedOut', language)}`;
  const version = shown(versionText(carriedOut, subject.zone));
  const listed = (word: PackWord, changes: readonly RecordChange[]): Markup => {
    const items = changes
      .slice(0, mostDifferences)
      .map((change) => markup`<li>${shown(changeText(change, 'change', language))}</li>\n`);
    const more = {
      n: shown(changes.length - mostDifferences),
      file: fileLink(`${folder}/${sampleNames.content}`),
    };
    if (changes.length > mostDifferences)
      items.push(markup`<li>${sentence(packWord(language, 'more'), more)}</li>\n`);
    const body = items.length > 0 ? markup`<ul>\n${items}</ul>\n` : paragraph('noDifference', language);
    return markup`<p>${shown(packWord(language, word))}:</p>\n${body}`;
  };
  const fromApproved =
    approved.length > 0 ? listed('fromApproved', difference) : paragraph('nothingToCompare', language);
  return markup`${head}<p>${shown(packWord(language, 'carriedOut'))}: <code>${version}</code></p>
${isUnderWay ? paragraph('underWay', language) : shown('')}${fromApproved}${listed('sinceThen', since)}`;
}

function trail(sample: SampledChange, language: Language): Markup {
  const { events, zone } = sample.subject;
  const rows = events.slice(0, mostEvents).map((event) => {
    const why = evidenceAndReason(event, language).map(
      ([label, text]) => markup`<br>${shown(`${label}: ${text}`)}`,
    );
    const place = stepPlace(event);
    return [
      markup`<span class="when">${shown(localText(event.at, zone))}</span>`,
      shown(event.by),
      markup`<span class="text">${shown(eventText(event, language))}${place === '' ? shown('') : markup` <span class="muted">${shown(place)}</span>`}${why}</span>`,
      markup`<code>${shown(event.commit.slice(0, 10))}</code>`,
    ];
  });
  const titles = [`${packWord(language, 'when')} (${zone})`].concat(
    (['who', 'what', 'commit'] as const).map((word) => packWord(language, word)),
  );
  const rest = {
    n: shown(events.length - mostEvents),
    file: fileLink(`${sample.folder}/${sampleNames.report}`),
  };
  const more =
    events.length > mostEvents ? markup`<p>${sentence(packWord(language, 'more'), rest)}</p>\n` : shown('');
  return markup`${heading('trail', language)}${tableMarkup({ caption: caption(sample, 'trail', language), titles, rows })}${more}`;
}

function notices(sample: SampledChange, language: Language): Markup {
  const head = heading('notices', language);
  const { titles, rows, zone } = noticeTable(sample, language);
  if (rows.length === 0) return markup`${head}${paragraph('noNotices', language)}`;
  const cells = rows.map((row) => row.map((cell) => shown(cellText(cell, zone))));
  return markup`${head}${tableMarkup({ caption: caption(sample, 'notices', language), titles, rows: cells })}`;
}

function evidence(sample: SampledChange, language: Language): Markup {
  const head = heading('evidence', language);
  if (sample.evidence.length === 0) return markup`${head}${paragraph('noEvidence', language)}`;
  const rows = sample.evidence.map(({ event, path }) => [
    shown(event.step?.text ?? '?'),
    path === undefined
      ? markup`<span class="bad">${shown(`${event.evidenceFile?.file}: ${packWord(language, 'evidenceLost')}`)}</span>`
      : fileLink(`${sample.folder}/${path}`, path),
    markup`<code>${shown(event.evidenceFile?.sha256)}</code>`,
  ]);
  const titles = [packWord(language, 'step'), packWord(language, 'file'), 'SHA-256'];
  return markup`${head}${tableMarkup({ caption: caption(sample, 'evidence', language), titles, rows })}`;
}
