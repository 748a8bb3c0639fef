import { ownFields } from '../config/ownFields';
import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import type { CustomerData } from '../model/schema/recordData';
import type { Language } from '../model/text/localized';
import { plainName } from '../model/text/plainName';
import { logColumnChoice } from '../model/vocabulary/logFields';
import type { RecordType } from '../model/vocabulary/vocabulary';
import { rules } from '../rules/registry';
import type { ValueName } from './completion';
import type { LanguageInput } from './languageInput';
import { type OutlineMap, textUnder } from './outline';
import { recordNames } from './recordNames';

type Names = (input: LanguageInput, root: OutlineMap) => ValueName[];

/** The text fields whose values the workspace knows, by path: one row a field. */
const namesByPath: { readonly [path: string]: Names } = {
  customer: ({ config }) => customerNames(config),
  environments: ({ config }, root) => environmentNames(config, root),
  'tests.validated_in': ({ config }, root) => environmentNames(config, root),
  components: ({ index }) => componentNames(index),
  'components.name': ({ index }) => componentNames(index),
  partner: ({ config }) => plainNames([...config.customers.values()].map(({ partner }) => partner?.name)),
  procedure: recordsOf('procedure'),
  supersedes: recordsOf('change'),
  change: recordsOf('change'),
  related: recordsOf(),
  tickets: recordsOf('ticket'),
  'tickets.id': recordsOf('ticket'),
  'waivers.rule': ({ language }) => ruleNames(language),
  timezone: () => plainNames(Intl.supportedValuesOf('timeZone')),
};

/** Fields of text that name a person. */
export const personPaths = new Set([
  ...['assignee', 'requested_by', 'approvals.by', 'agreement.by', 'agreement.risk_accepted_by', 'waivers.by'],
  ...['notifications.by', 'reviewers.project', 'reviewers.support', 'reviewers.qa', 'contacts.name'],
  ...[
    'rollback.responsible',
    'performers.people',
    'vacations.who',
    'parties.project_team',
    'parties.support_team',
  ],
]);

/** What the configuration gives a time says in the same words for whom it holds, and in which zone. */
export const timedPath =
  /^(?:freezes|maintenance_windows|business_hours|holidays\.dates)\.(customers|environments|zone)$/;

const logPath = /^log\.columns(?:\.column)?$/;

/** The values that the workspace knows for a text field. */
export function valueNames(path: string, input: LanguageInput, root: OutlineMap): ValueName[] {
  const timed = timedPath.exec(path)?.[1];
  if (timed && input.kind !== 'record') return timedNames(timed, input, root);
  if (logPath.test(path) && input.kind !== 'record') return logColumnNames(input.config, input.language);
  // A customer's own environments are what others choose from.
  if (input.kind === 'customer' && path !== 'timezone' && path !== 'vacations.who') return [];
  // Defaults of a procedure hold what changes hold.
  const own = path.replace(/^defaults\./, '');
  if (personPaths.has(own)) return personNames(input.config);
  return Object.hasOwn(namesByPath, own) ? (namesByPath[own]?.(input, root) ?? []) : [];
}

/** What a column of the log may tell: the usual columns, and the fields of the team's own. */
function logColumnNames(config: WorkspaceConfig, language: Language): ValueName[] {
  const usual = Object.entries(logColumnChoice.choices).map(
    ([name, [es, title]]): ValueName => ({
      value: language === 'es' ? es : name,
      kind: 'value',
      detail: title[language],
    }),
  );
  return [...usual, ...plainNames(Object.keys(ownFields(config)))];
}

function timedNames(field: string, { config }: LanguageInput, root: OutlineMap): ValueName[] {
  if (field === 'zone') return plainNames(Intl.supportedValuesOf('timeZone'));
  return field === 'customers' ? customerNames(config) : environmentNames(config, root);
}

function recordsOf(type?: RecordType): Names {
  return ({ index, language }, root) => recordNames(index, language, type, textUnder(root, 'id'));
}

function customerNames(config: WorkspaceConfig): ValueName[] {
  return [...config.customers].map(([value, { name }]) => ({ value, kind: 'customer', detail: name ?? '' }));
}

function environmentNames(config: WorkspaceConfig, root: OutlineMap): ValueName[] {
  const own = customerNamed(config, textUnder(root, 'customer', 'cliente'));
  const customers: CustomerData[] = own ? [own] : [...config.customers.values()];
  const listed = [...customers, config.data].flatMap(({ environments }) => environments ?? []);
  return plainNames((own?.environments ?? listed).map(({ name }) => name));
}

/** The components of all changes, each once, as the first of them writes it. */
function componentNames(index: RecordIndex): ValueName[] {
  const names = new Map<string, string>();
  for (const [, { change }] of index.allKeys())
    for (const name of change?.components ?? []) {
      const key = plainName(name);
      if (!names.has(key)) names.set(key, name);
    }
  return plainNames([...names.values()].sort());
}

/** Those whom the configuration names: contacts of customers and partners, and who may perform what. */
function personNames(config: WorkspaceConfig): ValueName[] {
  const contacts = [...config.customers.values()].flatMap((customer) => [
    ...(customer.contacts ?? []),
    ...(customer.partner?.contacts ?? []),
  ]);
  const performers = (config.data.performers ?? []).flatMap(({ people }) => people ?? []);
  const names = plainNames([...performers, ...contacts.map(({ name }) => name)]);
  return names.map(({ value }) => ({ value, kind: 'person' }));
}

function ruleNames(language: Language): ValueName[] {
  return rules.map(({ id, title, explanation }) => {
    return { value: id, kind: 'rule', detail: title[language], documentation: explanation[language] };
  });
}

/** Each name once. */
export function plainNames(names: readonly (string | undefined)[]): ValueName[] {
  const known = new Set(names.filter((name) => name !== undefined && name !== ''));
  return [...known].map((value) => ({ value: value ?? '', kind: 'value' }));
}
