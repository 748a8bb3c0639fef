/** Whether commits are pushed by themselves; the more cautious wish comes first. */
const policies = ['never', 'ask', 'always'] as const;

const names = policies.map(String);

export type PushPolicy = (typeof policies)[number];

/**
 * Whether commits are pushed: as the user's own setting says, unless somebody else wishes more caution. What comes with
 * a repository can keep commits at home and never send them out.
 *
 * @param own the user's own setting; without one nothing is pushed
 * @param others wishes of the workspace's settings and of its configuration
 */
export function pushPolicy(own: unknown, others: readonly unknown[]): PushPolicy {
  const cautions = [own ?? 'never', ...others.filter((wish) => wish !== undefined)].map((wish) =>
    Math.max(0, names.indexOf(String(wish))),
  );
  return policies[Math.min(...cautions)] ?? 'never';
}
