import type { Localized } from '../model/text/localized';

/**
 * A way of working that a folder can be set up for. Its texts are files in the folder of its name, one for each
 * language, and hold placeholders for what is known of the repository (`setupValues.ts`). A line with a placeholder
 * of which nothing is known is left out.
 */
export interface SetupProfile {
  readonly name: string;
  /** For whom it is, in one sentence. */
  readonly summary: Localized;
  /** `.changebook/config.yaml`. */
  readonly config: Localized;
  /** The procedure of a release, for a repository that has no checklist of its own that could be one. */
  readonly procedure: Localized;
  /** Whatever else it writes, by the path in the workspace: other procedures, customers. */
  readonly others: { readonly [file: string]: Localized };
}

/** Where the procedure of a release is written; its id is the name of the file, whatever it is made from. */
export const procedureFile = 'procedures/PROC-RELEASE.md';

/** Whether a path, from the top of a repository, is one of those that a setup writes. */
export function isSetupFile(path: string): boolean {
  return setupPaths.test(path);
}

const setupPaths =
  /(?:^|\/)(?:\.changebook\/(?:config\.yaml|customers\/[^/]+\.yaml|\.gitattributes)|changes\/(?:20\d\d\/\.gitkeep|\.gitattributes)|procedures\/(?:PROC-[^/]+\.md|\.gitattributes)|\.github\/workflows\/changebook\.yml|\.gitlab\/changebook\.yml)$/;
