import { posix, relative } from 'node:path';
import { approvalKey } from '../../core/approvals/approvalKey';
import { bindingDigests, isBound, isOlderDigest } from '../../core/approvals/approvedContent';
import { latestApprovals } from '../../core/model/parse/latestApprovals';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { plainBodyStart } from '../../core/model/parse/readFrontMatter';
import type { RecordOf } from '../../core/model/parse/record';
import { clockSlackMs } from '../../core/model/time/clockSlack';
import type { ApprovalEvidence } from '../../core/reconcile/deploymentApprovals';
import { ApprovalCommits } from '../approvalCommits';
import { commitTimes } from '../commitTimes';
import { FileLog } from '../fileLog';
import { namedObjects } from '../namedObjects';
import { readBlobs } from '../readBlobs';
import { readText } from '../readText';
import { gitTopLevelOf } from '../workspaceRoot';
import type { CommitLine } from './commitLine';

/** A record, and the moment at which it was deployed. */
export interface DeployedRecord {
  readonly file: string;
  readonly at: number;
}

const approvalsBlock = /^(?:approvals|aprobaciones):[^\n]*\n(?:[ \t-][^\n]*\n|\r?\n)*/m;

/** What git shows of records at moments; undefined where it does not go back that far. */
export type ApprovalsThen = (file: string, at: number) => ApprovalEvidence | undefined;

/**
 * Looks at records as they stood when they were deployed: which of the approvals that they have now were there, and
 * whether what was approved is what stood there. A commit counts from the moment at which it was made, and never from
 * one before its parents: who dates a commit back gains nothing.
 *
 * @param cut whether history is cut off
 * @param line the commits of HEAD
 */
export async function readApprovalsThen(
  root: string,
  wished: readonly DeployedRecord[],
  cut: boolean,
  line: CommitLine,
): Promise<ApprovalsThen> {
  const prefix = relative(gitTopLevelOf(root) ?? root, root)
    .split('\\')
    .join('/');
  // Where nothing was committed yet, every approval came later.
  const asked = wished.map(({ file, at }) => {
    const commit = /[\r\n]/.test(file) ? undefined : line.at(at + clockSlackMs);
    return { file, at, name: commit && `${commit}:${posix.join(prefix, file)}` };
  });
  const names = asked.flatMap(({ name }) => name ?? []);
  const found = (await namedObjects(root, names, 'blob')) ?? new Map<string, string>();
  const blobs = (await readBlobs(root, found.values())) ?? new Map<string, Buffer>();
  const evidence = new Map<string, ApprovalEvidence>();
  const open: { readonly file: string; readonly at: number; readonly then: string | undefined }[] = [];
  for (const { file, at, name } of asked) {
    const blob = found.get(name ?? '');
    const then = blob === undefined ? undefined : blobs.get(blob)?.toString('utf8');
    const now = textOf(root, file);
    if (now === undefined) continue;
    if (then !== undefined && blockIn(then) === blockIn(now))
      evidence.set(keyOf(file, at), {
        late: new Map(),
        // What says the same as now was approved if that is, which the index knows.
        ...(contentIn(then) === contentIn(now) ? {} : otherIn(then)),
      });
    else open.push({ file, at, then });
  }
  await addLate(root, open, cut, line, evidence);
  return (file, at) => evidence.get(keyOf(file, at));
}

function keyOf(file: string, at: number): string {
  return `${at} ${file}`;
}

/** The approvals of a record as they are written. */
function blockIn(text: string): string {
  const head = text.slice(0, plainBodyStart(text)).replace(/\r\n?/g, '\n');
  return approvalsBlock.exec(head)?.[0].trimEnd() ?? '';
}

/** What hardly any change of a record from its deployment to its end touches but the parts that nobody approves. */
const notApproved =
  /^(?:status|estado|actual|real|approvals|aprobaciones|agreement|conformidad|notifications|notificaciones|outcome|resultado):[^\n]*\n(?:[ \t-][^\n]*\n)*/gm;
const box = /^(\s*(?:[-*+]|\d+[.)])\s+\[)[ xX](?=\] )/gm;

/** A record without what nobody approves, as far as that is seen without parsing it. */
function contentIn(text: string): string {
  const start = plainBodyStart(text);
  return text.slice(0, start).replace(notApproved, '') + text.slice(start).replace(box, '$1 ');
}

/** The roles whose digest is not that of what stands there. */
function otherIn(text: string): Pick<ApprovalEvidence, 'other'> {
  const record = changeIn(text);
  const given = latestApprovals(record?.data.approvals).filter(
    ({ decision, digest }) => decision === 'approved' && digest && !isOlderDigest(digest),
  );
  if (!record || given.length === 0) return {};
  const now = bindingDigests(record);
  return { other: given.filter(({ digest }) => !isBound(digest, now, record)).map(({ role }) => role) };
}

function changeIn(text: string): RecordOf<'change'> | undefined {
  const record = parseRecord(text, { expected: true });
  return record?.type === 'change' ? record : undefined;
}

function textOf(root: string, file: string): string | undefined {
  try {
    return readText(`${root}/${file}`, root).text;
  } catch {
    return undefined;
  }
}

/** Of records whose approvals were others then: which came later, and by which commit. */
async function addLate(
  root: string,
  open: readonly { readonly file: string; readonly at: number; readonly then: string | undefined }[],
  cut: boolean,
  line: CommitLine,
  evidence: Map<string, ApprovalEvidence>,
): Promise<void> {
  if (open.length === 0) return;
  const approvals = new Map(
    open.map(({ file }) => {
      const record = changeIn(textOf(root, file) ?? '');
      const given = (record?.data.approvals ?? []).filter(({ decision }) => decision === 'approved');
      return [file, given.map((one) => ({ role: one.role ?? '', key: approvalKey(one) }))] as const;
    }),
  );
  const commits = new ApprovalCommits(root);
  const asked = [...approvals].map(([file, list]) => ({
    file,
    keys: list.map(({ key }) => key),
    signed: false,
  }));
  await commits.read(line.head, cut, asked, new FileLog(root));
  const brought = [...approvals].flatMap(([file, list]) =>
    list.flatMap(({ key }) => {
      const commit = commits.commitOf(file, key);
      return typeof commit === 'object' ? [commit.commit] : [];
    }),
  );
  const made = await committedAt(root, new Set(brought), line);
  for (const { file, at, then } of open) {
    const late = new Map<string, { commit?: string; at?: number }>();
    let isUnknown = false;
    for (const { role, key } of approvals.get(file) ?? []) {
      const commit = commits.commitOf(file, key);
      if (commit === 'uncommitted') late.set(role, {});
      else if (typeof commit !== 'object') isUnknown = true;
      else {
        const moment = made.get(commit.commit) ?? commit.at;
        if (moment > at + clockSlackMs) late.set(role, { commit: commit.commit, at: moment });
      }
    }
    if (isUnknown && late.size === 0) continue;
    evidence.set(keyOf(file, at), { late, ...(then === undefined ? {} : otherIn(then)) });
  }
}

/** When commits were made: on the line of HEAD never before their parents. */
async function committedAt(
  root: string,
  commits: ReadonlySet<string>,
  line: CommitLine,
): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  const others: string[] = [];
  for (const commit of commits) {
    const at = line.made(commit);
    if (at === undefined) others.push(commit);
    else made.set(commit, at);
  }
  return new Map([...made, ...(await commitTimes(root, others))]);
}
