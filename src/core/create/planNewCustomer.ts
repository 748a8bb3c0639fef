import { configFolder } from '../config/configFiles';
import { customerKey } from '../config/customerKey';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { asYaml } from '../language/plainText';
import { slugOfTitle } from './newRecordPath';

/** What is asked of a new customer. */
export interface NewCustomerInput {
  readonly name: string;
  /** IANA name. */
  readonly timezone: string;
  /** The first of them is production. */
  readonly environments: readonly string[];
}

/** The file of a new customer, or why there is none. */
export type NewCustomerPlan =
  | { readonly ok: true; readonly file: string; readonly text: string }
  | { readonly ok: false; readonly problem: 'noKey' | 'taken' };

/** Plans the file of a customer: named after it, with the keys that every customer has. */
export function planNewCustomer(
  { name, timezone, environments }: NewCustomerInput,
  { data, customers }: WorkspaceConfig,
): NewCustomerPlan {
  const slug = slugOfTitle(name);
  if (slug === '') return { ok: false, problem: 'noKey' };
  const file = `${configFolder}/customers/${slug}.yaml`;
  if (customers.has(customerKey(file))) return { ok: false, problem: 'taken' };
  const lines = [
    `name: ${asYaml(name.trim())}`,
    `timezone: ${timezone}`,
    ...(data.language ? [`language: ${data.language}`] : []),
    'managed_by: us',
    'environments:',
    ...environments.map((own, at) => `  - { name: ${asYaml(own)}${at === 0 ? ', production: true' : ''} }`),
    '# contacts: [{ name: TBD, email: TBD, role: manager }]',
  ];
  return { ok: true, file, text: `${lines.join('\n')}\n` };
}
