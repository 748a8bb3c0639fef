import { auditMarkdown } from '../audit/auditMarkdown';
import { changeText } from '../diff/diffText';
import type { RecordChange } from '../diff/recordChange';
import { asMarkdown } from '../language/plainText';
import { type DeploymentLog, logCsv } from '../log/deploymentLog';
import type { LogCell } from '../log/logColumns';
import type { Language } from '../model/text/localized';
import { type Line, linesOf, truncatedMarkdown } from '../model/text/truncatedMarkdown';
import { momentOf } from '../model/time/dateTime';
import { localText } from '../model/time/localText';
import { decisionChoice, noticeKindChoice, roleChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { auditReport } from '../report/auditReport';
import type { ContentVersion } from './contentStory';
import { type PackWord, packWord } from './packWords';
import { shownCell } from './populationTable';
import type { SampledChange } from './sampledChange';
import { coverageText } from './storyTexts';

/** A file of a pack: its path and what it holds. */
export type PackFile = readonly [path: string, content: string | Uint8Array];

/** The names of a sampled change's files, below its folder. */
export const sampleNames = {
  // Not .md: a pack may lie in a workspace, and holds no records of it.
  record: 'record.txt',
  trail: 'trail.md',
  report: 'trail.json',
  content: 'content.md',
  carriedOut: 'carried-out.txt',
  notices: 'notices.csv',
} as const;

/** The name of an approved version; most changes have one. */
export function approvedName(place: number, count: number): string {
  return count === 1 ? 'approved.txt' : `approved-${place + 1}.txt`;
}

/** Everything that a pack holds of a sampled change. */
export function sampleFiles(sample: SampledChange, language: Language): PackFile[] {
  const { story, subject, record, row } = sample;
  const bytes = ({ blob }: ContentVersion): Uint8Array => sample.bytes.get(blob) ?? new Uint8Array();
  const files = new Map<string, string | Uint8Array>([
    [sampleNames.record, sample.bytes.get(row.blob) ?? new Uint8Array()],
    [sampleNames.trail, auditMarkdown(subject, language)],
    [sampleNames.report, `${JSON.stringify(auditReport(subject), undefined, 2)}\n`],
    [sampleNames.content, contentMarkdown(sample, language)],
  ]);
  for (const [place, version] of story.approved.entries())
    files.set(approvedName(place, story.approved.length), bytes(version));
  if (story.carriedOut) files.set(sampleNames.carriedOut, bytes(story.carriedOut));
  if (record.data.notifications?.length)
    files.set(sampleNames.notices, logCsv(noticeTable(sample, language)));
  for (const { path, bytes: content } of sample.evidence) if (path && content) files.set(path, content);
  return [...files].map(([path, content]) => [`${sample.folder}/${path}`, content]);
}

/** The notices that were sent, as a table. */
export function noticeTable({ record, subject }: SampledChange, language: Language): DeploymentLog {
  const { zone } = subject;
  const say = (word: PackWord): string => packWord(language, word);
  return {
    name: say('notices'),
    zone,
    titles: [say('kind'), `${say('when')} (${zone})`, say('channel'), say('who')],
    widths: [24, 18, 14, 24],
    rows: (record.data.notifications ?? []).map(({ kind, at, channel, by }): LogCell[] => [
      kind && choiceIn(language, noticeKindChoice.choices, kind),
      momentOf(at, zone) ?? at,
      shownCell(channel),
      shownCell(by),
    ]),
  };
}

/** What was approved, what was carried out, and what differs, as a page. */
function contentMarkdown({ story, subject, row }: SampledChange, language: Language): string {
  const { zone } = subject;
  const { approvals, approved, carriedOut, isUnderWay } = story;
  const heading = (word: PackWord): Line[] => [`## ${packWord(language, word)}`];
  const version = ({ commit, at, by }: ContentVersion): string =>
    `\`${commit}\` · ${asMarkdown(`${localText(at, zone)} · ${by}`, 200)}`;
  const decisions = approvals.map((approval) => {
    const { role, by, decision, at } = approval.decision;
    const said = [
      choiceIn(language, roleChoice.choices, role),
      by || '?',
      choiceIn(language, decisionChoice.choices, decision),
      at === undefined ? '' : localText(at, zone),
      coverageText(approval, language),
    ];
    return `- ${asMarkdown(said.filter(Boolean).join(' · '), 600)}`;
  });
  const blocks: (readonly Line[])[] = [
    [`# ${asMarkdown(row.key, 200)}`],
    heading('decisions'),
    decisions.length > 0 ? decisions : [packWord(language, 'noDecisions')],
    heading('approvedContent'),
    approved.length > 0
      ? approved.map((one, place) => `- ${approvedName(place, approved.length)}: ${version(one)}`)
      : [packWord(language, 'none')],
    heading('carriedOut'),
    carriedOut
      ? [`- ${sampleNames.carriedOut}: ${version(carriedOut)}`]
      : [packWord(language, 'notCarriedOut')],
    isUnderWay ? [packWord(language, 'underWay')] : [],
    heading('comparison'),
    ...differenceBlocks(story, language),
  ];
  return truncatedMarkdown(linesOf(blocks.filter((block) => block.length > 0)), language);
}

function differenceBlocks(
  { approved, carriedOut, difference, since }: SampledChange['story'],
  language: Language,
): (readonly Line[])[] {
  if (!carriedOut) return [[packWord(language, 'nothingToCompare')]];
  const listed = (changes: readonly RecordChange[]): Line[] =>
    changes.length > 0
      ? changes.map((change) => () => `- ${asMarkdown(changeText(change, 'change', language), 800)}`)
      : [packWord(language, 'noDifference')];
  return [
    [`### ${packWord(language, 'fromApproved')}`],
    approved.length > 0 ? listed(difference) : [packWord(language, 'nothingToCompare')],
    [`### ${packWord(language, 'sinceThen')}`],
    listed(since),
  ];
}
