import { type CalendarConfig, emptyCalendar } from '../calendar/calendarConfig';
import type { Severity } from '../findings/finding';
import { type IdTest, idTest } from '../model/parse/recordSigns';
import type { ConfigData, CustomerData } from '../model/schema/recordData';
import { plainName, visibleText } from '../model/text/plainName';
import { roleNamed } from '../model/vocabulary/roleNamed';
import type { RecordType } from '../model/vocabulary/vocabulary';
import { defaultWorkflow, type Workflow } from '../workflow/workflow';
import { longestId } from './costlyPatterns';
import { People } from './people';
import { perConfig } from './perConfig';

/** A team's severity and options for one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options: { readonly [name: string]: unknown };
}

/** Settings of rules, by rule id. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** The configuration of a workspace. What could not be read is left out. */
export interface WorkspaceConfig {
  readonly data: ConfigData;
  /** Customers by key: the name of their file, in lower case. */
  readonly customers: ReadonlyMap<string, CustomerData>;
  readonly rules: RuleSettings;
  /** Settings for the files that `matches` accepts; later ones win. */
  readonly overrides: readonly {
    readonly matches: (file: string) => boolean;
    readonly rules: RuleSettings;
  }[];
  readonly idPattern: RegExp;
  /** People of the configuration, the customers' contacts and `.mailmap`. */
  readonly people: People;
  /** For each state that a team's own workflow adds, the usual state that it counts as. */
  readonly stages: ReadonlyMap<string, string>;
  /** The workflow of changes: the team's own, else the default one. */
  readonly workflow: Workflow;
  /** Working days, holidays, freezes, vacations and maintenance windows, by customer. */
  readonly calendar: CalendarConfig;
}

/** The default pattern of ids. */
export const defaultIdPattern = /^(PROC|CHG|TKT)-[A-Z0-9][A-Z0-9.-]*$/;

/** The test for names that look like the id of a record. */
export function idTestOf({ idPattern }: Pick<WorkspaceConfig, 'idPattern'>): IdTest {
  return idTest(idPattern === defaultIdPattern ? undefined : idPattern);
}

/** A workspace without configuration. */
export const emptyConfig: WorkspaceConfig = {
  data: {},
  customers: new Map(),
  rules: new Map(),
  overrides: [],
  idPattern: defaultIdPattern,
  people: new People('', []),
  stages: new Map(),
  workflow: defaultWorkflow,
  calendar: emptyCalendar,
};

/** The customer that a record names by key or by name. */
export function customerNamed(
  config: WorkspaceConfig,
  written: string | undefined,
): CustomerData | undefined {
  const key = customerKeyOf(config, written);
  return key === undefined ? undefined : config.customers.get(key);
}

/** What people call a customer, whether it is configured or not; undefined where none is written. */
export function customerNameOf(config: WorkspaceConfig, written: string | undefined): string | undefined {
  return customerNamed(config, written)?.name ?? written;
}

/** The key of the customer that a text names by key or by name; undefined where none is configured. */
export function customerKeyOf(config: WorkspaceConfig, written: string | undefined): string | undefined {
  return written ? keysByName(config.customers).get(plainName(written)) : undefined;
}

/** Keys of customers by everything that names one. A key goes before another customer's name. */
const keysByName = perConfig((customers: WorkspaceConfig['customers']) => {
  const keys = new Map([...customers.keys()].map((key) => [key, key]));
  for (const [key, { name = '' }] of customers)
    if (name !== '' && !keys.has(plainName(name))) keys.set(plainName(name), key);
  return keys;
});

/** A key for comparing customers, whether they are configured or not. */
export function customerKeyFor(config: WorkspaceConfig, written: string): string {
  return customerKeyOf(config, written) ?? plainName(written);
}

/** The id that a text names, in upper case where only that matches the pattern of ids. */
export function idNamed({ idPattern }: Pick<WorkspaceConfig, 'idPattern'>, written: string): string {
  const id = visibleText(written);
  const upper = id.toUpperCase();
  if (upper === id || id.length > longestId) return id;
  return !idPattern.test(id) && idPattern.test(upper) ? upper : id;
}

/**
 * The configured time zone of a customer's records: the customer's own, else the workspace's. A configuration keeps only
 * zones that there are.
 */
export function zoneOf(config: WorkspaceConfig, customer: string | undefined): string | undefined {
  return customerNamed(config, customer)?.timezone ?? config.data.timezone;
}

/** The same; UTC where none is configured. */
export function zoneOrUtc(config: WorkspaceConfig, customer: string | undefined): string {
  return zoneOf(config, customer) ?? 'UTC';
}

/** The states that a team's workflow adds to the usual ones, for a type of record. */
export function configuredStates(config: WorkspaceConfig, type: RecordType): readonly string[] {
  if (type !== 'change') return [];
  return [...config.workflow.states.keys()].filter((state) => !defaultWorkflow.states.has(state));
}

/** The roles that the configuration of approvals names. */
export function configuredRoles(config: WorkspaceConfig): readonly string[] {
  const { approvals = [], emergency } = config.data;
  return [...approvals.flatMap(({ roles = [] }) => roles), ...(emergency?.approvals ?? [])].map(roleNamed);
}
