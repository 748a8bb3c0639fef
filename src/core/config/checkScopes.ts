import { hintArgs, nearestName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { plainName } from '../model/text/plainName';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { customerKey } from './customerKey';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

interface Scope {
  readonly customers?: readonly string[] | undefined;
  readonly environments?: readonly string[] | undefined;
}

/** Reports customers and environments of freezes, windows, hours and days off that nobody knows. */
export function checkScopes(
  config: ConfigFile<'config'> | undefined,
  customers: readonly ConfigFile<'customer'>[],
): void {
  const files = [...(config ? [config] : []), ...customers];
  const environments = files.flatMap(({ data }) => data.environments ?? []);
  const known = {
    customers: knownNames(
      'unknownCustomer',
      customers.flatMap(({ file, data }) => [customerKey(file), plainName(data.name ?? '')]),
    ),
    environments: knownNames(
      'unknownEnvironment',
      environments.flatMap(({ name, aliases = [] }) => [name ?? '', ...aliases]),
    ),
  };
  for (const file of files)
    for (const [path, scopes] of scopesOf(file))
      for (const [index, scope] of scopes.entries()) {
        checkNames(file, [...path, index, 'customers'], scope.customers, known.customers);
        // Where nobody has listed any, every name may be meant.
        if (environments.length > 0)
          checkNames(file, [...path, index, 'environments'], scope.environments, known.environments);
      }
}

interface KnownNames {
  readonly message: string;
  readonly names: readonly string[];
  readonly plain: ReadonlySet<string>;
}

function knownNames(message: string, names: readonly string[]): KnownNames {
  return { message, names: names.filter(Boolean), plain: new Set(names.map(plainName)) };
}

function scopesOf({ data }: ConfigFile<'config'> | ConfigFile<'customer'>): [FieldPath, readonly Scope[]][] {
  const common: [FieldPath, readonly Scope[]][] = [
    [['holidays', 'dates'], data.holidays?.dates ?? []],
    [['maintenance_windows'], data.maintenance_windows ?? []],
  ];
  if (!('freezes' in data || 'business_hours' in data)) return common;
  return [...common, [['freezes'], data.freezes ?? []], [['business_hours'], data.business_hours ?? []]];
}

function checkNames(
  file: ConfigFile<ConfigType>,
  path: FieldPath,
  written: readonly string[] = [],
  { message, names, plain }: KnownNames,
): void {
  written.forEach((each, index) => {
    const name = plain.has(plainName(each)) ? undefined : scalarAt(file, [...path, index]);
    if (!name) return;
    const hint = hintArgs(nearestName(name.value, names));
    report(file, message, name.range, { value: name.value.slice(0, 60), ...hint });
  });
}
