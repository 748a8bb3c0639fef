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

/** Where a team keeps its templates of notices, relative to the workspace. */
export const templateFolder = `${configFolder}/templates`;

/** Whether a path is that of a template, or of a part that templates share. */
export function isTemplate(file: string): boolean {
  return /^\.changebook\/templates\/[^/]+\.md$/.test(file);
}

/** Whether a path is one of the files that are checked as the configuration. */
export function isConfigFile(file: string): boolean {
  return configTypeOf(file) !== undefined || isTemplate(file);
}

/**
 * Whether a path is that of a configuration as a whole. Git lists files, so what it lists under this name is a link, or
 * the commit of another repository whose files it cannot compare.
 */
export function isConfigFolder(path: string): boolean {
  return /(?:^|\/)\.changebook(?:\/(?:customers|templates))?$/.test(path);
}

/**
 * Whether a file decides what is checked, how, and who may do what: those that only few should change. Besides the
 * configuration that is the list of people, what git ignores or treats in another way, and workspaces inside.
 */
export function isGuarded(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return (
    isConfigFile(file) ||
    isConfigFolder(file) ||
    file === mailmapFile ||
    name === '.gitignore' ||
    name === '.gitattributes' ||
    file.includes(`/${configFolder}/`)
  );
}

/** The texts of a configuration in which some files count as they stand in an editor. */
export function withOpenTexts(texts: readonly ConfigText[], open: readonly ConfigText[]): ConfigText[] {
  const opened = new Set(open.map(({ file }) => file));
  return [...texts.filter(({ file }) => !opened.has(file)), ...open];
}
