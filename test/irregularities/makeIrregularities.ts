// Makes a repository with fourteen planted irregularities, in itself the same on every machine:
// `tsx test/irregularities/makeIrregularities.ts <folder>`. `irregularities.ts` lists them: a deployment without a record;
// a record closed as deployed without a deployment; a deployment outside of its window; in a freeze; before its approval,
// which is dated back; a record edited after its approval; another artifact; another version; a deployment by its
// approver; by who wrote it; an emergency never approved afterwards; a failure without a review; a rule turned off before
// a deployment and on again after it; a tag moved after its deployment. All else is as it should be.
import { mkdirSync } from 'node:fs';
import { artifactOf, fileOf, type GivenApproval, type RecordProgress, recordText } from './changeRecord';
import { csvOf, githubOf, type ListedDeployment } from './deploymentLists';
import { FastImport, gitIn } from './fastImport';
import { irregularities } from './irregularities';
import { type Person, people } from './people';
import { day, freeze, hour, type PlannedChange, plannedChanges } from './plannedChanges';

const minute = 60_000;

/** The repository, and where in it the lists of deployments lie. */
export interface IrregularRepository {
  readonly folder: string;
  readonly lists: readonly string[];
  /** Options of `changebook reconcile` for all of its deployments. */
  readonly period: readonly string[];
}

/** Something that happens at a moment; what happens is committed in the order of time. */
interface Event {
  readonly at: number;
  readonly happen: (history: FastImport) => void;
}

/** A deployment whose commit is known by its mark as yet. */
type MarkedDeployment = Omit<ListedDeployment, 'commit'> & { readonly mark: () => number };

/** Makes the repository in a folder, which is new or empty. */
export function makeIrregularities(folder: string): IrregularRepository {
  mkdirSync(folder, { recursive: true });
  gitIn(folder, ['init', '--quiet', '--initial-branch=main']);
  const deployments: MarkedDeployment[] = [];
  const events = [
    ...configured(),
    ...plannedChanges.flatMap((plan) => eventsOf(plan, deployments)),
    ...unrecorded(deployments),
  ].sort((one, other) => one.at - other.at);
  const history = new FastImport();
  for (const { happen } of events) happen(history);
  const commits = history.run(folder);
  const listed = deployments
    .map(({ mark, ...deployment }): ListedDeployment => {
      return { ...deployment, commit: commits.get(mark()) ?? '' };
    })
    .sort((one, other) => one.at - other.at);
  const last = (events.at(-1)?.at ?? 0) + day;
  const more = new FastImport(gitIn(folder, ['rev-parse', 'refs/heads/main']).trim());
  const [csv, github] = ['deployments/portal.csv', 'deployments/github.json'];
  const files = { [csv]: csvOf(listed.slice(3)), [github]: githubOf(listed.slice(0, 3)) };
  more.commit(people.asks, last, 'Export the deployments', files);
  more.run(folder);
  gitIn(folder, ['reset', '--quiet', '--hard', 'main']);
  return { folder, lists: [csv, github], period: ['--from', '2026-01-01', '--to', '2026-06-30'] };
}

/** The configuration: two roles decide, and their holders are known. */
function config(leadTime: string): string {
  const { peer, operations } = people;
  const known = Object.values(people).map(
    ({ name, address }) => `  - { name: ${name}, addresses: [${address}] }`,
  );
  return `timezone: UTC
language: en
records: ["changes/**/*.md"]
environments: [{ name: production, production: true }]
freezes: [{ from: ${freeze.from}, to: ${freeze.to}, reason: Accounts close, hard: true }]
people:
${known.join('\n')}
approvals:
  - { roles: [peer, operations], holders: { peer: [${peer.name}], operations: [${operations.name}] } }
emergency: { approvals: [operations] }
rules:
  schedule/lead-time: ${leadTime}
  notify/parties: "off"
  checklist/unattributed: "off"
`;
}

const strict = '{ severity: error, hours: 48 }';

function configured(): Event[] {
  const loosened = plannedChanges.find(({ wrong }) => wrong === 'loosened')?.opens ?? 0;
  const commit = (at: number, message: string, leadTime: string): Event => ({
    at,
    happen: (history) =>
      history.commit(people.asks, at, message, { '.changebook/config.yaml': config(leadTime) }),
  });
  return [
    commit(Date.UTC(2026, 0, 2, 9), 'Begin', strict),
    commit(loosened - 30 * hour, 'Lead times get in the way', '"off"'),
    commit(loosened + 20 * hour, 'Lead times count', strict),
  ];
}

/** Code of a version. @returns what tells its mark, once it has happened */
function released(version: string, at: number, events: Event[], taggedAt = at + hour): () => number {
  let mark = 0;
  events.push({
    at,
    happen: (history) => {
      mark = history.commit(people.writes, at, `Portal ${version}`, { 'app/portal.txt': `${version}\n` });
      if (taggedAt >= at) history.tag(`v${version}`, mark, people.deploys, taggedAt);
    },
  });
  return () => mark;
}

/** What happens to a change, from its record to its end. */
function eventsOf(plan: PlannedChange, deployments: MarkedDeployment[]): Event[] {
  const { opens, version, type, ends, wrong } = plan;
  const events: Event[] = [];
  const isEmergency = type === 'emergency';
  const hurried = isEmergency ? hour / (20 * hour) : wrong === 'loosened' ? 1 / 5 : 1;
  const before = (days: number): number => opens - days * day * hurried;
  const start = opens + 15 * minute + (wrong === 'outsideWindow' ? 5 * hour : 0);
  const deployed = { start, end: start + 40 * minute };
  let approvals: readonly GivenApproval[] = [];
  const write = (
    at: number,
    author: Person,
    message: string,
    progress: Omit<RecordProgress, 'approvals'>,
  ): void => {
    const text = recordText(plan, { ...progress, approvals });
    events.push({
      at,
      happen: (history) => history.commit(author, at, `${plan.id}: ${message}`, { [fileOf(plan)]: text }),
    });
  };
  const approve = (role: 'peer' | 'operations', at: number, said = at, status = 'to_be_released'): void => {
    approvals = [...approvals, { role, at: said }];
    write(at, people[role], `approve as ${role}`, {
      status,
      edited: wrong === 'otherContent' && at > opens,
      ...(at > deployed.end ? { deployed } : {}),
    });
  };
  write(before(6), people.writes, 'propose', { status: 'to_be_reviewed' });
  if (ends === 'rejected') {
    write(before(4), people.peer, 'reject', { status: 'rejected' });
    return events;
  }
  const tagged = wrong === 'tagMoved' ? Number.NEGATIVE_INFINITY : undefined;
  const mark = released(version, before(5), events, tagged);
  if (!isEmergency) approve('peer', before(3));
  if (wrong !== 'beforeApproval') approve('operations', before(2.9));
  if (ends === 'cancelled') {
    write(before(1), people.asks, 'cancel', { status: 'cancelled' });
    return events;
  }
  const edited = wrong === 'otherContent';
  if (edited) write(before(1), people.writes, 'add the search', { status: 'to_be_released', edited });
  const by =
    wrong === 'byApprover' ? people.operations : wrong === 'byAuthor' ? people.writes : people.deploys;
  if (wrong === 'otherVersion') {
    const other = irregularities.otherVersion.version;
    const otherMark = released(other, before(0.5), events);
    deployments.push({
      at: deployed.end,
      version: other,
      mark: otherMark,
      by: by.name,
      artifact: artifactOf(version),
    });
  } else if (wrong !== 'noDeployment') {
    const artifact = wrong === 'otherArtifact' ? artifactOf(`${version}, built again`) : artifactOf(version);
    deployments.push({ at: deployed.end, version, mark, by: by.name, artifact });
  }
  write(deployed.end + 5 * minute, people.deploys, 'deploy', { status: 'in_testing', edited, deployed });
  if (wrong === 'beforeApproval') approve('operations', opens + day, before(2.9), 'in_testing');
  if (isEmergency && wrong !== 'emergencyUnapproved') approve('peer', opens + day, undefined, 'in_testing');
  write(opens + 2 * day, people.deploys, 'close', { status: 'done', edited, deployed });
  if (wrong === 'tagMoved') {
    const at = opens + day;
    events.push({
      at,
      happen: (history) => {
        const moved = history.commit(people.writes, at, `Portal ${version}, once more`, {
          'app/portal.txt': `${version} with one more line\n`,
        });
        history.tag(`v${version}`, moved, people.deploys, at);
      },
    });
  }
  return events;
}

/** What was deployed without a record. */
function unrecorded(deployments: MarkedDeployment[]): Event[] {
  const events: Event[] = [];
  const { version } = irregularities.noRecord;
  const at = Date.UTC(2026, 1, 5, 11);
  const mark = released(version, at - 2 * hour, events);
  deployments.push({ at, version, mark, by: people.deploys.name });
  return events;
}

const [, script, folder] = process.argv;
if (script?.endsWith('makeIrregularities.ts') && folder)
  process.stdout.write(`${JSON.stringify(makeIrregularities(folder), undefined, 2)}\n`);
