import { join, resolve } from 'node:path';
import { inputOf } from '../../node/checkWorkspace';
import { undoHalfMoved } from '../../node/commit/halfMoved';
import { planSameId } from '../../node/sameId/planSameId';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import { runAndTell } from './actOnRecord';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { namedRecord } from './namedRecord';
import { isFileOrLink, shownPath } from './selection';

/** `changebook set <id> id=next`: moves the later of two records with the same id, or the one whose file is named. */
export async function setNextId(call: Call): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const top = gitTopLevelOf(call.io.cwd);
  // Before the records are read: what was killed halfway looks like a record of its own.
  if (top && !call.has('dry-run')) await undoHalfMoved(top);
  const named = await namedRecord(call, { further: 'field' });
  const { workspace, entry, language } = named;
  const { root } = workspace;
  const [target = ''] = call.paths;
  const { file, planned, unsure, elsewhere } = await planSameId({
    root,
    input: inputOf(workspace),
    file: entry.file,
    named: isFileOrLink(resolve(call.io.cwd, target)),
    own: new Set(workspace.survey.files.map((found) => found.file)),
    sure: call.has('yes'),
  });
  const now = 'refusal' in planned ? { id: entry.summary.id ?? null, file } : planned;
  const mayMean = unsure.map((place) => ({ ...place, file: shownPath(call.io.cwd, root, place.file) }));
  const ended = await runAndTell(call, { ...named, path: join(root, now.file) }, planned, {
    id: now.id,
    file: shownPath(call.io.cwd, root, now.file),
    action: 'set',
    target: 'id',
    ...(mayMean.length > 0 ? { mayMean } : {}),
  });
  if (ended !== 0) return ended;
  if (elsewhere && !elsewhere.complete) call.tell(say(language, 'idsUnseen', { id: now.id ?? '' }));
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty')
    for (const place of mayMean) call.tell(say(language, 'mayMean', place));
  return ended;
}
