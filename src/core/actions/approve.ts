import { approvalsIn } from '../approvals/approvalsIn';
import type { ApprovedRecord } from '../approvals/approvedContent';
import { isValidApproval } from '../approvals/approvedRoles';
import { neededRoles } from '../approvals/neededRoles';
import { roleHolders } from '../approvals/roleHolders';
import { zoneFor } from '../config/recordZone';
import { approvalFacts, isVoidApproval } from '../index/approvalFacts';
import { factsOf } from '../index/factSource';
import type { IndexEntry } from '../index/indexEntry';
import { latestApprovals } from '../model/parse/latestApprovals';
import type { ParsedRecord } from '../model/parse/record';
import { localized } from '../model/text/localized';
import { decisionChoice, roleChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { riskOf } from '../risk/riskOf';
import { riskText } from '../risk/riskText';
import { standardRolesOf } from '../rules/approval/standardCover';
import { standardState } from '../rules/approval/standardState';
import { type ActedOn, nameOf } from './action';
import { approvalChange } from './approvalChange';
import type { OfferedAnswer, Question } from './question';
import { planWritten, type RecordAction } from './recordAction';
import { fieldRedo } from './redo/fieldRedo';
import { standardRedo } from './redo/standardRedo';

type OnApproved = ActedOn<ApprovedRecord>;
type RolesInput = Pick<OnApproved['input'], 'config' | 'index' | 'git' | 'now'>;
type Risk = ReturnType<typeof riskOf>;

/**
 * Decides in a role on a change, or on a procedure for all standard changes that are made from it, bound by a digest to what
 * it says. Whoever commits has to be known.
 */
export const approve: RecordAction<ApprovedRecord> = {
  takes: isApproved,
  title: (on) => ({ en: `Decision on ${nameOf(on)}`, es: `Decisión sobre ${nameOf(on)}` }),
  asks: (on) => [
    roleQuestion(on),
    {
      name: 'decision',
      prompt: { en: 'How do you decide?', es: '¿Qué decides?' },
      choices: (['approved', 'denied'] as const).map((value) => ({
        value,
        label: localized((language) => choiceIn(language, decisionChoice.choices, value)),
      })),
      guess: 'approved',
    },
    {
      name: 'by',
      prompt: { en: 'Who decides?', es: '¿Quién decide?' },
      guess: on.committer && on.input.config.people.nameOf(on.committer),
    },
  ],
  plan(on, { role = '', by = '', ...answers }) {
    const decision = answers.decision === 'denied' ? 'denied' : 'approved';
    const { record, file, input, committer } = on;
    const { config, index, now } = input;
    const entry = index.entry(file);
    const anew = entry !== undefined && isVoid(role, entry, on.input, decision);
    const zone = zoneFor(record, config);
    const taken = { role, by, at: now, zone, decision, anew, committer } as const;
    return planWritten(
      on,
      {
        change: approvalChange(taken, { file, config }),
        parts: { action: decision === 'approved' ? 'approve' : 'deny', role },
      },
      {
        sentence: {
          en: 'That decision on this very content is there already.',
          es: 'Esa decisión sobre este mismo contenido ya está.',
        },
        inEditor: { en: `${by} has decided so already.`, es: `${by} ya lo ha decidido así.` },
      },
    );
  },
  redo: (step) =>
    standardRedo(step) ?? fieldRedo(step, { fields: { change: ['approvals'] }, lastOf: 'role' }),
};

/** Whether people approve such a record. */
export function isApproved(record: ParsedRecord): record is ApprovedRecord {
  return record.type !== 'ticket';
}

/**
 * The roles that a change needs, those of them that have not approved it as it stands, nor its procedure for it, and the risk
 * that asks for them. Of a procedure those that approve it for its standard changes.
 */
export function rolesNeeded(
  { file, summary }: Pick<IndexEntry, 'file' | 'summary'>,
  input: RolesInput,
): { readonly needed: readonly string[]; readonly left: readonly string[]; readonly risk?: Risk } {
  const { config, index, git, now } = input;
  const hasPassed = (moment: number): boolean => moment <= now;
  const facts = summary.change;
  if (!facts) {
    const entry = index.entry(file);
    const state = entry && standardState(entry, { config, index, git, hasPassed });
    return { needed: state?.needed ?? [], left: state?.missing.filter(Boolean) ?? [] };
  }
  const risk = riskOf(facts, file, index, hasPassed);
  const needed = neededRoles(facts, risk.level, config);
  const covered = standardRolesOf({ file, summary, config, index, git, hasPassed });
  const isLeft = (role: string): boolean => !covered.has(role) && !counts(role, { file, summary }, input);
  return { needed, left: needed.filter(isLeft), risk };
}

/** Whether a role's decision that stands there already does not count. */
function isVoid(
  role: string,
  entry: IndexEntry,
  input: RolesInput,
  decision: 'approved' | 'denied',
): boolean {
  if (entry.summary.type === 'procedure') return decision === 'approved' && !counts(role, entry, input);
  return isVoidApproval(role, entry, input);
}

/** Whether a role has approved a record itself, as it stands. */
function counts(
  role: string,
  { file, summary }: Pick<IndexEntry, 'file' | 'summary'>,
  { config, index, git, now }: RolesInput,
): boolean {
  const hasPassed = (moment: number): boolean => moment <= now;
  const entry = index.entry(file);
  const state = entry && standardState(entry, { config, index, git, hasPassed });
  if (state) return state.approved.has(role);
  const { decisions = [], stale } = factsOf(summary, approvalFacts) ?? {};
  return (
    decisions.some((own) => own.role === role && isValidApproval(own, hasPassed)) &&
    !stale?.approvals.some((approval) => approval.role === role) &&
    !isVoidApproval(role, { file, summary }, { config, git })
  );
}

/** The roles that the change needs, those that have not decided yet first; the risk says why so many. */
function roleQuestion(on: OnApproved): Question {
  const { record, file, input } = on;
  const { config, index } = input;
  const entry = index.entry(file);
  const { needed, left, risk } = entry ? rolesNeeded(entry, input) : { needed: [], left: [] };
  const roles = needed.length > 0 ? needed : Object.keys(roleChoice.choices);
  const decided = new Map(
    latestApprovals(approvalsIn(record), zoneFor(record, config)).map(({ role, by, decision }) => [
      role,
      localized((language) => `${choiceIn(language, decisionChoice.choices, decision)} · ${by}`),
    ]),
  );
  const choices = roles.map((value): OfferedAnswer => {
    const told = decided.get(value);
    return {
      value,
      label: localized((language) => choiceIn(language, roleChoice.choices, value)),
      ...(told === undefined ? {} : { description: told }),
    };
  });
  choices.sort((a, b) => Number(decided.has(a.value)) - Number(decided.has(b.value)));
  const prompt = risk
    ? {
        en: `In which role? Risk: ${riskText(risk, 'en')}`,
        es: `¿Con qué rol? Riesgo: ${riskText(risk, 'es')}`,
      }
    : { en: 'In which role?', es: '¿Con qué rol?' };
  return { name: 'role', prompt, choices, guess: onlyRole(on, left) };
}

/**
 * The role in which whoever commits can only mean to decide: the one that they hold of those that are still needed. It
 * is undefined where there are several, and where nobody is known. Whoever takes part in the change is refused later on.
 */
function onlyRole({ input, committer }: OnApproved, left: readonly string[]): string | undefined {
  const { config } = input;
  if (!committer) return undefined;
  const holds = (role: string): boolean =>
    roleHolders(config)
      .get(role)
      ?.some((holder) => config.people.isBy(holder, committer)) ?? true;
  const [role, ...others] = left.filter(holds);
  return others.length === 0 ? role : undefined;
}
