import { baseName } from '../model/text/paths';
import type { ConfigType } from '../model/vocabulary/vocabulary';

/** A file under `.changebook/` with its text. */
export interface ConfigText {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The folder of the configuration, relative to the workspace. */
export const configFolder = '.changebook';
/** Possible names of the main file. */
export const configNames = ['config.yaml', 'config.yml'];

/** Git's mapping of names and addresses, at the top of the workspace. */
export const mailmapFile = '.mailmap';

/** The type of configuration file that a path is; undefined for any other file. */
export function configTypeOf(file: string): ConfigType | undefined {
  if (configNames.some((name) => file === `${configFolder}/${name}`)) return 'config';
  return /^\.changebook\/customers\/[^/]+\.ya?ml$/.test(file) ? 'customer' : undefined;
}

/** Whether the text of a file tells rules what a team wants: its configuration, and the names of its people. */
export function isConfigText(file: string): boolean {
  return configTypeOf(file) !== undefined || file === mailmapFile;
}

/** Of the texts of a configuration those that count, in the order of their paths: of two main files the first name's. */
export function countingTexts(texts: readonly ConfigText[]): ConfigText[] {
  const [first, second] = configNames.map((name) => `${configFolder}/${name}`);
  const hasFirst = texts.some(({ file }) => file === first);
  return texts
    .filter(({ file }) => file !== second || !hasFirst)
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** The folder of a team's own notice templates, relative to the workspace. */
export const templateFolder = `${configFolder}/templates`;

/** Whether a path is a notice template, or a part that templates share. */
export function isTemplate(file: string): boolean {
  return /^\.changebook\/templates\/[^/]+\.md$/.test(file);
}

/** Whether a path is one of the files that are checked as the configuration. */
export function isConfigFile(file: string): boolean {
  return configTypeOf(file) !== undefined || isTemplate(file);
}

/**
 * Whether a path is one of the configuration's folders. Git lists files, so such a path is a symbolic link or a
 * submodule, whose files cannot be compared.
 */
export function isConfigFolder(path: string): boolean {
  return /(?:^|\/)\.changebook(?:\/(?:customers|templates))?$/.test(path);
}

/**
 * Whether a file decides what is checked, how, and who may do what, so that only few people should change it: the
 * configuration, `.mailmap`, git's ignore and attribute files, and configurations of nested workspaces.
 */
export function isGuarded(file: string): boolean {
  const name = baseName(file);
  return (
    isConfigFile(file) ||
    isConfigFolder(file) ||
    file === mailmapFile ||
    name === '.gitignore' ||
    name === '.gitattributes' ||
    file.includes(`/${configFolder}/`)
  );
}

/** The files of a configuration, with the unsaved texts of those that are open in an editor. */
export function withOpenTexts(texts: readonly ConfigText[], open: readonly ConfigText[]): ConfigText[] {
  const opened = new Set(open.map(({ file }) => file));
  return [...texts.filter(({ file }) => !opened.has(file)), ...open];
}
