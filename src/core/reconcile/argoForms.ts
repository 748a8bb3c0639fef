import * as z from 'zod/mini';
import { formOf, number, text } from './jsonForm';
import type { WrittenDeployment } from './listedDeployment';

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
export const argoHistory = formOf('argocd', argoEntry, (entry) => ({
  id: entry.id === undefined ? undefined : String(entry.id),
  deployments: [fromArgo(entry)],
}));

/** Applications of Argo CD with their histories: `argocd app get -o json`, `argocd app list -o json`, `kubectl get`. */
export const argoApplication = formOf(
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
