import { deciders } from './benchCustomers';
import { componentNames } from './bodyText';
import { FrontMatter, flowText, quoted, type YamlValue } from './frontMatter';
import type { Random } from './random';
import type { PlannedChange } from './recordPlan';
import { dayOf, offsetOfChange, startOf } from './recordTimes';
import { wordsOf } from './recordWords';

/** Stands where the digest of a change comes, once its whole text is known. */
export const unbound = 'sha256-2:unbound';

/** A component with its versions. */
interface Component {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What front matter and body of a change both tell. */
export interface ReleaseFacts {
  readonly title: string;
  readonly deploymentType: number;
  readonly from: string;
  readonly to: string;
  readonly components: readonly Component[];
  readonly tickets: readonly { readonly id: string; readonly title: string }[];
  readonly features: readonly string[];
  readonly fixes: readonly string[];
  readonly impact: string;
  readonly tests: number;
  /** Planned time without service; only types 3 and 4 may have one. */
  readonly outage: string | undefined;
  readonly migrates: boolean;
}

/** Invents what a change brings. A minor version adds features, a patch only fixes. */
export function inventFacts(change: PlannedChange, random: Random): ReleaseFacts {
  const words = wordsOf(change.language);
  const minor = random.chance(0.6);
  const names = random.some(componentNames, random.between(1, 3));
  const components = names.map((name) => inventComponent(name, minor, random));
  const { name, from, to } = components[0] ?? { name: 'portal', from: '1.0.0', to: '1.0.1' };
  const deploymentType = random.pick([1, 1, 2, 2, 3, 4, 4]);
  const outside = { id: `ES-${random.between(7_000_000, 7_999_999)}`, title: random.pick(words.fixes) };
  return {
    title: `${name} ${to} ${words.phrases.inProduction}`,
    deploymentType,
    from,
    to,
    components,
    tickets: [...change.tickets, outside],
    features: minor ? random.some(words.features, random.between(1, 2)) : [],
    fixes: random.some(words.fixes, random.between(1, 3)),
    impact: random.pick(words.impacts),
    tests: random.between(12, 90),
    outage: deploymentType === 4 ? '20m' : deploymentType === 3 ? '10m' : undefined,
    migrates: random.chance(0.3),
  };
}

function inventComponent(name: string, minor: boolean, random: Random): Component {
  const [major, second, patch] = [random.between(1, 9), random.between(0, 11), random.between(0, 9)];
  const to = minor ? `${major}.${second + 1}.0` : `${major}.${second}.${patch + 1}`;
  return { name, from: `${major}.${second}.${patch}`, to };
}

/** States in which a change has a window. */
const planned = new Set(['to_be_released', 'releasing', 'in_testing', 'done']);

/** The front matter of a change, about 1.5 KB where it has everything. */
export function changeFrontMatter(change: PlannedChange, facts: ReleaseFacts): string {
  const yaml = new FrontMatter(change.language);
  whatItIs(yaml, change, facts);
  if (planned.has(change.status)) whenItHappens(yaml, change, facts);
  whatItBrings(yaml, change, facts);
  if (planned.has(change.status)) whoAgreed(yaml, change, facts);
  if (change.status === 'done') howItWent(yaml, change);
  yaml.add('related', [change.procedure.id, ...change.earlier]);
  return yaml.toString();
}

function whatItIs(yaml: FrontMatter, change: PlannedChange, facts: ReleaseFacts): void {
  const { id, customer, status } = change;
  yaml
    .add('id', id)
    .add('type', yaml.word('change'))
    .add('title', facts.title)
    .add('status', yaml.word(status));
  yaml
    .add('category', 'release')
    .add('change_type', 'normal')
    .add('deployment_type', `${facts.deploymentType}`);
  yaml.add('customer', customer.key).add('partner', customer.partner).add('environments', ['PRO']);
  yaml.add('performed_by', yaml.word('provider')).add('owner', 'platform-team');
  yaml.add('created', dayOf(change, -14)).add('requested_by', customer.requester);
  yaml.add('requested_at', `${dayOf(change, -14)} 09:30`, 'Europe/Madrid');
  yaml.add('assignee', customer.assignee);
  if (facts.deploymentType >= 3)
    yaml.add('reviewers', { project: 'Pau Vila', support: 'Nil Roca', qa: 'Laia Font' });
  if (status !== 'on_hold') return;
  const from = change.language === 'es' ? 'desde' : 'from';
  const reason = wordsOf(change.language).impacts[0] ?? '';
  yaml.add('hold', { reason, [from]: yaml.word('in_progress'), at: `${dayOf(change, -2)} 10:00` });
}

function whenItHappens(yaml: FrontMatter, change: PlannedChange, { outage }: ReleaseFacts): void {
  yaml.block('schedule', { start: startOf(change), duration: '1h', outage });
}

function whatItBrings(yaml: FrontMatter, change: PlannedChange, facts: ReleaseFacts): void {
  const delivered = change.status === 'done' ? yaml.word('done') : yaml.word('in_progress');
  const { from, to } = facts;
  yaml.add('impact', { level: yaml.word('medium'), description: quoted(facts.impact) });
  if (facts.features.length > 0) yaml.block('features', facts.features);
  const components = facts.components.map((part) => ({
    name: part.name,
    from: quoted(part.from),
    to: quoted(part.to),
  }));
  yaml.block('components', components);
  yaml
    .add(
      'restarts',
      facts.components.map(({ name }) => name),
    )
    .add('feature_flags', [`flag-${change.number}`]);
  yaml.block(
    'tickets',
    facts.tickets.map(({ id, title }): YamlValue => ({ id, title: flowText(title), status: delivered })),
  );
  yaml.add('procedure', `${change.procedure.id}@${change.procedure.version}`);
  yaml.add('release', { version: quoted(to), tag: `v${to}`, branch: `release/v${to}` });
  const kept = { reversible: 'true', idempotent: 'true', expensive: 'false', backup: 'true' };
  const { restore } = wordsOf(change.language).phrases;
  if (facts.migrates) yaml.block('database', [{ migration: quoted(`00${change.number}`), ...kept, restore }]);
  const tests = `${facts.tests}`;
  yaml.add('tests', { validated_in: ['QA', 'UAT'], passed: tests, total: tests, run: `R${change.number}` });
  yaml.add('rollback', {
    to: quoted(from),
    steps_section: wordsOf(change.language).titles.rollback,
    duration: '15m',
  });
}

function whoAgreed(yaml: FrontMatter, change: PlannedChange, facts: ReleaseFacts): void {
  const start = startOf(change);
  const parties = ['project_team', 'support_team', 'customer_managers', 'end_users'];
  if (change.customer.partner) parties.push('partner');
  yaml.add('agreement', { by: change.customer.manager, at: `${dayOf(change, -7)} 10:00`, start });
  yaml.add(
    'notify',
    parties.map((party) => yaml.word(party)),
  );
  const needed = facts.deploymentType >= 3 ? deciders : deciders.slice(0, 3);
  const approvals = needed.map(([role, by], index) => {
    const at = `${dayOf(change, -6)} 10:${String(index * 5).padStart(2, '0')}`;
    return { role: yaml.word(role), by, at, decision: yaml.word('approved'), digest: unbound };
  });
  yaml.block('approvals', approvals);
}

function howItWent(yaml: FrontMatter, change: PlannedChange): void {
  const offset = offsetOfChange(change);
  const at = (time: string): string => `${dayOf(change, 0)}T${time}${offset}`;
  const by = change.customer.assignee;
  yaml.add('actual', { start: at('22:03'), end: at('22:51') });
  const sent = (kind: string, when: string): YamlValue => ({
    kind: yaml.word(kind),
    at: when,
    channel: 'mail',
    by,
  });
  yaml.block('notifications', [
    sent('users', `${dayOf(change, -5)} 12:00`),
    sent('start', at('22:00')),
    sent('end', at('22:52')),
    sent('ticket_comment', at('22:55')),
    sent('qa_results', at('23:30')),
    sent('closing', `${dayOf(change, 1)} 12:00`),
  ]);
  yaml.add('outcome', yaml.word('successful'));
}
