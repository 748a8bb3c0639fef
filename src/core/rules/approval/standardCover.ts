import { approvalRows } from '../../approvals/neededRoles';
import { closingRules } from '../../approvals/partsNotApproved';
import { roleHolders } from '../../approvals/roleHolders';
import { conditionFields, meetsCondition } from '../../config/conditions';
import { perConfig } from '../../config/perConfig';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import type { IndexEntry } from '../../index/indexEntry';
import type { RecordSummary } from '../../index/recordSummary';
import { followedAsStandard } from '../../index/standardChanges';
import { inBoth, inQuotes, type Language, type MessageArgs } from '../../model/text/localized';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { sectionIn } from '../../model/vocabulary/sections';
import { keptNames } from '../../procedure/keptPlaces';
import {
  conditionOf,
  type StandardTerms,
  type StandardUse,
  standardFacts,
} from '../../procedure/standardFacts';
import { isKept } from '../../procedure/writtenSections';
import { riskOf } from '../../risk/riskOf';
import { hasReached, isOpen } from '../../workflow/stages';
import { procedureOf } from '../checklist/followedProcedure';
import { isStandardProcedure, type StandardInput, type StandardState, standardState } from './standardState';

/** Why a change is not approved with its procedure. */
export interface StandardFlaw {
  readonly message:
    | NonNullable<StandardState['flaw']>
    | 'late'
    | 'version'
    | 'conditions'
    | 'differs'
    | 'furtherStep'
    | 'waived'
    | 'own';
  readonly args: MessageArgs;
}

/** Whether a standard change is approved with the procedure that it was made from. */
export interface StandardCover {
  readonly procedure: IndexEntry;
  /** The roles that have approved it with its procedure; none where something speaks against it. */
  readonly roles: ReadonlySet<string>;
  readonly flaw?: StandardFlaw;
}

/** A change, and what it is judged by. */
export interface CoverInput extends StandardInput {
  readonly file: string;
  readonly summary: RecordSummary;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Whether a standard change is approved with its procedure; undefined where that is not in the catalogue. What has ended is
 * not judged again by what became of the procedure since.
 */
export function standardCover(input: CoverInput): StandardCover | undefined {
  const { summary, index } = input;
  if (followedAsStandard(summary) === undefined) return undefined;
  const procedure = procedureOf(summary, index);
  if (!procedure || !isStandardProcedure(procedure)) return undefined;
  const everybody = { procedure, roles: configuredRoles(input.config) };
  // Nobody has ever approved what a change ended as that was never judged while it was open.
  const isUnseen = summary.stage === 'done' && !factsOf(procedure.summary, approvalFacts)?.decisions.length;
  if (isUnseen) return { procedure, roles: nobody };
  if (!isOpen(summary.stage)) return everybody;
  const state = standardState(procedure, input);
  if (!state) return undefined;
  const isPast = state.flaw === 'ended' || state.flaw === 'withdrawn';
  // What has been deployed was so while it still counted, and what is rolled back may be what ended it.
  const isOver = isPast && (hasReached(summary.stage, 'in_testing') || isRolledBack(summary));
  const flaw = isOver ? otherContent(input, procedure, state.terms) : flawOf(input, procedure, state);
  if (isOver && !flaw) return everybody;
  return flaw ? { procedure, roles: nobody, flaw } : { procedure, roles: new Set(state.approved.keys()) };
}

function isRolledBack(summary: RecordSummary): boolean {
  return summary.change?.goesBack === true && hasBegun(summary);
}

function hasBegun({ stage }: RecordSummary): boolean {
  return hasReached(stage, 'releasing');
}

/** When a change begins, or began. Neither its window nor what it says of its beginning makes that earlier than the other. */
function beginningOf(summary: RecordSummary): number | undefined {
  const { start, actualStart } = summary.change ?? {};
  const began = hasBegun(summary) ? actualStart : undefined;
  return start === undefined || began === undefined ? (start ?? began) : Math.max(start, began);
}

/** The roles of all rows. */
const configuredRoles = perConfig(
  (config: WorkspaceConfig): ReadonlySet<string> =>
    new Set(approvalRows(config).flatMap(({ roles }) => roles)),
);

/** The roles that have approved a change with its procedure. */
export function standardRolesOf(input: CoverInput): ReadonlySet<string> {
  return standardCover(input)?.roles ?? nobody;
}

function flawOf(input: CoverInput, procedure: IndexEntry, state: StandardState): StandardFlaw | undefined {
  const { summary } = input;
  const { terms } = state;
  const { use } = factsOf(summary, standardFacts) ?? {};
  const began = hasBegun(summary) ? beginningOf(summary) : undefined;
  const inTime = terms.end !== undefined && began !== undefined && began < terms.end;
  const message = inTime ? state.flawInTime : state.flaw;
  if (message) return { message, args: stateArgs(procedure, state) };
  const args = { procedure: procedure.summary.id ?? '' };
  const start = beginningOf(summary);
  if (terms.end !== undefined && start !== undefined && start >= terms.end)
    return { message: 'late', args: { ...args, until: terms.until ?? '' } };
  return use && (unlike(input, procedure, terms) ?? ownApproval(input, args, state, use));
}

/** What a message says of the state of a procedure. */
export function stateArgs(
  { summary }: Pick<IndexEntry, 'summary'>,
  { terms, missing, failures }: StandardState,
): MessageArgs {
  return {
    procedure: summary.id ?? '',
    until: terms.until ?? '',
    count: failures,
    ...rolesOrAny(missing),
  };
}

/** How a change is not what a new one of its procedure would be. */
function unlike(input: CoverInput, procedure: IndexEntry, terms: StandardTerms): StandardFlaw | undefined {
  const { summary } = input;
  const { id = '', version } = procedure.summary;
  const args = { procedure: id };
  const pinned = summary.references.find(({ kind }) => kind === 'procedure')?.version;
  if (pinned !== version)
    return { message: 'version', args: { ...args, pinned: pinned ?? '—', version: version ?? '—' } };
  const unmet = unmetFields(input, terms);
  if (unmet.length > 0) {
    const names = (language: Language): string =>
      unmet.map((field) => conditionName(field, language)).join(', ');
    return { message: 'conditions', args: { ...args, ...inBoth('fields', names) } };
  }
  return otherContent(input, procedure, terms);
}

/** What a change says or does that was not approved with its procedure. */
function otherContent(
  { summary }: CoverInput,
  procedure: IndexEntry,
  terms: StandardTerms,
): StandardFlaw | undefined {
  const { use } = factsOf(summary, standardFacts) ?? {};
  if (!use) return undefined;
  const args = { procedure: procedure.summary.id ?? '' };
  const others = keptNames.filter((name) => !isKept(name, terms, use));
  if (others.length > 0) {
    const names = (language: Language): string =>
      others.map((name) => inQuotes(sectionIn(language, name), language)).join(', ');
    return { message: 'differs', args: { ...args, ...inBoth('sections', names) } };
  }
  const further = use.others.find((text) => !terms.others.includes(text));
  if (further !== undefined) {
    const step = (language: Language): string => inQuotes(further.slice(0, 60), language);
    return { message: 'furtherStep', args: { ...args, ...inBoth('step', step) } };
  }
  const waiver = summary.waivers?.find(({ rule }) => !closingRules.has(rule));
  return waiver && { message: 'waived', args: { ...args, rule: waiver.rule } };
}

function unmetFields({ summary, file, index, hasPassed }: CoverInput, terms: StandardTerms): string[] {
  const { change } = summary;
  if (!change) return [];
  const { level } = riskOf(change, file, index, hasPassed);
  return [...conditionOf(terms)]
    .filter(([field, values]) => !meetsCondition(new Map([[field, values]]), change, level))
    .map(([field]) => field);
}

function conditionName(field: string, language: Language): string {
  const es = conditionFields[field]?.es;
  return es !== undefined && language === 'es' ? `\`${es}\`` : `\`${field}\``;
}

/** Nobody approves their own change with a procedure either, unless the configuration names who holds the role. */
function ownApproval(
  { config }: CoverInput,
  args: MessageArgs,
  { approved }: StandardState,
  { involved }: StandardUse,
): StandardFlaw | undefined {
  const holders = roleHolders(config);
  for (const [role, { by = '' }] of approved)
    if (!holders.has(role) && config.people.allKeys(by).some((key) => involved.includes(key)))
      return { message: 'own', args: { ...args, by, ...rolesOrAny([role]) } };
  return undefined;
}

/** Roles as an argument of a message; an empty name is any role. */
function rolesOrAny(roles: readonly string[]): MessageArgs {
  return roles.includes('') ? { 'roles.en': 'anybody', 'roles.es': 'nadie' } : roleArgs('roles', ...roles);
}
