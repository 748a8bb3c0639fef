import { extractProcedure } from '../../core/adopt/extractProcedure';
import { idNamed } from '../../core/config/workspaceConfig';
import { hintArgs, nearestId } from '../../core/model/parse/nearest';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { type Call, say } from './command';
import { RefusedError, UsageError } from './io';
import { recordAt } from './namedRecord';
import type { PlannedRecord } from './plannedRecord';

/** Plans the procedure that a call makes of a change. */
export function plannedExtract(call: Call, named: string, workspace: LoadedWorkspace): PlannedRecord {
  const { index, root, config } = workspace;
  const language = call.language(config.config.data.language);
  const entry = index.byId(idNamed(config.config, named));
  const record = entry && recordAt(root, entry.file);
  if (!entry || record?.type !== 'change') {
    const about = { id: named.slice(0, 60), ...hintArgs(nearestId(named, index.ids())) };
    throw new UsageError(say(language, entry ? 'notAChange' : 'noRecordWithId', about));
  }
  const followed = procedureOf(entry.summary, index);
  const procedure = followed && recordAt(root, followed.file);
  const plan = extractProcedure(
    { file: entry.file, record, procedure: procedure?.type === 'procedure' ? procedure : undefined },
    {
      title: call.text('title'),
      language: call.text('language') === undefined ? undefined : language,
    },
    inputOf(workspace),
  );
  if (plan === 'noSteps') throw new RefusedError(say(language, 'nothingToExtract', { id: named }));
  if (plan === 'noId') throw new UsageError(say(language, 'wish_id'));
  return { type: 'procedure', ...plan, procedure: null, start: null };
}
