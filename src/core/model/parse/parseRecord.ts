import { LineMap } from '../text/lineMap';
import { textRange } from '../text/range';
import { type RecordType, recordTypeNamed, recordTypes } from '../vocabulary/vocabulary';
import { markRollback } from './markRollback';
import type { Problem } from './problem';
import { readBody } from './readBody';
import { readFields } from './readFields';
import { type FrontMatter, rawRecordType, readFrontMatter } from './readFrontMatter';
import type { ParsedRecord } from './record';
import type { Body } from './step';
import type { YamlMap, YamlNode } from './yamlTree';

/** Texts longer than this many UTF-16 units are not read as records. */
export const longestText = 1_000_000;

/** What is known of a text besides its characters. */
export interface ParseOptions {
  /** The file is a record by its place (`records:` of the configuration), whatever its front matter says. */
  readonly expected?: boolean;
  /** Offset of the first character that stands for bytes that are no UTF-8. */
  readonly invalidAt?: number;
  /** Size of the file in bytes where `text` is only its beginning. */
  readonly cutFrom?: number;
}

/**
 * Reads a text as a record. Never throws: whatever is wrong is in the record's `problems`.
 *
 * @returns nothing where the text is no record: no front matter with a known `type`, and none expected
 */
export function parseRecord(text: string, options: ParseOptions = {}): ParsedRecord | undefined {
  // The word must be somewhere; most markdown of a repository ends here.
  const mayBe = options.expected || /(?:type|tipo)/.test(text.slice(0, 70_000));
  const frontMatter = mayBe ? readFrontMatter(text) : undefined;
  if (!frontMatter && !options.expected) return undefined;
  const root = frontMatter?.yaml.root;
  const named = root?.kind === 'map' ? typeOf(root) : undefined;
  const type = named ?? (frontMatter ? rawTypeWhereUnread(text, frontMatter) : undefined);
  if (!type && !options.expected) return undefined;
  const lines = new LineMap(text);
  const cut = options.cutFrom !== undefined || text.length > longestText;
  const bodyStart = frontMatter?.bodyStart ?? text.length;
  const body = cut || bodyStart >= text.length ? emptyBody : readBody(lines, bodyStart);
  const parts = { lines, body, bodyStart, typed: type !== undefined };
  return assemble(
    type ?? typeOfId(root) ?? 'change',
    frontMatter,
    textProblems(text, frontMatter, options),
    parts,
  );
}

const emptyBody: Body = { headings: [], steps: [], links: [], prose: () => [] };

function assemble(
  type: RecordType,
  frontMatter: FrontMatter | undefined,
  problems: readonly Problem[],
  parts: Pick<ParsedRecord, 'lines' | 'body' | 'bodyStart' | 'typed'>,
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
    problems: [...problems, ...fields.problems],
  };
  // `type` and `data` come from the same row of the vocabulary, which TypeScript cannot follow through a variable.
  return withRollback(record as ParsedRecord);
}

function withRollback(record: ParsedRecord): ParsedRecord {
  const named = record.type === 'change' ? record.data.rollback?.steps_section : undefined;
  const body = markRollback(record.body, named);
  return body === record.body ? record : { ...record, body };
}

function typeOf(root: YamlMap): RecordType | undefined {
  for (const entry of root.entries) {
    if (entry.key !== 'type' && entry.key !== 'tipo') continue;
    const type = entry.value.kind === 'scalar' ? recordTypeNamed(entry.value.value) : undefined;
    if (type) return type;
  }
  return undefined;
}

/** What a record without a type was most likely meant to be, by how its id begins. */
function typeOfId(root: YamlNode | undefined): RecordType | undefined {
  const id = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'id')?.value : undefined;
  const prefix = id?.kind === 'scalar' ? id.value.split('-', 1)[0] : undefined;
  for (const [type, row] of Object.entries(recordTypes)) if (row.prefix === prefix) return type as RecordType;
  return undefined;
}

/** Front matter that could not be read whole belongs to a record when a raw line of it says so. */
function rawTypeWhereUnread(text: string, frontMatter: FrontMatter): RecordType | undefined {
  return frontMatter.yaml.problems.length > 0 ? rawRecordType(text, frontMatter.content) : undefined;
}

function textProblems(text: string, frontMatter: FrontMatter | undefined, options: ParseOptions): Problem[] {
  const problems: Problem[] = [];
  const size = options.cutFrom ?? text.length;
  if (size > longestText) {
    const args = { size: (size / 1_000_000).toFixed(1), limit: longestText / 1_000_000 };
    problems.push({ code: 'fileTooLarge', range: frontMatter?.fence ?? textRange(0, 1), args });
  }
  if (options.invalidAt !== undefined) {
    problems.push({ code: 'notText', range: textRange(options.invalidAt, options.invalidAt + 1) });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) problems.push({ code: 'notText', range: textRange(nul, nul + 1) });
  if (!frontMatter) return [...problems, { code: 'none', range: textRange(0) }];
  // Where a NUL stands YAML only says again that it is none.
  problems.push(
    ...frontMatter.yaml.problems.filter(({ code, range }) => code !== 'yaml' || range.start !== nul),
  );
  const root = frontMatter.yaml.root;
  if (root && root.kind !== 'map') problems.push({ code: 'notMapping', range: root.range });
  return problems;
}
