import { dirname } from 'node:path';
import { approve as approval } from '../../core/actions/approve';
import type { Answers } from '../../core/actions/question';
import { refusal, refusalText } from '../../core/actions/refusals';
import { configuredRoles } from '../../core/config/workspaceConfig';
import { factsOf } from '../../core/index/factSource';
import { roleChoice } from '../../core/model/vocabulary/choices';
import { roleArgs } from '../../core/model/vocabulary/roleArgs';
import { roleNamed } from '../../core/model/vocabulary/roleNamed';
import { choiceNames } from '../../core/model/vocabulary/vocabulary';
import { standardFacts } from '../../core/procedure/standardFacts';
import { ownIdentity } from '../../node/commit/identity';
import { actOnRecord } from '../support/actOnRecord';
import { type Call, type Command, say, wrongValue } from '../support/command';
import { RefusedError, UsageError } from '../support/io';
import type { NamedRecord } from '../support/namedRecord';
import { tellNext } from '../support/tellNext';
import {
  answerFormatOption,
  dryRunOption,
  flagOption,
  nowOption,
  pushOption,
  textOption,
} from '../support/usualOptions';

/** `changebook approve`: decides on a change, or on a procedure for its standard changes, in a role, as one commit. */
export const approve: Command = {
  name: 'approve',
  usage: 'changebook approve <id|file>',
  summary: {
    en: 'Approves or denies a change in a role, or a procedure for its standard changes, bound to what it says, as one commit.',
    es: 'Aprueba o deniega un cambio en un rol, o un procedimiento para sus cambios estándar, ligado a lo que dice, con un commit.',
  },
  options: {
    role: textOption(
      'ROLE',
      'the role that decides; by default the only one of yours that is still needed',
      'el rol que decide; por defecto, el único de los tuyos que aún falta',
    ),
    deny: flagOption('deny instead of approving', 'denegar en vez de aprobar'),
    by: textOption('NAME', 'who decides; git’s own name by default', 'quién decide; por defecto, el de git'),
    'from-reviews': textOption(
      'FILE',
      'write down the reviews in that file that count, one commit each, without an id for each record that they are of; they count where `reviews` names the committer',
      'anotar las revisiones de ese fichero que cuentan, un commit por cada una, sin id las de cada registro revisado; cuentan si `revisiones` nombra a quien hace el commit',
    ),
    push: pushOption,
    'dry-run': dryRunOption,
    format: answerFormatOption,
    now: nowOption,
  },
  acts: true,
  decides: true,
  examples: [
    'changebook approve CHG-2026-0042',
    'changebook approve CHG-2026-0042 --role operations',
    'changebook approve CHG-2026-0042 --role peer --deny',
    'changebook approve PROC-RESTART --role operations',
    'changebook approve CHG-2026-0042 --from-reviews ../reviews.json',
  ],
  run: async (call) => {
    if (call.text('from-reviews') !== undefined)
      return (await import('../support/approveReviewed')).approveReviewed(call);
    let after: (() => void) | undefined;
    const ended = await actOnRecord(call, approval, {
      given: answersIn,
      missing: { role: 'whichRole' },
      asksGit: async (path) => ({ committer: await ownIdentity(dirname(path)) }),
      about: ({ role = '', decision, by }, _, { file, input }) => {
        const language = call.language(input.config.data.language);
        const entry = input.index.entry(file);
        const approved = decision !== 'denied';
        after = () => {
          if (!call.text('role')?.trim()) call.tell(say(language, 'roleTaken', roleArgs('role', role)));
          if (approved && entry) tellNext(call, entry, input, { language, approved: role });
        };
        return { role, decision: approved ? 'approved' : 'denied', by };
      },
    });
    const isTold = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'pretty' && !call.has('dry-run');
    if (ended === 0 && isTold) after?.();
    return ended;
  },
};

/** The role and the decision that a call names, and who decides, where it says so. */
function answersIn(call: Call, named: NamedRecord): Answers {
  const { workspace, language, entry } = named;
  const { type } = entry.summary;
  if (type === 'procedure' && !factsOf(entry.summary, standardFacts))
    throw new RefusedError(refusalText(refusal('notStandard'), language));
  const by = call.text('by');
  if (by === '') throw new UsageError(say(language, 'whoDecides'));
  const role = roleIn(call, configuredRoles(workspace.config.config));
  // Whoever commits need not hold what somebody else does.
  if (role === undefined && by !== undefined) throw new UsageError(say(language, 'whichRoleOf', { by }));
  const decision = call.has('deny') ? 'denied' : 'approved';
  return { ...(role === undefined ? {} : { role }), decision, ...(by === undefined ? {} : { by }) };
}

function roleIn(call: Call, configured: readonly string[]): string | undefined {
  const written = call.text('role') ?? '';
  if (written.trim() === '') return undefined;
  const known = [...Object.keys(roleChoice.choices), ...configured];
  const role = known.find((name) => name === roleNamed(written));
  if (role === undefined) throw wrongValue('role', written, choiceNames(roleChoice.choices, known));
  return role;
}
