import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { IndexEntry } from '../../src/core/index/indexEntry';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { clockAt } from '../../src/core/model/time/ruleClock';
import { effectiveRules } from '../../src/core/rules/effectiveRules';
import { reportsOf } from '../../src/core/rules/reportsOf';
import { type LoadedWorkspace, loadWorkspace } from '../../src/node/checkWorkspace';

/** Milliseconds that rules took over all records of a workspace, by rule. */
export type RuleTimes = ReadonlyMap<string, number>;

/** Records that are checked before any time is taken: what the compiler needs to be ready. */
const warmUp = 500;

/** Runs every rule on every record of a workspace that it counts for, and takes its time. */
export async function ruleTimes(root: string, now: number): Promise<RuleTimes> {
  const workspace = await loadWorkspace(root, { now });
  const entries = [...workspace.index.all()];
  for (const entry of entries.slice(0, warmUp)) timeEntry(workspace, entry, new Map());
  const times = new Map<string, number>();
  for (const entry of entries) timeEntry(workspace, entry, times);
  return times;
}

function timeEntry(workspace: LoadedWorkspace, entry: IndexEntry, times: Map<string, number>): void {
  const { root, index, facts, now } = workspace;
  const { config } = workspace.config;
  const { file, summary } = entry;
  const record = parseRecord(readFileSync(join(root, file), 'utf8'), { expected: true });
  if (!record) return;
  const subject = { stage: summary.stage, changeType: summary.change?.changeType };
  const rules = effectiveRules(summary.type, subject, { file, config });
  for (const { rule, option } of rules.record)
    add(times, rule.id, () => rule.check(record, { file, config, option }));
  for (const { rule, option } of rules.workspace) {
    const git = typeof workspace.git === 'object' ? workspace.git : undefined;
    const context = { file, config, option, index, files: facts, git, summary, ...clockAt(now) };
    add(times, rule.id, () => reportsOf(rule, context));
  }
}

/** Adds the time of one run, reports included: rules work while they are listened to. */
function add(times: Map<string, number>, rule: string, run: () => Iterable<unknown>): void {
  const started = performance.now();
  for (const _report of run()) {
    // Only how long it takes to say is of interest.
  }
  times.set(rule, (times.get(rule) ?? 0) + performance.now() - started);
}
