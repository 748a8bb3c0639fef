import { conflictMarkers, withoutConflictMarkers } from '../text/conflictMarkers';
import { LineMap } from '../text/lineMap';
import { baseName } from '../text/paths';
import { type TextRange, textRange } from '../text/range';
import { type RecordType, recordTypeNamed, recordTypes } from '../vocabulary/vocabulary';
import { longestText } from './longestText';
import { markChoices } from './markChoices';
import { markConditions } from './markConditions';
import { markRollback } from './markRollback';
import { type Problem, withConflicts } from './problem';
import { readBody } from './readBody';
import { readFields } from './readFields';
import { type FrontMatter, rawRecordType, readFrontMatter, readUnfenced, topOf } from './readFrontMatter';
import type { ParsedRecord } from './record';
import { contentStart, type IdTest, idTest, isNearType, namesRecord } from './recordSigns';
import type { Body } from './step';
import { withFirstStart } from './withFirstStart';
import { isNothing, type YamlMap, type YamlNode } from './yamlTree';

/** Facts about a text besides its characters. */
export interface ParseOptions {
  /** Whether the file is a record by its place (`records:` of the configuration) or its name. */
  readonly expected?: boolean;
  /** Its path. The type is guessed from the file's name where the text does not tell it. */
  readonly file?: string;
  /** The test for ids, where a team has a form of its own. */
  readonly isId?: IdTest;
  /** Offset of the first character that replaces bytes that are not UTF-8. */
  readonly invalidAt?: number;
  /** Whether the file is in UTF-16. */
  readonly wide?: boolean;
  /** Size of the file in bytes where `text` is only its beginning. */
  readonly cutFrom?: number;
}

const isUsualId = idTest();

/**
 * Reads a text as a record. It never throws: everything that is wrong is in the record's `problems`.
 *
 * @returns undefined where the text is not a record: it has neither a known `type` nor the id of a record, and no
 * record is expected
 */
export function parseRecord(text: string, options: ParseOptions = {}): ParsedRecord | undefined {
  const conflicts = conflictMarkers(text);
  const clean = withoutConflictMarkers(text, conflicts);
  const found = frontMatterOf(clean, options);
  const { frontMatter } = found;
  if (!frontMatter && !options.expected) return undefined;
  const root = frontMatter?.yaml.root;
  const named = root?.kind === 'map' ? typeOf(root) : undefined;
  const type = named ?? (frontMatter ? rawTypeWhereUnread(text, frontMatter) : undefined);
  if (!type && !options.expected && !(found.hasId && !hasOtherType(root))) return undefined;
  const lines = new LineMap(text);
  const cut = options.cutFrom !== undefined || text.length > longestText;
  const bodyStart = frontMatter?.bodyStart ?? text.length;
  const body = cut || bodyStart >= text.length ? emptyBody : readBody(lines, bodyStart);
  const parts = { lines, body, bodyStart, typed: type !== undefined };
  return assemble(
    type ?? typeOfId(root, options.file) ?? 'change',
    frontMatter,
    // A conflict marker above the front matter is a problem already.
    [...(conflicts.length > 0 ? [] : found.problems), ...textProblems(text, frontMatter, options)],
    { ...parts, conflicts },
  );
}

/** The front matter of a text, and what is wrong with its place. */
interface FoundFrontMatter {
  readonly frontMatter: FrontMatter | undefined;
  readonly problems: readonly Problem[];
  /** Whether it holds the id of a record. */
  readonly hasId: boolean;
}

const noFrontMatter: FoundFrontMatter = { frontMatter: undefined, problems: [], hasId: false };

function frontMatterOf(text: string, { expected, isId = isUsualId }: ParseOptions): FoundFrontMatter {
  const top = topOf(text);
  const start = text.startsWith('---', top) ? top : contentStart(text, expected);
  const fenced = text.startsWith('---', start);
  if (!fenced && !/^["']?[\p{L}_]+["']?[ \t]*:/u.test(text.slice(start, start + 80))) return noFrontMatter;
  const head = text.slice(start, start + 70_000);
  const yaml = head.slice(
    0,
    1 + head.search(fenced ? /[\r\n]---/ : /(?:\r\n|\n|\r(?!\n))(?:---|[ \t]*[\r\n])/) || undefined,
  );
  const hasId = namesRecord(yaml, isId);
  // This quick test rejects most markdown files of a repository.
  if (!hasId && !(fenced && (expected || /type|tipo/.test(yaml)))) return noFrontMatter;
  const frontMatter = fenced ? readFrontMatter(text, start) : readUnfenced(text, start);
  const code = fenced ? (start > top ? 'above' : undefined) : 'unfenced';
  const range = fenced ? textRange(start, start + 3) : textRange(start, start + yaml.search(/[\r\n]|$/));
  return { frontMatter, hasId, problems: frontMatter && code ? [{ code, range }] : [] };
}

const emptyBody: Body = { headings: [], steps: [], links: [], prose: () => [] };

function assemble(
  type: RecordType,
  frontMatter: FrontMatter | undefined,
  problems: readonly Problem[],
  {
    conflicts,
    ...parts
  }: Pick<ParsedRecord, 'lines' | 'body' | 'bodyStart' | 'typed'> & { conflicts: readonly TextRange[] },
): ParsedRecord {
  const content = frontMatter?.content ?? textRange(0);
  const root = frontMatter?.yaml.root;
  const map: YamlMap =
    root?.kind === 'map' ? root : { kind: 'map', range: content, flow: false, entries: [] };
  const known = recordTypes[type];
  const fields = readFields(map, known.fields, known.schema);
  const record = {
    ...parts,
    type,
    data: fields.data,
    fence: frontMatter?.fence ?? textRange(0),
    content,
    located: fields.located,
    moments: fields.moments,
    language: fields.language,
    problems: withConflicts([...problems, ...fields.problems], conflicts),
  };
  // `type` and `data` come from the same row of the vocabulary, which TypeScript cannot follow through a variable.
  return withFirstStart(withMarks(record as ParsedRecord));
}

/** Marks the steps of the rollback, those that a choice leaves out, and those whose condition is not met. */
function withMarks(record: ParsedRecord): ParsedRecord {
  const named = record.type === 'change' ? record.data.rollback?.steps_section : undefined;
  const body = markChoices(markRollback(record.body, named));
  return markConditions(body === record.body ? record : { ...record, body });
}

function typeOf(root: YamlMap): RecordType | undefined {
  for (const entry of root.entries) {
    if (entry.key !== 'type' && entry.key !== 'tipo') continue;
    const type = entry.value.kind === 'scalar' ? recordTypeNamed(entry.value.value) : undefined;
    if (type) return type;
  }
  return undefined;
}

/** Whether a type is named that is not even nearly one of a record: a page of another tool may have any id. */
function hasOtherType(root: YamlNode | undefined): boolean {
  if (root?.kind !== 'map') return false;
  return root.entries.some(
    ({ key, value }) =>
      /^(?:type|tipo)$/i.test(key) &&
      value.kind === 'scalar' &&
      !isNothing(value) &&
      !isNearType(value.value),
  );
}

/** The type that a record without one most likely has, by the prefix of its id or of its file's name. */
function typeOfId(root: YamlNode | undefined, file = ''): RecordType | undefined {
  const id = root?.kind === 'map' ? root.entries.find(({ key }) => /^id$/i.test(key))?.value : undefined;
  const written = id?.kind === 'scalar' && id.value !== '' ? id.value : baseName(file);
  for (const [type, { prefix }] of Object.entries(recordTypes))
    if (written.toUpperCase().startsWith(prefix)) return type as RecordType;
  return undefined;
}

/** The type of front matter that could not be read whole, from its raw lines. */
function rawTypeWhereUnread(text: string, frontMatter: FrontMatter): RecordType | undefined {
  const { problems, root } = frontMatter.yaml;
  return problems.length > 0 || root?.kind === 'scalar'
    ? rawRecordType(text, frontMatter.content)
    : undefined;
}

function textProblems(text: string, frontMatter: FrontMatter | undefined, options: ParseOptions): Problem[] {
  const problems: Problem[] = [];
  const size = options.cutFrom ?? text.length;
  if (size > longestText) {
    const args = { size: (size / 1_000_000).toFixed(1), limit: longestText / 1_000_000 };
    problems.push({ code: 'fileTooLarge', range: frontMatter?.fence ?? textRange(0, 1), args });
  }
  const nul = text.indexOf('\0');
  const noText = options.invalidAt ?? nul;
  if (noText >= 0)
    problems.push({ code: options.wide ? 'wideText' : 'notText', range: textRange(noText, noText + 1) });
  if (!frontMatter) return [...problems, { code: 'none', range: textRange(0) }];
  // YAML reports a NUL character as well.
  problems.push(
    ...frontMatter.yaml.problems.filter(({ code, range }) => code !== 'yaml' || range.start !== nul),
  );
  const root = frontMatter.yaml.root;
  if (root && root.kind !== 'map') problems.push({ code: 'notMapping', range: root.range });
  return problems;
}
