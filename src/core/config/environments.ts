import type { ChangeData, CustomerData } from '../model/schema/recordData';
import { plainName, withoutAccents } from '../model/text/plainName';
import { perConfig } from './perConfig';
import { customerKeyOf, customerNamed, type WorkspaceConfig } from './workspaceConfig';

/** An environment as the configuration describes it. */
export type Environment = NonNullable<CustomerData['environments']>[number];

/** Whether an environment counts as production, and what decides that: a customer's file, `config.yaml`, or its name. */
interface EnvironmentStanding {
  readonly name: string;
  readonly production: boolean;
  readonly by: 'customer' | 'configuration' | 'name';
  /** Why it counts as production, where the configuration gives a reason. */
  readonly reason?: string;
}

/** Words in the names of production environments: `PRO`, `prod-eu`, `Live 2`, `Producción`. */
export const productionWords = [
  'pro',
  'prod',
  'prd',
  'gprd',
  'production',
  'produccion',
  'produccio',
  'productive',
  'productivo',
  'live',
  'explotacion',
];
/** Words that negate one of those after them: `pre-prod`, `no productivo`. */
export const negatingWords = ['pre', 'non', 'no', 'not'];

/** The environment with a name or an alias: the customer's, else the workspace's. */
export function environmentNamed(
  config: WorkspaceConfig,
  customer: string | undefined,
  written: string,
): Environment | undefined {
  const key = customerKeyOf(config, customer) ?? '';
  const known = environmentsByCustomer(config);
  let environments = known.get(key);
  if (!environments) {
    environments = environmentsByName(config, config.customers.get(key)?.environments ?? []);
    known.set(key, environments);
  }
  return environments.get(plainName(written));
}

type Environments = ReadonlyMap<string, Environment | undefined>;

const environmentsByCustomer = perConfig(() => new Map<string, Environments>());

/** A customer's environments by everything that names one; the workspace's where the customer lists none. */
function environmentsByName({ data }: WorkspaceConfig, own: readonly Environment[]): Environments {
  const known = new Map<string, Environment | undefined>();
  const add = (environment: Environment, meant: Environment | undefined): void => {
    for (const name of [environment.name, ...(environment.aliases ?? [])])
      if (name !== undefined && !known.has(plainName(name))) known.set(plainName(name), meant);
  };
  for (const environment of own) add(environment, environment);
  // An environment of the customer's list may also be named by an alias of the workspace's.
  for (const environment of data.environments ?? [])
    add(environment, own.length > 0 ? known.get(plainName(environment.name ?? '')) : environment);
  return known;
}

/** The environments of a change under all of their names, as `plainName` has them. */
export function environmentScope(
  { customer, environments = [] }: Pick<ChangeData, 'customer' | 'environments'>,
  config: WorkspaceConfig,
): ReadonlySet<string> {
  const names = environments.flatMap((written) => {
    const { name = '', aliases = [] } = environmentNamed(config, customer, written) ?? {};
    return [written, name, ...aliases];
  });
  return new Set(names.filter(Boolean).map(plainName));
}

/** Names of the environments that a change of a customer may have; empty where none are listed. */
export function environmentNames(config: WorkspaceConfig, customer: CustomerData | undefined): string[] {
  const own = customer?.environments ?? [];
  const listed = own.length > 0 ? own : (config.data.environments ?? []);
  return listed.flatMap(({ name }) => name ?? []);
}

/** Whether each environment of a change counts as production. The name decides for one that is not listed. */
export function environmentStandings(
  { customer, environments = [] }: Pick<ChangeData, 'customer' | 'environments'>,
  config: WorkspaceConfig,
): EnvironmentStanding[] {
  return environments.map((name) => {
    const environment = environmentNamed(config, customer, name);
    if (!environment) return { name, production: meansProduction(name), by: 'name' };
    const own = customerNamed(config, customer)?.environments?.includes(environment);
    const { production = false, reason } = environment;
    return {
      name,
      production,
      by: own ? 'customer' : 'configuration',
      ...(reason ? { reason } : {}),
    };
  });
}

/** The environments of a change that count as production. */
export function productionEnvironments(
  data: Pick<ChangeData, 'customer' | 'environments'>,
  config: WorkspaceConfig,
): string[] {
  return environmentStandings(data, config).flatMap(({ name, production }) => (production ? [name] : []));
}

/** Whether the name of an environment means production. */
export function meansProduction(name: string): boolean {
  const plain = withoutAccents(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return words.some(
    (word, index) =>
      productionWords.includes(word.replace(/\d+$/, '')) && !negatingWords.includes(words[index - 1] ?? ''),
  );
}

/** Whether two names are the same; case does not matter. */
export function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plainName(one) === plainName(other);
}
