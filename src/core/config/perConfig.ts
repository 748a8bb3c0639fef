import type { WorkspaceConfig } from './workspaceConfig';

/** A function of the configuration that computes its result once and keeps it as long as the configuration. */
export function perConfig<T extends object>(
  compute: (config: WorkspaceConfig) => T,
): (config: WorkspaceConfig) => T {
  const results = new WeakMap<WorkspaceConfig, T>();
  return (config) => {
    let result = results.get(config);
    if (!result) {
      result = compute(config);
      results.set(config, result);
    }
    return result;
  };
}
