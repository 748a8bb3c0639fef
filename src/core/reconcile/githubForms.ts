import * as z from 'zod/mini';
import { stateOf } from './deploymentStates';
import { formOf, number, text, user } from './jsonForm';
import type { WrittenDeployment } from './listedDeployment';

// How hosts of code print their deployments and releases. Only what is read is described.

const githubStatus = z.looseObject({ state: z.string(), created_at: z.string() });

/** `gh api repos/OWNER/REPO/deployments`, where somebody put its statuses beside each deployment or not. */
export const github = formOf(
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
  if (statuses === undefined || statuses.length === 0) return { time: created, state: 'unknown' };
  const inOrder = [...statuses].sort((one, other) => (one.created_at < other.created_at ? -1 : 1));
  const ran = inOrder.filter(({ state }) => stateOf(state) !== 'notRun');
  const [begun] = ran;
  if (!begun) return { time: created, state: 'notRun' };
  // `inactive` only says that another one came after it.
  const last = ran.findLast(({ state }) => state !== 'inactive') ?? begun;
  return { time: begun.created_at, state: stateOf(last.state) };
}

/** `gh api repos/OWNER/REPO/deployments/ID/statuses`: what happened to deployments that stand in another list. */
export const githubStatuses = formOf(
  'statuses',
  z.looseObject({ state: z.string(), created_at: z.string(), deployment_url: z.string() }),
  ({ state, created_at, deployment_url }) => ({
    status: { address: deployment_url, state, time: created_at },
  }),
);

/** `glab api projects/ID/deployments`. */
export const gitlab = formOf(
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
export const releases = formOf(
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
