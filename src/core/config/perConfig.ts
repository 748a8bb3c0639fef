/** A function of a configuration, or of a part of one, that computes its result once and keeps it as long as that. */
export function perConfig<Config extends object, T extends object>(
  compute: (config: Config) => T,
): (config: Config) => T {
  const results = new WeakMap<Config, T>();
  return (config) => {
    let result = results.get(config);
    if (!result) {
      result = compute(config);
      results.set(config, result);
    }
    return result;
  };
}
