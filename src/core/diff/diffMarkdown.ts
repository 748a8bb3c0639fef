import { asMarkdown } from '../language/plainText';
import type { Language } from '../model/text/localized';
import { type Line, linesOf, truncatedMarkdown } from '../model/text/truncatedMarkdown';
import { authorText, changeText, diffWord, looseningText, summaryText, whatText } from './diffText';
import { looseningKinds } from './recordChange';
import type { RecordDiff, TracedChange, WorkspaceDiff } from './workspaceDiff';

/** What is compared, by the names that the user gave. */
interface DiffTitle {
  readonly base: string;
  /** Undefined for the work tree. */
  readonly head?: string | undefined;
}

const icons = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/**
 * A comparison as a markdown document, loosenings first. Values from records are escaped. It has no timestamp, so the
 * same comparison always gives the same text.
 */
export function diffMarkdown(diff: WorkspaceDiff, title: DiffTitle, language: Language): string {
  const { base, head = diffWord(language, 'workTree') } = title;
  const between = diffWord(language, 'between', { base: asMarkdown(base, 200), head: asMarkdown(head, 200) });
  const blocks: (readonly Line[])[] = [
    ['<!-- changebook-diff -->'],
    [`## ${between}`],
    [summaryText(diff, language)],
  ];
  const loosened = looseningLines(diff, language);
  if (loosened.length > 0) blocks.push([`### ⚠️ ${diffWord(language, 'loosened')}`], loosened);
  const config = diff.config.flatMap((file): Line[] => [
    `- ${asMarkdown(file.file, 300)}: ${whatText(file, language)}`,
    ...file.changes.map((change) => `  - ${asMarkdown(looseningText(change, language), 800)}`),
  ]);
  if (config.length > 0) blocks.push([`### ${diffWord(language, 'config')}`], config);
  for (const record of diff.records) for (const block of recordBlocks(record, language)) blocks.push(block);
  return truncatedMarkdown(linesOf(blocks), language);
}

/** What was loosened in the configuration and in procedures. */
function looseningLines(diff: WorkspaceDiff, language: Language): Line[] {
  const ofRecords = diff.records.flatMap((record) =>
    record.changes
      .filter(({ kind }) => looseningKinds.has(kind))
      .map((change) => () => `- ${asMarkdown(nameOf(record), 200)}: ${changeLine(change, record, language)}`),
  );
  const ofConfig = diff.loosened.map(
    (loosening) => `- ${asMarkdown(looseningText(loosening, language), 800)}`,
  );
  return [...ofConfig, ...ofRecords];
}

function recordBlocks(record: RecordDiff, language: Language): (readonly Line[])[] {
  const { file, title } = record;
  const by = authorText(record, language, asMarkdown);
  const what = [asMarkdown(whatText(record, language), 300), by].filter((text) => text !== '').join(' · ');
  const name = [record.id, title].filter(Boolean).join(' · ') || file;
  const lines: Line[] = record.changes
    .filter(({ kind }) => !looseningKinds.has(kind))
    .map((change) => () => `- ${changeLine(change, record, language)}`);
  for (const { severity, message, rule } of record.meets) {
    const text = diffWord(language, 'meets', { message: message[language] });
    lines.push(`- ${icons[severity]} ${asMarkdown(text, 600)} \`${rule}\``);
  }
  const head = `### ${asMarkdown(name, 200)}`;
  return [[head], [`${asMarkdown(file, 300)} · ${what}`], lines];
}

function changeLine(change: TracedChange, { type }: RecordDiff, language: Language): string {
  const by = authorText(change, language, asMarkdown);
  const place =
    change.path && change.path.length > 0 ? ` · *${asMarkdown(change.path.join(' › '), 200)}*` : '';
  const text = asMarkdown(changeText(change, type, language), 800);
  return `${text}${place}${by === '' ? '' : ` — ${by}`}`;
}

function nameOf({ id, file }: RecordDiff): string {
  return id ?? file;
}
