/** One customer of the workspace that the benchmark makes. */
export interface BenchCustomer {
  readonly key: string;
  readonly name: string;
  readonly manager: string;
  readonly requester: string;
  /** Who performs its changes: one person each, so that no two windows need the same one. */
  readonly assignee: string;
  readonly partner?: string;
}

const names = [
  'Diba',
  'Puerto',
  'Atlas',
  'Ebro',
  'Nimbus',
  'Olivo',
  'Faro',
  'Lumen',
  'Vega',
  'Roble',
  'Cierzo',
  'Marea',
];
const people = [
  'Anna Serra',
  'Marta López',
  'Jordi Puig',
  'Íñigo Etxeberria',
  'Chloé Martin',
  'Peter O’Neill',
  'Núria Ferrer',
  'José Peña',
  'Ana Muñoz',
  'Lars Sørensen',
  'Eva Gómez',
  'Tomás Agüero',
  'Iris Vidal',
  'Hugo Costa',
  'Sara Núñez',
  'Pol Badia',
  'Laura Cano',
  'Óscar Mira',
  'Julia Frank',
  'Raúl Ibáñez',
  'Carla Sanz',
  'Dídac Roig',
  'Elena Prats',
  'Mario Luz',
  'Olga Rey',
  'Biel Soler',
  'Alba Cruz',
  'Ivan Horak',
  'Rosa Blanco',
  'Teo Garcés',
  'Lía Duarte',
  'Saúl Arce',
  'Gala Pons',
  'Noel Rius',
  'Vera Salas',
  'Quim Torra',
];

/** The customers; their people decide nothing inside, so nobody approves a change of their own. */
export const benchCustomers: readonly BenchCustomer[] = names.map((name, index) => ({
  key: name.toLowerCase(),
  name,
  manager: people[index * 3] ?? name,
  requester: people[index * 3 + 1] ?? name,
  assignee: people[index * 3 + 2] ?? name,
  ...(index % 4 === 3 ? { partner: `Socio ${name} SL` } : {}),
}));

/** Who decides in which role. */
export const deciders: readonly (readonly [role: string, who: string])[] = [
  ['quality_assurance', 'Laia Font'],
  ['peer', 'Nil Roca'],
  ['operations', 'Rita Mas'],
  ['project', 'Pau Vila'],
  ['product', 'Joan Coll'],
];

/** The configuration files, by path in the workspace. */
export function configTexts(): Map<string, string> {
  const texts = new Map([['.changebook/config.yaml', mainConfig()]]);
  for (const customer of benchCustomers)
    texts.set(`.changebook/customers/${customer.key}.yaml`, customerConfig(customer));
  return texts;
}

function mainConfig(): string {
  const performers = benchCustomers.map(({ assignee }) => `"${assignee}"`).join(', ');
  return `# made by npm run bench
records: ["changes/**/*.md", "procedures/**/*.md", "tickets/**/*.md"]
timezone: Europe/Madrid
language: es
working_days: [mon, tue, wed, thu, fri]
business_hours: "09:00-18:00"
holidays: { country: ES, region: CT, dates: [{ date: 2026-12-07, name: Bridge day }] }
freezes: [{ from: 2026-12-18, to: 2027-01-07, reason: Christmas, hard: true }]
approvals:
  - { roles: [quality_assurance, peer, operations] }
  - { when: { deployment_type: [3, 4] }, roles: [project, product] }
# Steps were ticked elsewhere, before the records came here.
overrides: [{ files: ["changes/**", "tickets/**"], rules: { checklist/unattributed: "off" } }]
performers: [{ deployment_type: [3, 4], people: [${performers}] }]
trackers: [{ pattern: "^ES-\\\\d+$", url: "https://support.example.org/{id}" }]
support: { portal: https://support.example.org, phone: "+34 900 000 000", email: help@example.org }
`;
}

function customerConfig({ name, manager, requester, partner }: BenchCustomer): string {
  return `name: ${name}
timezone: Europe/Madrid
language: es
managed_by: us
${partner ? `partner: { name: ${partner}, contacts: [{ email: ops@partner.example }] }\n` : ''}environments:
  - { name: PRO, production: true, updated: 2026-10-02 }
  - { name: UAT }
  - { name: QA }
contacts:
  - { name: ${manager}, email: manager@example.org, role: manager }
  - { name: ${requester}, email: support@example.org, role: support }
maintenance_windows: [{ days: [tue, thu], from: "22:00", to: "02:00" }]
contract_ends: 2029-06-30
`;
}
