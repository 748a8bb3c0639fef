import { idNamed } from '../../core/config/workspaceConfig';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import { hintArgs, nearestId } from '../../core/model/parse/nearest';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { type Call, say } from './command';
import { UsageError } from './io';

/** What is asked of a new change, with the change that it follows up: it goes where that one went, unless the call says so. */
export function withSuperseded(
  call: Call,
  { index, config: { config } }: LoadedWorkspace,
  request: NewChangeInput,
): NewChangeInput {
  const named = call.text('supersedes');
  if (named === undefined) return request;
  const { summary } = index.byId(idNamed(config, named)) ?? {};
  if (!summary?.id || summary.type !== 'change') {
    const language = call.language(config.data.language);
    const hint = hintArgs(nearestId(named, index.ids()));
    throw new UsageError(
      say(language, summary ? 'notAChange' : 'noRecordWithId', { id: named.slice(0, 60), ...hint }),
    );
  }
  const { known } = request;
  const environments = summary.change?.environments ?? [];
  return {
    ...request,
    known: { ...known, fields: { ...known?.fields, supersedes: summary.id } },
    customer: request.customer ?? known?.fields.customer ?? summary.customer,
    environments: request.environments ?? known?.fields.environments ?? environments,
  };
}
