import { performance } from 'node:perf_hooks';
import type { Finding } from '../../src/core/findings/finding';
import { RecordIndex } from '../../src/core/index/recordIndex';
import { checkEntry } from '../../src/core/rules/checkRecord';
import { messageOf } from '../../src/core/rules/renderFinding';
import { findingsOf, type LoadedWorkspace, loadWorkspace } from '../../src/node/checkWorkspace';
import { readConfigTexts } from '../../src/node/configTexts';
import { runLoadWorker } from '../../src/node/runLoadWorker';
import { FileScanner } from '../../src/node/scanFile';
import { bodyTyping, frontMatterTyping, type Keystroke } from './keystrokes';
import { benchNow } from './records/recordTimes';
import { ruleTimes } from './ruleShares';
import { tickTimes } from './tick';

// Bundled and started by inProcess.ts in a process of its own: `memory <empty> <workspace>`,
// `keystroke <workspace>`, `rules <workspace>` or `tick <workspace>`. Prints one line of JSON.

const now = Date.parse(benchNow);

/** What a window of the editor keeps of a workspace: the index, and the findings of each file. */
interface Kept {
  readonly index: RecordIndex;
  readonly findings: Map<string, readonly Finding[]>;
}

/** Loads it as the editor does: a worker reads, this thread keeps. */
async function loadAsEditor(root: string): Promise<Kept> {
  const kept: Kept = { index: new RecordIndex(), findings: new Map() };
  await runLoadWorker({ root, git: false, openConfig: [] }, (message) => {
    if (message.kind !== 'entries') return;
    for (const { entry, findings } of message.entries) {
      kept.index.update(entry.file, entry);
      if (findings.length > 0) kept.findings.set(entry.file, findings);
    }
  });
  return kept;
}

/** The heap that is left after collections, in bytes; the second one frees what the first made unreachable. */
function heapUsed(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Bytes of heap that one record takes, over an empty workspace that was loaded before in the same way. */
async function bytesPerRecord<T>(
  load: (root: string) => Promise<T>,
  size: (loaded: T) => number,
  [empty, full]: readonly [string, string],
): Promise<number> {
  // Libraries are loaded with the first record; their code is no part of any record.
  await load(full);
  const nothing = await load(empty);
  const before = heapUsed();
  const loaded = await load(full);
  const after = heapUsed();
  // Asked for their size afterwards, so that neither was collected before.
  return (after - before) / (size(loaded) - size(nothing));
}

async function memory(empty: string, full: string): Promise<object> {
  const editor = await bytesPerRecord(loadAsEditor, ({ index }) => index.size, [empty, full]);
  const load = (root: string): Promise<LoadedWorkspace> => loadWorkspace(root, { now });
  const commandLine = await bytesPerRecord(load, ({ index }) => index.size, [empty, full]);
  return { editor, commandLine };
}

async function keystroke(root: string): Promise<object> {
  const workspace = await loadWorkspace(root, { now });
  const scanner = new FileScanner(root, readConfigTexts(root).texts);
  for (const entry of workspace.index.all()) findingsOf(workspace, entry);
  const check = (stroke: Keystroke): number => timeOf(() => newFindings(workspace, scanner, stroke));
  // The first passes are for the compiler.
  for (const typing of [bodyTyping, frontMatterTyping]) for (const stroke of typing()) check(stroke);
  return { body: [...bodyTyping()].map(check), frontMatter: [...frontMatterTyping()].map(check) };
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** What a change of one text costs the editor: its own findings, those of records that it affects, and their words. */
function newFindings(workspace: LoadedWorkspace, scanner: FileScanner, { file, text }: Keystroke): string[] {
  const { index, facts } = workspace;
  const messages: string[] = [];
  const affected = index.update(file, scanner.read(file, text));
  for (const changed of [file, ...affected]) {
    const entry = index.entry(changed);
    if (!entry) continue;
    const input = { config: scanner.config, now, index, files: facts, git: undefined };
    for (const finding of checkEntry(entry, input)) messages.push(messageOf(finding, 'es'));
  }
  return messages;
}

async function measured(what: string | undefined, first: string, second: string): Promise<object> {
  if (what === 'tick') return tickTimes(first);
  if (what === 'rules') return Object.fromEntries(await ruleTimes(first, now));
  return what === 'memory' ? memory(first, second) : keystroke(first);
}

async function main([what, ...folders]: readonly string[]): Promise<void> {
  const [first = '', second = ''] = folders;
  const result = await measured(what, first, second);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main(process.argv.slice(2));
