import type { ConfigType } from '../model/vocabulary/vocabulary';

/** A file under `.changebook/` with its text. */
export interface ConfigText {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Where the configuration is, relative to the workspace. */
export const configFolder = '.changebook';
/** The names that the main file may have. */
export const configNames = ['config.yaml', 'config.yml'];

/** Git's own list of who is who, at the top of the workspace. */
export const mailmapFile = '.mailmap';

/** What kind of configuration file a path is; nothing for everything else. */
export function configTypeOf(file: string): ConfigType | undefined {
  if (configNames.some((name) => file === `${configFolder}/${name}`)) return 'config';
  return /^\.changebook\/customers\/[^/]+\.ya?ml$/.test(file) ? 'customer' : undefined;
}

/** The texts of a configuration in which some files count as they stand in an editor. */
export function withOpenTexts(texts: readonly ConfigText[], open: readonly ConfigText[]): ConfigText[] {
  const opened = new Set(open.map(({ file }) => file));
  return [...texts.filter(({ file }) => !opened.has(file)), ...open];
}
