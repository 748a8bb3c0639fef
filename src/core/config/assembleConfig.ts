import type { CalendarConfig } from '../calendar/calendarConfig';
import { compareFindings, type FileFinding } from '../findings/finding';
import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { isNothing } from '../model/parse/yamlTree';
import type { ConfigData, CustomerData } from '../model/schema/recordData';
import { conflictMarkers } from '../model/text/conflictMarkers';
import { LineMap } from '../model/text/lineMap';
import type { MessageArgs } from '../model/text/localized';
import { resolvePath } from '../model/text/paths';
import { plainName } from '../model/text/plainName';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { readWorkflow } from '../workflow/readWorkflow';
import { checkIdForm, checkSubject } from './checkForms';
import { checkLog } from './checkLog';
import { checkLogins } from './checkLogins';
import { checkOverrides } from './checkOverrides';
import { checkOwnFields } from './checkOwnFields';
import { checkParties } from './checkParties';
import { checkScopes } from './checkScopes';
import { checkUnrecorded } from './checkUnrecorded';
import { readCondition } from './conditions';
import { type ConfigText, configTypeOf, mailmapFile } from './configFiles';
import { isCostlyGlob, isCostlyPattern } from './costlyPatterns';
import { customerKey } from './customerKey';
import { cachingLast, globTest } from './globs';
import { type KnownPerson, People, parsePerson } from './people';
import { readCalendar } from './readCalendar';
import { type ConfigFile, readConfigFile, report, scalarAt } from './readConfigFile';
import { type KnownRule, readRuleSettings } from './ruleSettings';
import { defaultIdPattern, emptyConfig, type WorkspaceConfig } from './workspaceConfig';

/** The configuration of a workspace with everything that is wrong in its files. */
export interface AssembledConfig {
  readonly config: WorkspaceConfig;
  readonly findings: readonly FileFinding[];
  /** The files of the customers, as they were read. */
  readonly customers: readonly ConfigFile<'customer'>[];
}

/**
 * Builds the configuration from its files. What cannot be used is reported as a finding and left out.
 *
 * @param rules all rules of this version, which the configuration may set
 */
export function assembleConfig(texts: readonly ConfigText[], rules: readonly KnownRule[]): AssembledConfig {
  const main = texts.find(({ file }) => configTypeOf(file) === 'config');
  const config = main ? readConfigFile('config', main.file, main.text) : undefined;
  const customers = texts
    .filter(({ file }) => configTypeOf(file) === 'customer')
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => readConfigFile('customer', file, text));
  checkCustomers(customers);
  checkScopes(config, customers);
  const own = Object.keys(config?.data.fields ?? {});
  for (const file of [...(config ? [config] : []), ...customers]) checkLog(file, own);
  if (config) checkOverrides(config);
  const mailmap = texts.find(({ file }) => file === mailmapFile)?.text ?? '';
  const people = new People(mailmap, [...peopleOf(config?.data), ...contactsOf(customers)]);
  if (config) checkParties(config, people);
  if (config) checkLogins(config);
  const assembled = {
    ...(config ? workspaceConfig(config, customers, rules) : unsettled(customers, rules)),
    people,
    calendar: calendarOf(config, customers),
  };
  const files: ConfigFile<ConfigType>[] = [...(config ? [config] : []), ...customers];
  const findings = files.flatMap(({ file, findings: own }) =>
    own.sort(compareFindings).map((finding) => ({ file, finding })),
  );
  findings.push(...mailmapConflicts(mailmap));
  return { config: assembled, findings, customers };
}

/** In `.mailmap` only conflict markers are reported, since git itself ignores what it cannot read. */
function mailmapConflicts(text: string): FileFinding[] {
  const lines = new LineMap(text);
  return conflictMarkers(text).map((range) => {
    const finding = { rule: 'config/invalid', severity: 'error' as const, message: 'conflict', args: {} };
    return { file: mailmapFile, finding: { ...finding, range: lines.rangeAt(range) } };
  });
}

/** Without a main file the rules that need a team are off, and nobody is named to approve. */
function unsettled(
  customers: readonly ConfigFile<'customer'>[],
  known: readonly KnownRule[],
): WorkspaceConfig {
  const rules = known
    .filter(({ needsTeam }) => needsTeam)
    .map(({ id }) => [id, { severity: 'off' as const, options: {} }] as const);
  return { ...emptyConfig, data: { approvals: [] }, customers: byKey(customers), rules: new Map(rules) };
}

function workspaceConfig(
  config: ConfigFile<'config'>,
  customers: readonly ConfigFile<'customer'>[],
  known: readonly KnownRule[],
): WorkspaceConfig {
  const overrides = (config.data.overrides ?? []).map((override, index) => ({
    matches: cachingLast(globTest(override.files ?? [])),
    rules: readRuleSettings(config, ['overrides', index, 'rules'], known),
  }));
  const data: ConfigData = config.data;
  checkTrackers(config);
  checkConditions(config);
  checkGlobs(config, ['records']);
  checkGlobs(config, ['nested']);
  checkSubject(config);
  checkDomain(config);
  checkOwnFields(config);
  checkUnrecorded(config);
  overrides.forEach((_, index) => {
    checkGlobs(config, ['overrides', index, 'files']);
  });
  const idPattern = patternAt(config, ['id_pattern']) ?? defaultIdPattern;
  checkIdForm(config, idPattern, byKey(customers).keys());
  return {
    data,
    customers: byKey(customers),
    rules: readRuleSettings(config, ['rules'], known),
    overrides,
    idPattern,
    people: emptyConfig.people,
    ...workflowOf(config, known),
    calendar: emptyConfig.calendar,
  };
}

function workflowOf(
  config: ConfigFile<'config'>,
  known: readonly KnownRule[],
): Pick<WorkspaceConfig, 'workflow' | 'stages'> {
  const node = locate(config.located, ['workflow'])?.node;
  const ids = known.map(({ id }) => id);
  const isRule = (name: string): boolean => ids.includes(name);
  const workflow = readWorkflow(node, isRule, ({ message, range, args }) => {
    const hint = hintArgs(args?.rule ? nearestName(args.rule, ids) : undefined);
    report(config, message, range, { ...hint, ...args }, undefined, 'config/workflow');
  });
  const stages = [...workflow.states.values()].filter(({ name, stage }) => name !== stage);
  return { workflow, stages: new Map(stages.map(({ name, stage }) => [name, stage])) };
}

/** Reports unknown fields and values in the conditions of approvals. */
function checkConditions(config: ConfigFile<'config'>): void {
  config.data.approvals?.forEach((row, index) => {
    const path: FieldPath = ['approvals', index, 'when'];
    const node = locate(config.located, path)?.node;
    if (!node || isNothing(node)) return;
    if (node.kind !== 'map') {
      report(config, 'notMapping', node.range);
      return;
    }
    readCondition(row.when, ({ field, value, known }) => {
      const entry = node.entries.find(({ key }) => key === field);
      const range = value === undefined ? entry?.keyRange : entry?.value.range;
      const hint = hintArgs(nearestName(value ?? field, known));
      const args = { value: (value ?? field).slice(0, 60), known: known.join(', '), ...hint };
      report(config, value === undefined ? 'conditionField' : 'conditionValue', range ?? node.range, args);
    });
  });
}

function calendarOf(
  config: ConfigFile<'config'> | undefined,
  customers: readonly ConfigFile<'customer'>[],
): CalendarConfig {
  const byFile = new Map(customers.map((customer) => [customerKey(customer.file), customer]));
  const keys = new Map(customers.map(({ file, data }) => [plainName(data.name ?? ''), customerKey(file)]));
  const keyOf = (written: string): string | undefined => {
    const wanted = plainName(written);
    return byFile.has(wanted) ? wanted : keys.get(wanted);
  };
  return readCalendar(config, byFile, keyOf);
}

function contactsOf(customers: readonly ConfigFile<'customer'>[]): KnownPerson[] {
  const contacts = customers.flatMap(({ data }) => [
    ...(data.contacts ?? []),
    ...(data.partner?.contacts ?? []),
  ]);
  return contacts.map(({ name, email }) => ({ name, addresses: email ? [email] : [] }));
}

/** People whose addresses the configuration gives, in its list of people or as holders of a role. */
function peopleOf(data: ConfigData = {}): KnownPerson[] {
  const holders = (data.approvals ?? []).flatMap(({ holders = {} }) => Object.values(holders).flat());
  const listed = (data.people ?? []).map(({ name, addresses = [] }) => ({ name, addresses }));
  return [...listed, ...holders.map(parsePerson)];
}

function byKey(customers: readonly ConfigFile<'customer'>[]): Map<string, CustomerData> {
  return new Map(customers.map((customer) => [customerKey(customer.file), customer.data]));
}

const tooCostly = {
  'reason.en': 'it is too long, or repeats too much, to be tried safely',
  'reason.es': 'es demasiado larga, o repite demasiado, para probarla sin riesgo',
};

function patternAt(target: ConfigFile<ConfigType>, path: FieldPath): RegExp | undefined {
  const pattern = scalarAt(target, path);
  if (!pattern) return undefined;
  const wrong = (reason: MessageArgs): undefined => {
    report(target, 'pattern', pattern.range, { value: pattern.value.slice(0, 60), ...reason });
  };
  if (isCostlyPattern(pattern.value)) return wrong(tooCostly);
  try {
    return new RegExp(pattern.value, 'u');
  } catch (error) {
    return wrong({ reason: error instanceof Error ? error.message : String(error) });
  }
}

function checkTrackers(config: ConfigFile<'config'>): void {
  config.data.trackers?.forEach((_, index) => {
    patternAt(config, ['trackers', index, 'pattern']);
  });
}

function checkDomain(config: ConfigFile<'config'>): void {
  const domain = scalarAt(config, ['calendar', 'domain']);
  if (!domain || /^[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?$/i.test(domain.value)) return;
  report(config, 'domain', domain.range, { value: domain.value.slice(0, 60) });
  delete config.data.calendar?.domain;
}

function checkGlobs(config: ConfigFile<'config'>, path: FieldPath): void {
  locate(config.located, path)?.items?.forEach((_, index) => {
    const glob = scalarAt(config, [...path, index]);
    if (!glob) return;
    const value = glob.value.slice(0, 60);
    if (isCostlyGlob(glob.value)) report(config, 'glob', glob.range, { value });
    // It would match no file of the workspace.
    else if (leadsOutside.test(glob.value)) report(config, 'path', glob.range, { value });
  });
}

/** A glob that matches no path of a workspace: it is absolute or leads out of the folder. */
const leadsOutside = /^!?(?:[\\/]|[A-Za-z]:[\\/]|(?:\.\/)*\.\.(?:[\\/]|$))/;

function checkCustomers(customers: readonly ConfigFile<'customer'>[]): void {
  const names = new Map<string, string>();
  for (const customer of customers) {
    const name = scalarAt(customer, ['name']);
    const other = name && names.get(plainName(name.value));
    if (name && other) report(customer, 'sameName', name.range, { value: name.value, other });
    else if (name) names.set(plainName(name.value), customer.file);
    const users = scalarAt(customer, ['end_users']);
    if (users && resolvePath('x', users.value) === undefined) {
      report(customer, 'path', users.range, { value: users.value.slice(0, 100) });
      delete customer.data.end_users;
    }
  }
}
