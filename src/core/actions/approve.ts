import { isValidApproval } from '../approvals/approvedRoles';
import { neededRoles } from '../approvals/neededRoles';
import { roleHolders } from '../approvals/roleHolders';
import { involvedIn } from '../config/involvedIn';
import { zoneFor } from '../config/recordZone';
import { approvalFacts, isVoidApproval } from '../index/approvalFacts';
import { factsOf } from '../index/factSource';
import { latestApprovals } from '../model/parse/latestApprovals';
import type { RecordOf } from '../model/parse/record';
import { localized } from '../model/text/localized';
import { decisionChoice, roleChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { riskOf } from '../risk/riskOf';
import { riskText } from '../risk/riskText';
import { type ActedOn, nameOf } from './action';
import { approvalChange } from './approvalChange';
import type { OfferedAnswer, Question } from './question';
import { isChange, planWritten, type RecordAction } from './recordAction';

type OnChange = ActedOn<RecordOf<'change'>>;

/** Decides on a change in a role, bound by a digest to what it says. Whoever commits has to be known. */
export const approve: RecordAction = {
  takes: isChange,
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
    const { config, index, git, now } = input;
    const entry = index.entry(file);
    const anew = entry !== undefined && isVoidApproval(role, entry, { config, git });
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
  redo: { fields: { change: ['approvals'] }, lastOf: 'role' },
};

/** The roles that the change needs, those that have not decided yet first; the risk says why so many. */
function roleQuestion(on: OnChange): Question {
  const { record, file, input } = on;
  const { config, index, now } = input;
  const facts = index.entry(file)?.summary.change;
  const risk = facts && riskOf(facts, file, index, (moment) => moment <= now);
  const needed = facts && risk ? neededRoles(facts, risk.level, config) : [];
  const roles = needed.length > 0 ? needed : Object.keys(roleChoice.choices);
  const decided = new Map(
    latestApprovals(record.data.approvals, zoneFor(record, config)).map(({ role, by, decision }) => [
      role,
      `${decision} · ${by}`,
    ]),
  );
  const choices = roles.map((value): OfferedAnswer => {
    const told = decided.get(value);
    return {
      value,
      label: localized((language) => choiceIn(language, roleChoice.choices, value)),
      ...(told === undefined ? {} : { description: { en: told, es: told } }),
    };
  });
  choices.sort((a, b) => Number(decided.has(a.value)) - Number(decided.has(b.value)));
  const prompt = risk
    ? {
        en: `In which role? Risk: ${riskText(risk, 'en')}`,
        es: `¿Con qué rol? Riesgo: ${riskText(risk, 'es')}`,
      }
    : { en: 'In which role?', es: '¿Con qué rol?' };
  return { name: 'role', prompt, choices, guess: onlyRole(on, needed) };
}

/**
 * The role in which whoever commits can only mean to decide: the one that they hold of those that are still needed. It
 * is undefined where there are several, where nobody is known, and where they decide nothing about the change.
 */
function onlyRole(
  { record, file, input, committer }: OnChange,
  needed: readonly string[],
): string | undefined {
  const { config, index, git, now } = input;
  const { people } = config;
  const entry = index.entry(file);
  if (!entry || !committer) return undefined;
  const involved = involvedIn(record.data, config);
  const keys = [committer.name, committer.address].flatMap((text) => people.allKeys(text));
  if (keys.some((key) => involved.includes(key))) return undefined;
  const { decisions = [], stale } = factsOf(entry.summary, approvalFacts) ?? {};
  const counts = (role: string): boolean =>
    decisions.some((own) => own.role === role && isValidApproval(own, (moment) => moment <= now)) &&
    !stale?.approvals.some((approval) => approval.role === role) &&
    !isVoidApproval(role, entry, { config, git });
  const holds = (role: string): boolean =>
    roleHolders(config)
      .get(role)
      ?.some((holder) => people.isBy(holder, committer)) ?? true;
  const [role, ...others] = needed.filter((each) => !counts(each) && holds(each));
  return others.length === 0 ? role : undefined;
}
