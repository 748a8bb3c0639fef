import { type HotfixOutlook, hotfixOutlook } from '../../core/create/hotfixOutlook';
import { hotfixProcedure } from '../../core/create/hotfixProcedure';
import { hotfixRequest } from '../../core/create/hotfixRequest';
import { changeTypeChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';
import type { NewReport } from '../../core/report/newReport';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say, wrongCall } from './command';
import { configReasons } from './decideGate';
import { UsageError } from './io';
import { knownOfCall } from './knownOfCall';
import { load } from './load';
import { recordAt } from './namedRecord';
import { languageFor, type PlannedRecord, plannedChange } from './plannedRecord';

type Emergency = NonNullable<NewReport['emergency']>;

/** Whether a call asks for an emergency: `hotfix`, or the type of change by its name in either language. */
export function isHotfix(target: string): boolean {
  return target === 'hotfix' || choiceNamed(changeTypeChoice.choices, target) === 'emergency';
}

/** The workspace of the current folder, and how an emergency is planned in it. */
export async function hotfixIn(
  call: Call,
): Promise<{ workspace: LoadedWorkspace; plan(as: LoadedWorkspace): PlannedRecord }> {
  if (call.has('next-slot')) throw wrongCall('hotfixNow');
  const workspace = await load(call, workspaceRootOf(call.io.cwd));
  const { root, config, index } = workspace;
  const who = await ownIdentity(root);
  const me = who && config.config.people.nameOf(who);
  const { procedure, others } = hotfixProcedure(index, (file) => recordAt(root, file));
  const known = await knownOfCall(call, { workspace, procedure });
  const read = (file: string) => {
    const record = recordAt(root, file);
    return record?.type === 'change' ? record : undefined;
  };
  const plan = (as: LoadedWorkspace): PlannedRecord => {
    const input = inputOf(as);
    const language = languageFor(call, as);
    let after: string | null = null;
    const planned = plannedChange(call, as, { procedure, known }, (asked) => {
      const made = hotfixRequest(asked, input, { me, read });
      if ('lacks' in made)
        throw new UsageError(say(language, `hotfix_${made.lacks}`, { known: made.known.join(', ') }));
      after = made.after ?? null;
      return made.request;
    });
    if (!planned.change) return planned;
    const outlook = hotfixOutlook(planned.change, input, language);
    const shut = [...configReasons(as, [], language), ...outlook.shut];
    return { ...planned, emergency: reportOf({ ...outlook, shut }, after, others) };
  };
  return { workspace, plan };
}

function reportOf(
  { roles, shut, due }: HotfixOutlook,
  after: string | null,
  others: readonly string[],
): Emergency {
  return {
    after,
    procedures: [...others],
    roles: roles.each.map(({ role, holders }) => ({ role, holders: [...holders] })),
    everyRole: roles.all,
    shut: shut.map(({ rule, message }) => ({ rule: rule ?? null, message })),
    due: due.map((one) => ({ ...one })),
  };
}

/** Tells people what comes next for an emergency that was made. */
export function tellHotfix(
  call: Call,
  workspace: LoadedWorkspace,
  { id, change, emergency }: PlannedRecord,
): void {
  if (!emergency) return;
  const language = languageFor(call, workspace);
  const { after, procedures, roles, everyRole, shut, due } = emergency;
  const { components = [], release } = change?.data ?? {};
  const brought = [
    ...components.map(({ name, from, to }) => `${name} ${[from, to].filter(Boolean).join(' → ')}`),
    ...[release?.tag, release?.branch].filter(Boolean),
  ];
  const where = change?.environments?.join(', ') ?? '';
  call.line(say(language, 'hotfixStart', { where, start: change?.start ?? '' }));
  if (after !== null && brought.length > 0)
    call.line(say(language, 'hotfixAfter', { id: after, what: brought.join(', ') }));
  if (procedures.length > 0) call.line(say(language, 'hotfixOthers', { ids: procedures.join(', ') }));
  if (shut.length > 0) call.line(say(language, 'hotfixShut'));
  for (const { message, rule } of shut) call.line(`  - ${message}${rule ? ` (${rule})` : ''}`);
  if (roles.length > 0) {
    const all = everyRole && roles.length > 1;
    call.line(say(language, all ? 'hotfixApprovers' : 'hotfixApprover', { count: roles.length }));
    for (const { role, holders } of roles) {
      const who = holders.length > 0 ? `  (${holders.join(', ')})` : '';
      call.line(`  changebook approve ${id} --role ${role}${who}`);
    }
  }
  if (due.length > 0) call.line(say(language, 'hotfixDue'));
  for (const { message, rule } of due) call.line(`  - ${message} (${rule})`);
}
