import type { ConfigText } from '../config/configFiles';
import { configTypeOf } from '../config/configFiles';
import { readConfigFile } from '../config/readConfigFile';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { locate } from '../model/parse/located';
import type { FieldPath } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';
import { LineMap } from '../model/text/lineMap';
import type { Language } from '../model/text/localized';
import { type LineRange, textRange } from '../model/text/range';
import { configLoosened } from '../rules/config/loosened';
import type { FileFinding, Severity } from '../rules/finding';
import { settingOf } from '../rules/ruleSetting';
import { changeText, looseningText } from './diffText';
import type { Loosening } from './loosening';
import { loosenings } from './loosenings';
import { looseningKinds } from './recordChange';
import { recordDiff } from './recordDiff';

/** A record that a change brings or touches, with the state that it had before, if it was there. */
export interface TouchedRecord {
  readonly file: string;
  readonly name: string;
  readonly statusBefore: string | undefined;
  readonly status: string;
}

/** What of a finding matters here. */
interface FoundRule {
  readonly file: string;
  readonly finding: { readonly rule: string; readonly severity: Severity };
}

/** What a change did, as far as it takes to tell who profits from what it loosens. */
export interface LooseningInput {
  readonly before: WorkspaceConfig;
  readonly after: WorkspaceConfig;
  /** The configuration's texts as they are now. */
  readonly texts: readonly ConfigText[];
  readonly records: readonly TouchedRecord[];
  /** Procedures that the change touched, before and now. */
  readonly procedures: readonly {
    readonly file: string;
    readonly before: ParsedRecord;
    readonly after: ParsedRecord;
  }[];
  /** What is found in those records by the configuration and the procedures from before. */
  readonly held: readonly FoundRule[];
  /** What is found in them as things are. */
  readonly now: readonly FoundRule[];
}

/** A loosening with its place and its words. */
interface Placed extends Pick<Loosening, 'kind' | 'rules' | 'from' | 'to' | 'about'> {
  readonly file: string;
  readonly range: LineRange;
  text(language: Language): string;
}

/** The findings of `config/loosened`: what asks for less than before and spares a record of the same change something. */
export function loosenedFindings(input: LooseningInput): FileFinding[] {
  const { before, held, now } = input;
  const main = input.texts.find(({ file }) => configTypeOf(file) === 'config')?.file;
  const setting = settingOf(configLoosened.id, { file: main ?? '', config: before });
  const severity = setting?.severity ?? configLoosened.severity;
  if (severity === 'off') return [];
  return [...placedLoosenings(input, main), ...procedureLoosenings(input)].flatMap((loosening) => {
    const { file, range } = loosening;
    const what = { 'what.en': loosening.text('en'), 'what.es': loosening.text('es') };
    const base = { rule: configLoosened.id, severity, range };
    const moved = input.records.filter((record) => usesMove(loosening, record, now));
    const spared = input.records.flatMap((record) => {
      const rule = sparedRule(loosening, record.file, held, now);
      return rule ? [{ record, rule }] : [];
    });
    const rule = [...new Set(spared.map((one) => one.rule))].join(', ');
    return [
      ...(moved.length > 0
        ? [{ file, finding: { ...base, message: 'moved', args: { ...what, records: names(moved) } } }]
        : []),
      ...(spared.length > 0
        ? [
            {
              file,
              finding: {
                ...base,
                message: 'profits',
                args: { ...what, rule, records: names(spared.map(({ record }) => record)) },
              },
            },
          ]
        : []),
    ];
  });
}

function names(records: readonly TouchedRecord[]): string {
  const shown = records.slice(0, 5).map(({ name }) => name);
  return `${shown.join(', ')}${records.length > shown.length ? ' …' : ''}`;
}

function usesMove(
  { kind, from, to, about }: Placed,
  record: TouchedRecord,
  now: readonly FoundRule[],
): boolean {
  const { file, status, statusBefore } = record;
  if (kind === 'move-added') return statusBefore === from && status === to;
  if (kind !== 'guard-removed' || status !== from || statusBefore === from) return false;
  return now.some((found) => found.file === file && found.finding.rule === about);
}

const weight: { readonly [severity in Severity]: number } = { info: 0, warning: 1, error: 2 };

/** A rule that a loosening is about and that finds less, or milder, than it would have. */
function sparedRule(
  { rules }: Placed,
  file: string,
  held: readonly FoundRule[],
  now: readonly FoundRule[],
): string | undefined {
  const own = held.filter((found) => found.file === file && found.finding.severity !== 'info');
  const about = new Set(
    own.map(({ finding }) => finding.rule).filter((rule) => rules?.includes(rule) ?? true),
  );
  const badness = (of: readonly FoundRule[], rule: string): number =>
    of
      .filter((found) => found.file === file && found.finding.rule === rule)
      .reduce((sum, { finding }) => sum + weight[finding.severity], 0);
  return [...about].find((rule) => badness(held, rule) > badness(now, rule));
}

function placedLoosenings({ before, after, texts }: LooseningInput, main: string | undefined): Placed[] {
  return loosenings(before, after, main).map((loosening) => ({
    ...loosening,
    range: rangeIn(texts, loosening.file, loosening.path),
    text: (language) => looseningText(loosening, language),
  }));
}

/** The place of a key, else of what stands above it, else the beginning of the file. */
function rangeIn(texts: readonly ConfigText[], file: string, path: FieldPath): LineRange {
  const text = texts.find((candidate) => candidate.file === file)?.text ?? '';
  const read = readConfigFile(configTypeOf(file) ?? 'config', file, text);
  for (let length = path.length; length > 0; length--) {
    const place = locate(read.located, path.slice(0, length));
    // What the format leaves to rules and workflows is only known as it is written.
    const entries = place?.node.kind === 'map' ? place.node.entries : [];
    const inside = entries.find(({ key }) => key === path[length]);
    const range = inside?.keyRange ?? place?.keyRange ?? place?.node.range;
    if (range) return read.lines.rangeAt(range);
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return read.lines.rangeAt(textRange(start, start));
}

/** What procedures no longer ask for. */
function procedureLoosenings({ procedures }: LooseningInput): Placed[] {
  return procedures.flatMap(({ file, before, after }) => {
    const loosened = recordDiff(before, after).filter(({ kind }) => looseningKinds.has(kind));
    const place = locate(after.located, ['gates']);
    const range = new LineMap(after.lines.text).rangeAt(place?.keyRange ?? place?.node.range ?? after.fence);
    return loosened.map((change): Placed => {
      const text = (language: Language) =>
        `${after.data.id ?? file}: ${changeText(change, 'procedure', language)}`;
      return {
        kind: 'rule-lowered',
        about: '',
        from: '',
        to: '',
        rules: ['checklist/gate'],
        file,
        range,
        text,
      };
    });
  });
}
