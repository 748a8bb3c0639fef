import { configTypeOf, isTemplate, mailmapFile } from '../../../src/core/config/configFiles';
import type { WorkspaceConfig } from '../../../src/core/config/workspaceConfig';
import { dropPlace } from '../../../src/core/diff/dropPlace';
import { droppedFinding } from '../../../src/core/diff/droppedFindings';
import type { CurrentState } from '../../../src/core/diff/droppedRecords';
import { exclusionReason } from '../../../src/core/diff/exclusionReason';
import { findDropped, PreviousState } from '../../../src/core/diff/findDropped';
import { loosenedFindings } from '../../../src/core/diff/loosenedFindings';
import type { FileFinding, Finding } from '../../../src/core/findings/finding';
import { anchorsOf } from '../../../src/core/index/anchors';
import type { IndexEntry } from '../../../src/core/index/indexEntry';
import { RecordIndex } from '../../../src/core/index/recordIndex';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { readBody } from '../../../src/core/model/parse/readBody';
import { plainBodyStart } from '../../../src/core/model/parse/readFrontMatter';
import type { FileFacts } from '../../../src/core/model/ports';
import { LineMap } from '../../../src/core/model/text/lineMap';
import { RuleClock } from '../../../src/core/model/time/ruleClock';
import { checkTemplates } from '../../../src/core/notices/checkTemplates';
import { reportedFinding } from '../../../src/core/report/reportedFinding';
import { checkEntry } from '../../../src/core/rules/checkRecord';
import { unreadFinding } from '../../../src/core/rules/config/unread';
import { type ConfigResult, configFindings, readConfig } from '../../../src/core/rules/readConfig';
import { RecordReader } from '../../../src/core/rules/recordReader';
import { baseFolder } from '../../../src/generate/ruleFixture';
import { gitFactsOf } from './gitRefs';

/** The moment at which tests check: 2026-11-16 12:00 in Madrid. */
export const testNow = Date.UTC(2026, 10, 16, 11);

/** Texts by path, relative to the workspace: what a disk would hold. */
export type Texts = ReadonlyMap<string, string>;

/** Facts about files that are texts in memory. */
export class MemoryFacts implements FileFacts {
  constructor(private readonly texts: Texts) {}

  exists(path: string): boolean {
    if (path === '' || this.texts.has(path)) return true;
    return [...this.texts.keys()].some((file) => file.startsWith(`${path}/`));
  }

  text(path: string): string | undefined {
    return this.texts.get(path);
  }

  anchors(path: string): ReadonlySet<string> | undefined {
    const text = this.texts.get(path);
    if (text === undefined) return undefined;
    return anchorsOf(readBody(new LineMap(text), plainBodyStart(text)).headings, text);
  }
}

/** Reads the configuration among some texts; without a main file, one that says nothing, so that every rule counts. */
export function configOf(texts: Texts): ConfigResult {
  const files = [...texts].filter(([file]) => configTypeOf(file) !== undefined || file === mailmapFile);
  const isThere = files.some(([file]) => configTypeOf(file) === 'config');
  const all = isThere ? files : [...files, ['.changebook/config.yaml', ''] as const];
  return readConfig(all.map(([file, text]) => ({ file, text })));
}

/** What the index keeps of one text, with the findings of the rules that need no other record. */
export function entryOf(
  file: string,
  text: string,
  { config }: ConfigResult = configOf(new Map()),
): IndexEntry | undefined {
  const reader = readers.get(config) ?? new RecordReader([], config);
  readers.set(config, reader);
  return reader.mayHoldRecord(file) ? reader.read(file, text) : undefined;
}

const readers = new WeakMap<WorkspaceConfig, RecordReader>();

/** An index of every record among some texts. */
export function indexOf(texts: Texts, config: ConfigResult = configOf(texts)): RecordIndex {
  const index = new RecordIndex();
  for (const [file, text] of texts) {
    if (file.endsWith('.md')) index.update(file, entryOf(file, text, config));
  }
  return index;
}

/** All findings of one file's record. */
export function findingsIn(
  entry: IndexEntry,
  index: RecordIndex,
  texts: Texts,
  result: ConfigResult,
): Finding[] {
  const files = new MemoryFacts(texts);
  return checkEntry(entry, { config: result.config, index, files, git: gitFactsOf(texts), now: testNow });
}

/** Where a fixture says what could not be read: a code of the file system and a path on each line. */
export const unreadList = '.git/unread';

/** Checks a whole workspace: its configuration first, then record by record, then what a change loosened. */
export function checkTexts(all: Texts): FileFinding[] {
  const texts = new Map([...all].filter(([file]) => !file.startsWith(baseFolder)));
  const findings = [...checkState(texts), ...unreadIn(texts)];
  if (texts.size === all.size) return findings;
  return [...findings, ...loosenedBetween(all, texts, findings), ...droppedBetween(all, texts)];
}

function unreadIn(texts: Texts): FileFinding[] {
  const lines = texts.get(unreadList)?.match(/[A-Z]+ \S+/g) ?? [];
  return lines.map((line) => unreadFinding(line.replace(/^\S+ /, ''), line.replace(/ .*/, '')));
}

/** What `check --since` would find that is no record any more. */
function droppedBetween(all: Texts, texts: Texts): FileFinding[] {
  const old = [...all].filter(([file]) => file.startsWith(baseFolder));
  const before = new Map<string, Buffer | undefined>([...texts.keys()].map((file) => [file, undefined]));
  for (const [file, text] of old) before.set(file.slice(baseFolder.length), Buffer.from(text));
  const listed = (from: Texts) =>
    [...from].filter(([file]) => configTypeOf(file)).map(([file, text]) => ({ file, text }));
  const oldTexts = listed(new Map(old.map(([file, text]) => [file.slice(baseFolder.length), text])));
  const reader = new RecordReader(listed(texts));
  const state: CurrentState = {
    touched: new Set(before.keys()),
    has: (file) => texts.has(file),
    isTracked: () => true,
    exclusionReason: (file) =>
      exclusionReason(file, {
        isLink: () => false,
        isNested: () => false,
        isIgnored: () => false,
        mayHoldRecord: (one) => reader.mayHoldRecord(one),
      }),
    text: (file) => {
      const text = texts.get(file);
      return text === undefined ? undefined : { text, options: {} };
    },
    renamedTo: () => undefined,
    withId: () => [],
  };
  const stateBefore = new PreviousState({ before, tracked: texts.keys() }, oldTexts);
  const from = {
    texts: listed(texts),
    textOf: (file: string) => texts.get(file),
    ignoringLine: () => undefined,
  };
  return findDropped(stateBefore, state, reader).flatMap(
    (dropped) => droppedFinding(dropped, dropPlace(dropped, from), stateBefore.reader.config) ?? [],
  );
}

/** What `check --since` would find loosened: files of the base folder stand for what the change touched. */
function loosenedBetween(all: Texts, texts: Texts, now: readonly FileFinding[]): FileFinding[] {
  const base = new Map<string, string>(
    [...all].flatMap(([file, text]) =>
      texts.has(file) ? [] : [[file.slice(baseFolder.length), text] as const],
    ),
  );
  const [before, after] = [configOf(new Map([...texts, ...base])), configOf(texts)];
  const recordIn = (from: Texts, file: string) => parseRecord(from.get(file) ?? '');
  const kept = [...base].filter(([file]) => configTypeOf(file) || recordIn(base, file)?.type === 'procedure');
  const held = checkState(new Map([...texts, ...kept]));
  const records = [...base.keys()].flatMap((file) => {
    const [was, is] = [recordIn(base, file), recordIn(texts, file)];
    if (!is || is.type === 'procedure') return [];
    const status = is.data.status ?? 'to_do';
    const statusBefore = was && was.type !== 'procedure' ? (was.data.status ?? 'to_do') : undefined;
    return [{ file, name: is.data.id ?? file, status, statusBefore }];
  });
  const procedures = [...base.keys()].flatMap((file) => {
    const [was, is] = [recordIn(base, file), recordIn(texts, file)];
    return was?.type === 'procedure' && is ? [{ file, before: was, after: is }] : [];
  });
  const told = (found: readonly FileFinding[]) =>
    found.map(({ file, finding }) => ({ file, finding: reportedFinding(finding) }));
  const configs = (from: Texts) =>
    [...from].flatMap(([file, text]) => (configTypeOf(file) || file === mailmapFile ? [{ file, text }] : []));
  return loosenedFindings({
    ...{ before: before.config, textsBefore: configs(new Map([...texts, ...base])) },
    ...{
      after: after.config,
      texts: configs(texts),
      guarded: [],
      movedWindows: [],
      lostFailures: [],
      records,
      procedures,
    },
    ...{ findingsByOldRules: told(held), findingsNow: told(now) },
  });
}

function checkState(texts: Texts): FileFinding[] {
  const config = configOf(texts);
  const index = indexOf(texts, config);
  const configured = [...texts].map(([file, text]) => ({ file, text }));
  const findings = [
    ...configFindings(config, new RuleClock(testNow)),
    ...(configured.some(({ file }) => isTemplate(file)) ? checkTemplates(configured, config.config) : []),
  ];
  for (const entry of index.all()) {
    for (const finding of findingsIn(entry, index, texts, config))
      findings.push({ file: entry.file, finding });
  }
  return findings;
}

/** All findings of one text that stands alone in its workspace. */
export function checkText(text: string, file = 'CHG-2026-0001.md'): Finding[] {
  return checkTexts(new Map([[file, text]])).map(({ finding }) => finding);
}
