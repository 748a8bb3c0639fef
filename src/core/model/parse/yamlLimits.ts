/** Limits on what is read: hostile front matter is refused before it costs anything. */
export const yamlLimits = { bytes: 64 * 1024, depth: 20, nodes: 5000 };
/** The same for a team's own configuration, in which a thousand freezes may stand. */
export const configLimits = { bytes: 192 * 1024, depth: 20, nodes: 20_000 };

export type YamlLimits = typeof yamlLimits;
