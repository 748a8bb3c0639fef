import { dirname } from 'node:path';
import { approve as approval } from '../../core/actions/approve';
import type { Answers } from '../../core/actions/question';
import { configuredRoles } from '../../core/config/workspaceConfig';
import { roleChoice } from '../../core/model/vocabulary/choices';
import { roleNamed } from '../../core/model/vocabulary/roleNamed';
import { choiceNames } from '../../core/model/vocabulary/vocabulary';
import { ownIdentity } from '../../node/commit/identity';
import { actOnRecord } from '../support/actOnRecord';
import { type Call, type Command, say, wrongCall, wrongValue } from '../support/command';
import { UsageError } from '../support/io';
import type { NamedRecord } from '../support/namedRecord';
import {
  answerFormatOption,
  dryRunOption,
  flagOption,
  nowOption,
  pushOption,
  textOption,
} from '../support/usualOptions';

/** `changebook approve`: decides on a change in a role, as one commit. */
export const approve: Command = {
  name: 'approve',
  usage: 'changebook approve <id|file> --role ROLE',
  summary: {
    en: 'Approves or denies a change in a role, bound to what it says, as one commit.',
    es: 'Aprueba o deniega un cambio en un rol, ligado a lo que dice, con un commit.',
  },
  options: {
    role: textOption('ROLE', 'the role that decides', 'el rol que decide'),
    deny: flagOption('deny instead of approving', 'denegar en vez de aprobar'),
    by: textOption('NAME', 'who decides; git’s own name by default', 'quién decide; por defecto, el de git'),
    push: pushOption,
    'dry-run': dryRunOption,
    format: answerFormatOption,
    now: nowOption,
  },
  acts: true,
  decides: true,
  examples: [
    'changebook approve CHG-2026-0042 --role operations',
    'changebook approve CHG-2026-0042 --role peer --deny',
  ],
  run: (call) =>
    actOnRecord(call, approval, {
      given: answersIn,
      asksGit: async (path) => ({ committer: await ownIdentity(dirname(path)) }),
      about: ({ role, decision, by }) => ({
        role,
        decision: decision === 'denied' ? decision : 'approved',
        by,
      }),
    }),
};

/** The role and the decision that a call names, and who decides, where it says so. */
function answersIn(call: Call, { workspace, language }: NamedRecord): Answers {
  const written = call.text('role') ?? '';
  const known = [...Object.keys(roleChoice.choices), ...configuredRoles(workspace.config.config)];
  const role = known.find((name) => name === roleNamed(written));
  if (!role) {
    const expected = choiceNames(roleChoice.choices, known);
    if (written.trim() !== '') throw wrongValue('role', written, expected);
    throw wrongCall('whichRole', { 'expected.en': expected.en, 'expected.es': expected.es });
  }
  const by = call.text('by');
  if (by === '') throw new UsageError(say(language, 'whoDecides'));
  const decision = call.has('deny') ? 'denied' : 'approved';
  return { role, decision, ...(by === undefined ? {} : { by }) };
}
