import * as z from 'zod/mini';
import { stateOf } from './deploymentStates';
import type { ListForm, WrittenDeployment, WrittenStatus } from './listedDeployment';

// How services print their deployments. Only what is read is described; whatever else stands there is left alone.

const text = z.nullish(z.string());
const number = z.union([z.number(), z.string()]);
const user = z.nullish(z.looseObject({ login: text, username: text, name: text }));

/** What an entry of a list comes to: deployments, or a status of one. */
export interface FromJson {
  readonly deployments?: readonly Omit<WrittenDeployment, 'place'>[];
  readonly id?: string | undefined;
  readonly status?: WrittenStatus;
}

/** One form: what its entries look like, and what they say. */
export interface JsonForm {
  readonly form: ListForm;
  /** @returns undefined where an entry is not of this form */
  read(entry: unknown): FromJson | undefined;
}

function formOf<S extends z.ZodMiniType>(
  form: ListForm,
  shape: S,
  take: (entry: z.infer<S>) => FromJson,
): JsonForm {
  return {
    form,
    read(entry) {
      const read = shape.safeParse(entry);
      return read.success ? take(read.data) : undefined;
    },
  };
}

const githubStatus = z.looseObject({ state: z.string(), created_at: z.string() });

/** `gh api repos/OWNER/REPO/deployments`, where somebody put its statuses beside each deployment or not. */
const github = formOf(
  'github',
  z.looseObject({
    sha: z.string(),
    ref: z.string(),
    environment: z.string(),
    created_at: z.string(),
    id: z.optional(number),
    url: text,
    creator: user,
    statuses: z.optional(z.array(githubStatus)),
  }),
  ({ sha, ref, environment, created_at, id, url, creator, statuses }) => ({
    id: id === undefined ? undefined : String(id),
    deployments: [
      {
        ...githubState(created_at, statuses),
        ...{ environment, ref, commit: sha, by: creator?.login ?? undefined, address: url ?? undefined },
      },
    ],
  }),
);

/** When a deployment began and how it ended, by its statuses; without any, it is not known whether it did. */
export function githubState(
  created: string,
  statuses: readonly { readonly state: string; readonly created_at: string }[] | undefined,
): Pick<WrittenDeployment, 'time' | 'state'> {
  if (statuses === undefined) return { time: created, state: 'unknown' };
  const inOrder = [...statuses].sort((one, other) => (one.created_at < other.created_at ? -1 : 1));
  const ran = inOrder.filter(({ state }) => stateOf(state) !== 'notRun');
  const [begun] = ran;
  if (!begun) return { time: created, state: 'notRun' };
  // `inactive` only says that another one came after it.
  const last = ran.findLast(({ state }) => state !== 'inactive') ?? begun;
  return { time: begun.created_at, state: stateOf(last.state) };
}

/** `gh api repos/OWNER/REPO/deployments/ID/statuses`: what happened to deployments that stand in another list. */
const githubStatuses = formOf(
  'statuses',
  z.looseObject({ state: z.string(), created_at: z.string(), deployment_url: z.string() }),
  ({ state, created_at, deployment_url }) => ({
    status: { address: deployment_url, state, time: created_at },
  }),
);

/** `glab api projects/ID/deployments`. */
const gitlab = formOf(
  'gitlab',
  z.looseObject({
    sha: z.string(),
    ref: z.string(),
    status: z.string(),
    created_at: z.string(),
    id: z.optional(number),
    environment: z.looseObject({ name: z.string() }),
    user,
    deployable: z.nullish(z.looseObject({ started_at: text, user })),
  }),
  ({ sha, ref, status, created_at, id, environment, user: who, deployable }) => {
    const begun = deployable?.started_at ?? undefined;
    const said = stateOf(status);
    // What was taken back after it began may have changed something.
    const state = said === 'notRun' && begun && status.startsWith('cancel') ? 'failed' : said;
    const person = who ?? deployable?.user;
    return {
      id: id === undefined ? undefined : String(id),
      deployments: [
        {
          ...{ time: begun ?? created_at, state, environment: environment.name, ref, commit: sha },
          by: person?.username ?? person?.name ?? undefined,
        },
      ],
    };
  },
);

/** Releases of both, and those of `gh release list --json tagName,publishedAt,isDraft`. */
const releases = formOf(
  'releases',
  z.union([
    z.looseObject({
      tag_name: z.string(),
      published_at: text,
      released_at: text,
      draft: z.nullish(z.boolean()),
      upcoming_release: z.nullish(z.boolean()),
      id: z.optional(number),
      author: user,
      commit: z.nullish(z.looseObject({ id: text })),
    }),
    z.looseObject({ tagName: z.string(), publishedAt: text, isDraft: z.nullish(z.boolean()) }),
  ]),
  (entry) => {
    if ('tagName' in entry && typeof entry.tagName === 'string') {
      const time = typeof entry.publishedAt === 'string' ? entry.publishedAt : undefined;
      const isDraft = entry.isDraft === true || time === undefined;
      return {
        deployments: [{ time, version: entry.tagName, state: isDraft ? 'notRun' : 'succeeded' }],
      };
    }
    const { tag_name, published_at, released_at, draft, upcoming_release, id, author, commit } =
      entry as ReleaseEntry;
    const time = published_at ?? released_at ?? undefined;
    return {
      id: id === undefined ? undefined : String(id),
      deployments: [
        {
          ...{ time, version: tag_name, commit: commit?.id ?? undefined },
          by: author?.login ?? author?.username ?? undefined,
          state: draft || upcoming_release || time === undefined ? 'notRun' : 'succeeded',
        },
      ],
    };
  },
);

interface ReleaseEntry {
  readonly tag_name: string;
  readonly published_at?: string | null;
  readonly released_at?: string | null;
  readonly draft?: boolean | null;
  readonly upcoming_release?: boolean | null;
  readonly id?: number | string;
  readonly author?: z.infer<typeof user>;
  readonly commit?: { readonly id?: string | null } | null;
}

const argoSource = z.nullish(z.looseObject({ targetRevision: text }));
const argoEntry = z.looseObject({
  deployedAt: z.string(),
  deployStartedAt: text,
  id: z.optional(number),
  revision: text,
  revisions: z.nullish(z.array(z.string())),
  source: argoSource,
  sources: z.nullish(z.array(argoSource)),
  initiatedBy: z.nullish(z.looseObject({ username: text, automated: z.nullish(z.boolean()) })),
});

function fromArgo(
  {
    deployedAt,
    deployStartedAt,
    revision,
    revisions,
    source,
    sources,
    initiatedBy,
  }: z.infer<typeof argoEntry>,
  about: { readonly component?: string | undefined; readonly environment?: string | undefined } = {},
): Omit<WrittenDeployment, 'place'> {
  const revisionOf = revision || revisions?.[0] || undefined;
  const isCommit = revisionOf !== undefined && /^[0-9a-f]{40,64}$/.test(revisionOf);
  return {
    ...about,
    time: deployStartedAt ?? deployedAt,
    state: 'succeeded',
    ref: source?.targetRevision ?? sources?.[0]?.targetRevision ?? undefined,
    // A chart is deployed by its version.
    ...(isCommit ? { commit: revisionOf } : { version: revisionOf }),
    by: initiatedBy?.username ?? undefined,
  };
}

/** The history of an application of Argo CD, as `argocd app history -o json` or the interface has it. */
const argoHistory = formOf('argocd', argoEntry, (entry) => ({
  id: entry.id === undefined ? undefined : String(entry.id),
  deployments: [fromArgo(entry)],
}));

/** Applications of Argo CD with their histories: `argocd app get -o json`, `argocd app list -o json`, `kubectl get`. */
const argoApplication = formOf(
  'argocd',
  z.looseObject({
    metadata: z.looseObject({ name: z.string(), labels: z.nullish(z.record(z.string(), z.string())) }),
    spec: z.looseObject({ destination: z.nullish(z.looseObject({ name: text, namespace: text })) }),
    status: z.looseObject({ history: z.nullish(z.array(argoEntry)) }),
  }),
  ({ metadata: { name, labels }, spec: { destination }, status: { history } }) => {
    const environment =
      labels?.environment ?? labels?.env ?? destination?.namespace ?? destination?.name ?? undefined;
    return { deployments: (history ?? []).map((entry) => fromArgo(entry, { component: name, environment })) };
  },
);

/** Octopus, its report of deployments or its dashboard: names beside ids, or ids that `withNames` filled in. */
const octopus = formOf(
  'octopus',
  z.looseObject({
    ReleaseVersion: z.string(),
    EnvironmentName: z.optional(z.string()),
    EnvironmentId: z.optional(z.string()),
    ProjectName: text,
    ProjectId: text,
    TenantName: text,
    DeploymentId: text,
    TaskState: text,
    State: text,
    StartTime: text,
    QueueTime: text,
    Created: text,
    CompletedTime: text,
    DeployedBy: text,
  }),
  (entry) => {
    const { StartTime, QueueTime, Created, CompletedTime } = entry;
    return {
      id: entry.DeploymentId ?? undefined,
      deployments: [
        {
          time: StartTime ?? QueueTime ?? Created ?? CompletedTime ?? undefined,
          environment: entry.EnvironmentName ?? entry.EnvironmentId,
          version: entry.ReleaseVersion,
          component: entry.ProjectName ?? entry.ProjectId ?? undefined,
          customer: entry.TenantName ?? undefined,
          by: entry.DeployedBy ?? undefined,
          state: octopusState(entry.TaskState ?? entry.State, StartTime),
        },
      ],
    };
  },
);

function octopusState(word: string | null | undefined, begun: string | null | undefined) {
  const state = stateOf(word);
  return state === 'notRun' && begun ? 'failed' : state;
}

const octopusTaskName = /^Deploy (.+) (?:release|version) (\S+) to (.+?)(?: for (.+))?$/;

/** Tasks of Octopus, which say what they deployed where in one sentence. */
const octopusTask = formOf(
  'octopus',
  z.looseObject({
    Name: z.literal('Deploy'),
    Description: z.string().check(z.regex(octopusTaskName)),
    Id: text,
    State: text,
    StartTime: text,
    QueueTime: text,
  }),
  ({ Id, Description, State, StartTime, QueueTime }) => {
    const [, component, version, environment, customer] = octopusTaskName.exec(Description) ?? [];
    return {
      id: Id ?? undefined,
      deployments: [
        {
          ...{ component, version, environment, customer },
          time: StartTime ?? QueueTime ?? undefined,
          state: octopusState(State, StartTime),
        },
      ],
    };
  },
);

/** Deployments of Octopus, which name the environment in their title and the version in what they bring. */
const octopusDeployment = formOf(
  'octopus',
  z.looseObject({
    Id: z.string(),
    ReleaseId: z.string(),
    EnvironmentId: z.string(),
    Created: z.string(),
    Name: text,
    DeployedBy: text,
    TenantId: text,
    Changes: z.nullish(z.array(z.looseObject({ Version: text }))),
  }),
  ({ Id, EnvironmentId, Created, Name, DeployedBy, TenantId, Changes }) => ({
    id: Id,
    deployments: [
      {
        time: Created,
        environment: /^Deploy to (.+)$/.exec(Name ?? '')?.[1] ?? EnvironmentId,
        version: Changes?.at(-1)?.Version ?? undefined,
        customer: TenantId ?? undefined,
        by: DeployedBy ?? undefined,
        state: 'unknown',
      },
    ],
  }),
);

/** All forms, those that ask for more before those that ask for less. */
export const jsonForms: readonly JsonForm[] = [
  githubStatuses,
  github,
  gitlab,
  releases,
  argoApplication,
  argoHistory,
  octopus,
  octopusTask,
  octopusDeployment,
];
