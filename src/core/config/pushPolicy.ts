/** When commits are pushed; the most cautious policy comes first. */
const policies = ['never', 'ask', 'always'] as const;

const names = policies.map(String);

type PushPolicy = (typeof policies)[number];

/**
 * The most cautious policy of the user, the workspace's settings and its configuration. So a repository can keep
 * commits from being pushed, but it cannot make them be pushed.
 *
 * @param own the user's own setting; `never` where it is undefined
 * @param others the workspace's settings and its configuration
 */
export function pushPolicy(own: unknown, others: readonly unknown[]): PushPolicy {
  const cautions = [own ?? 'never', ...others.filter((policy) => policy !== undefined)].map((policy) =>
    Math.max(0, names.indexOf(String(policy))),
  );
  return policies[Math.min(...cautions)] ?? 'never';
}
