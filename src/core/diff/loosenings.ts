import { approvalRows } from '../approvals/neededRoles';
import { roleHolders } from '../approvals/roleHolders';
import { configFolder } from '../config/configFiles';
import { productionEnvironments } from '../config/environments';
import { isSamePerson, personOfLogin } from '../config/personOfLogin';
import { releaseRepository } from '../config/releaseRepository';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { approvalMissing } from '../rules/approval/missing';
import { approvalUnverified } from '../rules/approval/unverified';
import { performerNotAllowed } from '../rules/performer/notAllowed';
import { releaseKind } from '../rules/release/kind';
import { releaseTag } from '../rules/release/tag';
import { beforeNonWorkingDay } from '../rules/schedule/beforeNonWorkingDay';
import { beforeVacation } from '../rules/schedule/beforeVacation';
import { freezeRule } from '../rules/schedule/freeze';
import { fridayRule } from '../rules/schedule/friday';
import { coversFreeze, isLikeFreeze } from './coversFreeze';
import { listChanges, sameValue } from './listChanges';
import type { Loosening } from './loosening';
import { ruleLoosenings } from './ruleLoosenings';
import { valueText } from './valueText';

const dayRules = [beforeNonWorkingDay.id, beforeVacation.id, fridayRule.id];

/**
 * For each kind that is found here: the key of the configuration, and the rules that find less; undefined for any rule.
 */
const places = {
  'freeze-removed': { path: ['freezes'], rules: [freezeRule.id] },
  'freeze-softened': { path: ['freezes'], rules: [freezeRule.id] },
  'day-removed': { path: ['holidays'], rules: dayRules },
  'working-day-added': { path: ['working_days'], rules: dayRules },
  'role-removed': { path: ['approvals'], rules: [approvalMissing.id] },
  'holder-added': { path: ['approvals'], rules: [approvalUnverified.id] },
  'holders-dropped': { path: ['approvals'], rules: [approvalUnverified.id] },
  'login-added': { path: ['people'], rules: [approvalMissing.id, approvalUnverified.id] },
  'review-committer': { path: ['reviews', 'committer'], rules: [approvalUnverified.id] },
  'signature-dropped': { path: ['commit'], rules: [approvalUnverified.id] },
  'signer-added': { path: ['receipts'], rules: [] },
  'signers-dropped': { path: ['receipts'], rules: [] },
  'performer-added': { path: ['performers'], rules: [performerNotAllowed.id] },
  'move-added': { path: ['workflow'], rules: [] },
  'guard-removed': { path: ['workflow'], rules: [] },
  'stage-changed': { path: ['workflow'], rules: undefined },
  'records-changed': { path: ['records'], rules: undefined },
  'customer-removed': { path: [], rules: undefined },
  'environment-opened': { path: ['environments'], rules: undefined },
  'released-elsewhere': { path: ['release', 'repository'], rules: [releaseTag.id, releaseKind.id] },
  'unrecorded-added': { path: ['unrecorded'], rules: [] },
} as const satisfies { readonly [kind in Loosening['kind']]?: Pick<Loosening, 'path' | 'rules'> };

/** What is special about one loosening. Texts that are not given are those of its values. */
interface Found extends Partial<Pick<Loosening, 'about' | 'from' | 'to' | 'values' | 'file' | 'path'>> {
  readonly kind: keyof typeof places;
}

/**
 * Where a configuration asks for less than another one did: rules, freezes, roles, workflow and what else decides
 * whether a record is good enough.
 *
 * @param file the main file of the configuration as it is now
 */
export function loosenings(
  before: WorkspaceConfig,
  after: WorkspaceConfig,
  file = `${configFolder}/config.yaml`,
): Loosening[] {
  const finders = [
    freezes,
    days,
    roles,
    holders,
    signers,
    reviewers,
    performers,
    workflow,
    records,
    customers,
    elsewhere,
    unrecorded,
    opened,
  ];
  const found = finders.flatMap((find) => find(before, after));
  return [
    ...ruleLoosenings(before, after).map((loosening) => ({ ...loosening, file })),
    ...found.map((one) => {
      const [from, to] = [valueText(one.values?.from), valueText(one.values?.to)];
      return { about: '', from, to, file, ...places[one.kind], ...one };
    }),
  ];
}

function freezes({ data: { freezes: before = [] } }: WorkspaceConfig, { data }: WorkspaceConfig): Found[] {
  const after = data.freezes ?? [];
  const removed = before.filter((freeze) => !after.some((other) => coversFreeze(other, freeze)));
  return removed.map((from) => {
    const to = after.find(
      (other) => isLikeFreeze(other, from) && !before.some((known) => sameValue(known, other)),
    );
    return to
      ? { kind: 'freeze-softened', values: { from, to } }
      : { kind: 'freeze-removed', values: { from } };
  });
}

function days(
  { data: before, calendar: was }: WorkspaceConfig,
  { data: after, calendar: is }: WorkspaceConfig,
): Found[] {
  const removed = (path: readonly string[], old: readonly object[] = [], now: readonly object[] = []) =>
    listChanges(old, now, () => '').removed.map((from) => ({ path, values: { from } }));
  const lost = [
    ...removed(['vacations'], before.vacations, after.vacations),
    ...removed(['holidays', 'dates'], before.holidays?.dates, after.holidays?.dates),
  ];
  const { country, region } = was.holidays ?? {};
  if (was.holidays && (country !== is.holidays?.country || region !== is.holidays?.region))
    lost.push({ path: ['holidays'], values: { from: { country, region } } });
  const found = lost.map((day): Found => ({ kind: 'day-removed', ...day }));
  if ([...is.workingDays].some((day) => !was.workingDays.has(day)))
    found.push({ kind: 'working-day-added', values: { to: after.working_days } });
  return found;
}

/** Roles that some changes needed and no longer do. */
function roles(before: WorkspaceConfig, after: WorkspaceConfig): Found[] {
  const now = approvalRows(after);
  return approvalRows(before).flatMap(({ when, roles: needed }) => {
    const isKept = (role: string): boolean =>
      now.some(
        (row) =>
          row.roles.includes(role) &&
          [...row.when].every(([field, values]) => includesAll(values, when.get(field))),
      );
    const lost = needed.filter((role) => !isKept(role));
    return lost.map(
      (about): Found => ({ kind: 'role-removed', about, values: { from: Object.fromEntries(when) } }),
    );
  });
}

/** Whether a row asks for at least the values that another one asks for. */
function includesAll(values: readonly unknown[], others: readonly unknown[] | undefined): boolean {
  return others?.every((value) => values.includes(value)) ?? false;
}

function holders(before: WorkspaceConfig, after: WorkspaceConfig): Found[] {
  const now = roleHolders(after);
  const found = [...roleHolders(before)].flatMap(([about, people]): Found[] => {
    const others = now.get(about);
    if (!others) return [{ kind: 'holders-dropped', about, from: people.join(', ') }];
    const added = others.filter((person) => !people.some((known) => after.people.same(known, person)));
    return added.map((to) => ({ kind: 'holder-added', about, to }));
  });
  const unsigned = before.data.commit?.signed && !after.data.commit?.signed;
  return unsigned ? [...found, { kind: 'signature-dropped' }] : found;
}

function signers({ data: before }: WorkspaceConfig, { data, people }: WorkspaceConfig): Found[] {
  const [was = [], is = []] = [before.receipts?.signers, data.receipts?.signers];
  if (was.length === 0) return [];
  if (is.length === 0) return [{ kind: 'signers-dropped', from: was.join(', ') }];
  const added = is.filter((one) => !was.some((known) => known === one || people.same(known, one)));
  return added.map((to) => ({ kind: 'signer-added', to }));
}

/** Logins whose reviews count as somebody else's, and another account that may write reviews down. */
function reviewers(before: WorkspaceConfig, after: WorkspaceConfig): Found[] {
  const found = (after.data.people ?? []).flatMap(({ name, addresses = [], logins = [] }) =>
    logins.flatMap((about): Found[] => {
      const was = personOfLogin(about, before);
      const isKnown = typeof was === 'object' && isSamePerson(was, { name, addresses }, before);
      return isKnown ? [] : [{ kind: 'login-added', about, to: name ?? addresses[0] ?? '?' }];
    }),
  );
  const [from = '', to = ''] = [before, after].map(({ data }) => data.reviews?.committer);
  const isOther = to !== '' && (from === '' || !before.people.sameAddress(from, to));
  return isOther ? [...found, { kind: 'review-committer', from, to }] : found;
}

function performers(before: WorkspaceConfig, after: WorkspaceConfig): Found[] {
  const allowed = ({ data }: WorkspaceConfig, type: number): readonly string[] =>
    (data.performers ?? [])
      .filter((row) => row.deployment_type?.some((known) => known === type))
      .flatMap(({ people = [] }) => people);
  return [1, 2, 3, 4].flatMap((type): Found[] => {
    const [was, is] = [allowed(before, type), allowed(after, type)];
    const added = is.filter((person) => !was.some((known) => after.people.same(known, person)));
    // Where nobody is named, everybody may.
    if (was.length === 0 || (is.length > 0 && added.length === 0)) return [];
    const to = is.length === 0 ? '*' : added.join(', ');
    return [{ kind: 'performer-added', about: String(type), to }];
  });
}

function workflow({ workflow: before }: WorkspaceConfig, { workflow: after }: WorkspaceConfig): Found[] {
  return [...after.states.values()].flatMap(({ name, stage, moves, guards }): Found[] => {
    const old = before.states.get(name);
    if (!old) return [];
    const added = moves.filter((to) => !old.moves.includes(to) && before.states.has(to));
    const lost = old.guards.filter((rule) => !guards.includes(rule));
    const found: Found[] = [
      ...added.map((to): Found => ({ kind: 'move-added', from: name, to })),
      ...lost.map((about): Found => ({ kind: 'guard-removed', about, from: name })),
    ];
    if (old.stage !== stage) found.push({ kind: 'stage-changed', about: name, from: old.stage, to: stage });
    return found;
  });
}

function records({ data: before }: WorkspaceConfig, { data: after }: WorkspaceConfig): Found[] {
  if (sameValue(before.records, after.records)) return [];
  // With no globs, or more of them, every record is looked at as before.
  if (!after.records || before.records?.every((glob) => after.records?.includes(glob))) return [];
  const from = before.records?.join(', ') ?? '**/*.md';
  return [{ kind: 'records-changed', from, to: after.records.join(', ') }];
}

function customers(before: WorkspaceConfig, after: WorkspaceConfig): Found[] {
  return [...before.customers.keys()].flatMap((key): Found[] => {
    if (!after.customers.has(key)) return [{ kind: 'customer-removed', about: key }];
    const file = `${configFolder}/customers/${key}.yaml`;
    return opened(before, after, key).map((found) => ({ ...found, file, about: `${key}: ${found.about}` }));
  });
}

/** Of a release in another repository nothing is looked for in this one. */
function elsewhere({ data: before }: WorkspaceConfig, { data: after }: WorkspaceConfig): Found[] {
  const to = releaseRepository(undefined, after.release);
  return to && !releaseRepository(undefined, before.release) ? [{ kind: 'released-elsewhere', to }] : [];
}

/** What a comparison with deployments passes over now, and did not before: a new row, or one that holds longer. */
function unrecorded(
  { data: { unrecorded: before = [] } }: WorkspaceConfig,
  { data }: WorkspaceConfig,
): Found[] {
  return (data.unrecorded ?? [])
    .filter(({ match, until }) => {
      const known = before.filter((row) => row.match === match);
      return !known.some((row) => row.until === undefined || (until !== undefined && until <= row.until));
    })
    .map((to) => ({ kind: 'unrecorded-added', values: { to } }));
}

/** The environments, of a customer or of the workspace, that counted as production and no longer do. */
function opened(before: WorkspaceConfig, after: WorkspaceConfig, customer?: string): Found[] {
  const listed = [before, after].flatMap(({ data, customers: known }) =>
    customer === undefined ? data.environments : known.get(customer)?.environments,
  );
  const names = listed.flatMap((environment) => [environment?.name ?? '', ...(environment?.aliases ?? [])]);
  const environments = [...new Set(names)].filter((name) => name !== '');
  const change = { environments, ...(customer === undefined ? {} : { customer }) };
  const still = productionEnvironments(change, after);
  return productionEnvironments(change, before)
    .filter((name) => !still.includes(name))
    .map((about) => ({ kind: 'environment-opened', about }));
}
