/** What is wrong by a rule and what is right: whole files that a test checks. */
export interface RuleExample {
  /** Path of the file in its workspace. */
  readonly file: string;
  readonly wrong: string;
  readonly right: string;
  /** Files that are beside it, by path. */
  readonly beside?: { readonly [path: string]: string };
  /** Tags that its repository has; without it, git does not matter to the rule. */
  readonly tags?: readonly string[];
  /** Ticks that its repository has commits for, as `CHG-2026-0042: Title > Heading > Step`. */
  readonly ticks?: readonly string[];
}

export type RuleExamples = { readonly [rule: string]: RuleExample };
