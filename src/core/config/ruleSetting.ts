import type { RuleSetting, WorkspaceConfig } from './workspaceConfig';

/** A file for which settings of rules are looked up. */
export interface RuledFile {
  /** Path of the file, relative to the workspace, with `/`. */
  readonly file: string;
  readonly config: WorkspaceConfig;
}

/** A team's setting of a rule for a file: the workspace's, changed by each override that matches. */
export function settingOf(rule: string, input: RuledFile): RuleSetting | undefined {
  const { rules, overrides } = input.config;
  let setting = rules.get(rule);
  for (const override of overrides) {
    const special = override.rules.get(rule);
    if (!special || !override.matches(input.file)) continue;
    const severity = special.severity ?? setting?.severity;
    setting = { options: { ...setting?.options, ...special.options }, ...(severity ? { severity } : {}) };
  }
  return setting;
}
