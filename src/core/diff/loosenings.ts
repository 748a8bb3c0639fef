import { approvalRows } from '../approvals/neededRoles';
import { roleHolders } from '../approvals/roleHolders';
import { configFolder } from '../config/configFiles';
import { productionEnvironments } from '../config/environments';
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
import type { Workflow } from '../workflow/workflow';
import { listChanges, sameValue } from './listChanges';
import type { Loosening } from './loosening';
import { ruleLoosenings } from './ruleLoosenings';
import { valueText } from './valueText';

const mainFile = `${configFolder}/config.yaml`;
const dayRules = [beforeNonWorkingDay.id, beforeVacation.id, fridayRule.id];

type Draft = Omit<Loosening, 'file' | 'about' | 'from' | 'to'> & Partial<Loosening>;

/**
 * Where a configuration asks for less than another one did: rules, freezes, roles, workflow and what else decides
 * whether a record is good enough.
 *
 * @param file the main file of the configuration as it is now
 */
export function loosenings(before: WorkspaceConfig, after: WorkspaceConfig, file = mainFile): Loosening[] {
  const drafts: Draft[] = [
    ...ruleLoosenings(before, after),
    ...freezes(before, after),
    ...days(before, after),
    ...roles(before, after),
    ...holders(before, after),
    ...performers(before, after),
    ...workflow(before.workflow, after.workflow),
    ...records(before, after),
    ...customers(before, after),
    ...elsewhere(before, after),
    ...opened(before, after, undefined),
  ];
  return drafts.map((draft) => ({ about: '', from: '', to: '', file, ...draft }));
}

type FreezeData = NonNullable<WorkspaceConfig['data']['freezes']>[number];

function freezes({ data: { freezes: before = [] } }: WorkspaceConfig, { data }: WorkspaceConfig): Draft[] {
  const after = data.freezes ?? [];
  return before.flatMap((freeze): Draft[] => {
    if (after.some((other) => covers(other, freeze))) return [];
    const about = {
      path: ['freezes'],
      rules: [freezeRule.id],
      from: valueText(freeze),
      values: { from: freeze },
    };
    const softer = after.find(
      (other) => meets(other, freeze) && !before.some((known) => sameValue(known, other)),
    );
    return [
      softer
        ? { kind: 'freeze-softened', ...about, to: valueText(softer), values: { from: freeze, to: softer } }
        : { kind: 'freeze-removed', ...about },
    ];
  });
}

/** Days are written year first, so their order is that of their texts. */
function meets(one: FreezeData, other: FreezeData): boolean {
  return (one.from ?? '') <= (other.to ?? '') && (other.from ?? '') <= (one.to ?? '');
}

function covers(wide: FreezeData, narrow: FreezeData): boolean {
  const days = (wide.from ?? '') <= (narrow.from ?? '') && (wide.to ?? '') >= (narrow.to ?? '');
  const customers =
    !wide.customers || (narrow.customers?.every((key) => wide.customers?.includes(key)) ?? false);
  return days && customers && (wide.hard === true || narrow.hard !== true);
}

function days(
  { data: before, calendar: was }: WorkspaceConfig,
  { data: after, calendar: is }: WorkspaceConfig,
): Draft[] {
  const gone = (old: readonly object[] = [], now: readonly object[] = []): readonly object[] =>
    listChanges(old, now, () => '').removed;
  const lost: [path: readonly string[], day: object][] = [
    ...gone(before.vacations, after.vacations).map((day): [string[], object] => [['vacations'], day]),
    ...gone(before.holidays?.dates, after.holidays?.dates).map((day): [string[], object] => [
      ['holidays', 'dates'],
      day,
    ]),
  ];
  if (
    was.holidays &&
    `${was.holidays.country} ${was.holidays.region}` !== `${is.holidays?.country} ${is.holidays?.region}`
  )
    lost.push([['holidays'], { country: was.holidays.country, region: was.holidays.region }]);
  const extra = [...is.workingDays].filter((day) => !was.workingDays.has(day));
  return [
    ...lost.map(
      ([path, day]): Draft => ({
        ...{ kind: 'day-removed' as const, path, rules: dayRules },
        ...{ from: valueText(day), values: { from: day } },
      }),
    ),
    ...(extra.length > 0
      ? [
          {
            kind: 'working-day-added' as const,
            path: ['working_days'],
            rules: dayRules,
            to: valueText(after.working_days),
            values: { to: after.working_days },
          },
        ]
      : []),
  ];
}

/** Roles that some changes needed and no longer do. */
function roles(before: WorkspaceConfig, after: WorkspaceConfig): Draft[] {
  const now = approvalRows(after);
  return approvalRows(before).flatMap(({ when, roles: needed }) =>
    needed.flatMap((role): Draft[] => {
      const kept = now.some(
        (row) =>
          row.roles.includes(role) &&
          [...row.when].every(([field, values]) => wider(values, when.get(field))),
      );
      const from = Object.fromEntries(when);
      return kept
        ? []
        : [
            {
              ...{ kind: 'role-removed' as const, path: ['approvals'], rules: [approvalMissing.id] },
              ...{ about: role, from: valueText(from), values: { from } },
            },
          ];
    }),
  );
}

/** Whether a row asks for at least the values that another one asks for. */
function wider(values: readonly unknown[], than: readonly unknown[] | undefined): boolean {
  return than?.every((value) => values.includes(value)) ?? false;
}

function holders(before: WorkspaceConfig, after: WorkspaceConfig): Draft[] {
  const now = roleHolders(after);
  const about = { path: ['approvals'], rules: [approvalUnverified.id] };
  const drafts = [...roleHolders(before)].flatMap(([role, people]): Draft[] => {
    const others = now.get(role);
    if (!others) return [{ kind: 'holders-dropped', ...about, about: role, from: people.join(', ') }];
    const added = others.filter((person) => !people.some((known) => after.people.same(known, person)));
    return added.map((person) => ({ kind: 'holder-added', ...about, about: role, to: person }));
  });
  if (before.data.commit?.signed && !after.data.commit?.signed)
    drafts.push({ kind: 'signature-dropped', path: ['commit'], rules: [approvalUnverified.id] });
  return drafts;
}

function performers(before: WorkspaceConfig, after: WorkspaceConfig): Draft[] {
  const allowed = ({ data }: WorkspaceConfig, type: number): readonly string[] =>
    (data.performers ?? [])
      .filter((row) => row.deployment_type?.some((known) => known === type))
      .flatMap(({ people = [] }) => people);
  return [1, 2, 3, 4].flatMap((type): Draft[] => {
    const [was, is] = [allowed(before, type), allowed(after, type)];
    const added = is.filter((person) => !was.some((known) => after.people.same(known, person)));
    // Where nobody is named everybody may.
    if (was.length === 0 || (is.length > 0 && added.length === 0)) return [];
    const to = is.length === 0 ? '*' : added.join(', ');
    return [
      {
        kind: 'performer-added',
        path: ['performers'],
        rules: [performerNotAllowed.id],
        about: String(type),
        to,
      },
    ];
  });
}

function workflow(before: Workflow, after: Workflow): Draft[] {
  const path = ['workflow'];
  return [...after.states.values()].flatMap(({ name, stage, moves, guards }): Draft[] => {
    const old = before.states.get(name);
    const added = moves.filter(
      (to) => !old?.moves.includes(to) && before.states.has(to) && before.states.has(name),
    );
    const lost = old?.guards.filter((rule) => !guards.includes(rule)) ?? [];
    return [
      ...added.map((to): Draft => ({ kind: 'move-added', path, rules: [], from: name, to })),
      ...lost.map((rule): Draft => ({ kind: 'guard-removed', path, rules: [], about: rule, from: name })),
      ...(old && old.stage !== stage
        ? [
            {
              kind: 'stage-changed' as const,
              path,
              rules: undefined,
              about: name,
              from: old.stage,
              to: stage,
            },
          ]
        : []),
    ];
  });
}

function records({ data: before }: WorkspaceConfig, { data: after }: WorkspaceConfig): Draft[] {
  if (sameValue(before.records, after.records)) return [];
  const text = (globs: readonly string[] | undefined): string => globs?.join(', ') ?? '**/*.md';
  // With no globs, or more of them, every record is looked at as before.
  if (!after.records || before.records?.every((glob) => after.records?.includes(glob))) return [];
  return [
    {
      kind: 'records-changed',
      path: ['records'],
      rules: undefined,
      from: text(before.records),
      to: text(after.records),
    },
  ];
}

function customers(before: WorkspaceConfig, after: WorkspaceConfig): Draft[] {
  return [...before.customers.keys()].flatMap((key): Draft[] => {
    const now = after.customers.get(key);
    const about = { rules: undefined, path: [] };
    if (!now) return [{ kind: 'customer-removed', ...about, about: key }];
    const file = `${configFolder}/customers/${key}.yaml`;
    return opened(before, after, key).map((draft) => ({ ...draft, file, about: `${key}: ${draft.about}` }));
  });
}

/** Of a release in another repository nothing is looked for in this one. */
function elsewhere({ data: before }: WorkspaceConfig, { data: after }: WorkspaceConfig): Draft[] {
  const to = releaseRepository(undefined, after.release);
  if (!to || releaseRepository(undefined, before.release)) return [];
  const path = ['release', 'repository'];
  return [{ kind: 'released-elsewhere', path, rules: [releaseTag.id, releaseKind.id], to }];
}

/** The environments, of a customer or of the workspace, that counted as production and no longer do. */
function opened(before: WorkspaceConfig, after: WorkspaceConfig, customer: string | undefined): Draft[] {
  const listed = [before, after].flatMap(({ data, customers: known }) =>
    customer === undefined ? data.environments : known.get(customer)?.environments,
  );
  const names = listed.flatMap((environment) => [environment?.name ?? '', ...(environment?.aliases ?? [])]);
  const environments = names.filter((name, place) => name !== '' && names.indexOf(name) === place);
  const wish = { environments, ...(customer === undefined ? {} : { customer }) };
  const still = productionEnvironments(wish, after);
  return productionEnvironments(wish, before)
    .filter((name) => !still.includes(name))
    .map((name) => ({ kind: 'environment-opened', rules: undefined, path: ['environments'], about: name }));
}
