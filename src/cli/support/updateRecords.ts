import { join } from 'node:path';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { ActionReport } from '../../core/report/actionReport';
import type { UpdateReport } from '../../core/report/updateReport';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
import { type Call, say } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import { withGit } from './load';
import { type NamedRecord, namedRecord } from './namedRecord';
import { shownPath } from './selection';
import { tellUpdated, updateChange } from './updateChange';

/** Takes a newer version of its procedure over into the change that a call names, or into all open ones of a procedure. */
export async function updateRecords(call: Call): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call);
  if (named.entry.summary.type === 'procedure') return updateFollowers(call, named);
  const updated = await updateChange(call, named);
  return updated ? tellUpdated(call, updated, named.language) : 2;
}

/** One change after the other, each with a commit of its own; what one refuses keeps no other back. */
async function updateFollowers(call: Call, named: NamedRecord): Promise<ExitCode> {
  const { workspace, entry, language } = named;
  const { root } = workspace;
  const isPretty = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty';
  const changes: ActionReport[] = [];
  let ended: ExitCode = 0;
  const followers = openFollowers(named);
  for (const follower of followers) {
    const own = { ...named, entry: follower, path: join(root, follower.file) };
    const updated = await updateChange(call, { ...own, workspace: await withGit(call, workspace, follower) });
    if (!updated) return 2;
    const code = isPretty ? tellUpdated(call, updated, language) : exitOf(updated.report);
    if (code > ended) ended = code;
    changes.push(updated.report);
  }
  const { id } = entry.summary;
  const report: UpdateReport = {
    version: 1,
    id: id ?? null,
    file: shownPath(call.io.cwd, root, entry.file),
    changes,
  };
  if (!isPretty) call.json(report);
  else if (followers.length === 0) call.line(say(language, 'update_noFollowers', { id: id ?? entry.file }));
  return ended;
}

/** The open changes that follow a procedure, by id. */
function openFollowers({ workspace: { index }, entry }: NamedRecord): IndexEntry[] {
  const { id } = entry.summary;
  return (id ? index.referrersOf(id, 'procedure') : [])
    .filter(({ summary }) => isOpen(summary.stage) && procedureOf(summary, index)?.file === entry.file)
    .sort((a, b) => ((a.summary.id ?? a.file) < (b.summary.id ?? b.file) ? -1 : 1));
}
