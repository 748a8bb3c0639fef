import { movedWindowTexts } from '../../core/diff/movedWindows';
import { newScheduleFindings } from '../../core/diff/newScheduleFindings';
import { sortChanges } from '../../core/diff/recordChange';
import { withMovedWindow } from '../../core/diff/withZone';
import type { RecordDiff } from '../../core/diff/workspaceDiff';
import type { Finding } from '../../core/findings/finding';
import type { RiskLevel } from '../../core/model/vocabulary/choices';
import { riskOf } from '../../core/risk/riskOf';
import { type ChangedSince, changedFrom } from '../changedSince';
import { checkBase, isOfWorkspace } from '../checkBase';
import { findingsOf, type LoadedWorkspace } from '../checkWorkspace';
import type { ReadDiff } from './readDiff';

/**
 * Adds to each record with a new or moved window the schedule rules' findings that it causes, such as conflicts and
 * freezes, and to each new change its risk.
 */
export async function withScheduleFindings(
  read: ReadDiff,
  load: () => Promise<LoadedWorkspace>,
): Promise<ReadDiff> {
  const diff = await withMovedWindows(read, load);
  const records = diff.records.filter(hasMoved);
  const moved = new Set(records.map(({ file }) => file));
  if (moved.size === 0) return diff;
  const now = await findingsNow(diff, moved, load);
  const before = await findingsAt(diff.base, new Set(records.map(nameBefore)), load);
  const all = diff.records.map((record) => {
    if (!moved.has(record.file)) return record;
    const old = before.findings.get(nameBefore(record)) ?? [];
    const { by } = record;
    const risk = record.what === 'added' ? now.risks.get(record.file) : undefined;
    const changes = risk
      ? sortChanges([...record.changes, { kind: 'risk', to: risk, ...(by && { by }) }])
      : record.changes;
    return { ...record, changes, meets: newScheduleFindings(now.findings.get(record.file) ?? [], old) };
  });
  return { ...diff, records: all };
}

/**
 * Adds unchanged records whose windows moved because the configuration gives them another time zone. Only done for the
 * work tree.
 */
async function withMovedWindows(diff: ReadDiff, load: () => Promise<LoadedWorkspace>): Promise<ReadDiff> {
  const { head, config, records, base: commit } = diff;
  const keys = config.flatMap(({ changes }) => changes);
  if (head !== undefined || !keys.some(({ about }) => about === 'timezone')) return diff;
  const workspace = await load();
  const changed = await changedAfter(workspace, commit);
  if ('kind' in changed) return diff;
  const { againstBase: held } = await checkBase(workspace, changed, new Set());
  const told = new Set(records.map(({ file }) => file));
  const more = (held?.moved ?? []).flatMap((window): RecordDiff[] => {
    const { file, name } = window;
    if (!held || told.has(file)) return [];
    const { summary } = workspace.index.entry(file) ?? {};
    const title = summary?.title ?? '';
    const record = { id: name, type: 'change', title, file, what: 'changed' } as const;
    const none = { changes: [], meets: [] };
    return [withMovedWindow({ ...record, ...none }, movedWindowTexts(window, held.config))];
  });
  return { ...diff, records: [...records, ...more] };
}

function nameBefore({ file, fileBefore }: RecordDiff): string {
  return fileBefore ?? file;
}

function hasMoved({ what, changes, type }: RecordDiff): boolean {
  const window = changes.some(({ kind }) => kind === 'window' || kind === 'window-set');
  return type === 'change' && what !== 'removed' && (window || what === 'added');
}

/** Findings and risks of files in one state. The risks are empty where the configuration was another one. */
interface Known {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly risks: ReadonlyMap<string, RiskLevel>;
}

async function findingsNow(
  { head }: ReadDiff,
  files: ReadonlySet<string>,
  load: () => Promise<LoadedWorkspace>,
): Promise<Known> {
  return head === undefined ? findingsOnDisk(await load(), files) : findingsAt(head, files, load);
}

function findingsOnDisk(workspace: LoadedWorkspace, files: ReadonlySet<string>): Known {
  const findings = new Map(
    [...files].map((file): [string, Finding[]] => {
      const entry = workspace.index.entry(file);
      return [file, entry ? findingsOf(workspace, entry) : []];
    }),
  );
  return { findings, risks: risksIn(workspace, files) };
}

/** The risks of changes according to the index. */
function risksIn({ index, now }: LoadedWorkspace, files: ReadonlySet<string>): Map<string, RiskLevel> {
  const risks = new Map<string, RiskLevel>();
  for (const file of files) {
    const facts = index.entry(file)?.summary.change;
    if (facts) risks.set(file, riskOf(facts, file, index, (moment) => moment <= now).level);
  }
  return risks;
}

/** The findings of files as they were in a commit. */
async function findingsAt(
  commit: string,
  files: ReadonlySet<string>,
  load: () => Promise<LoadedWorkspace>,
): Promise<Known> {
  const workspace = await load();
  const changed = await changedAfter(workspace, commit);
  if ('kind' in changed) return { findings: new Map(), risks: new Map() };
  const onDiskNow = findingsOnDisk(workspace, files);
  const { findings, concerned } = await checkBase(workspace, withNames(changed), files);
  const then = new Map([...files].map((file): [string, Finding[]] => [file, []]));
  for (const { file, finding } of findings) then.get(file)?.push(finding);
  // Files that are the same on disk have the findings from there.
  for (const file of files)
    if (concerned && !concerned.has(file)) then.set(file, [...(onDiskNow.findings.get(file) ?? [])]);
  // With the same configuration the index is valid for the commit as well.
  return { findings: then, risks: concerned ? risksIn(workspace, files) : new Map() };
}

function changedAfter({ root, survey }: LoadedWorkspace, commit: string): ReturnType<typeof changedFrom> {
  const onDisk = [...survey.texts, ...survey.files].map(({ file }) => file);
  return changedFrom(root, { commit, unrelated: false }, onDisk, isOfWorkspace);
}

/** The files are named by their previous paths, so renames must not be followed. */
function withNames(changed: ChangedSince): ChangedSince {
  return { ...changed, renamed: new Map() };
}
