import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConfigText,
  configFolder,
  configNames,
  isTemplate,
  mailmapFile,
  templateFolder,
} from '../core/config/configFiles';
import { errorCode, type Unreadable } from './walk';

/** No configuration is that long; a longer file is cut, and the reader says so. */
const longestConfig = 200_000;

/** The texts of a workspace's configuration files. */
export interface ConfigTexts {
  readonly texts: readonly ConfigText[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads the files under `.changebook/` that make up the configuration. */
export function readConfigTexts(root: string): ConfigTexts {
  const result = { texts: [] as ConfigText[], unreadable: [] as Unreadable[] };
  const main = configNames.find((name) =>
    statSync(join(root, configFolder, name), { throwIfNoEntry: false })?.isFile(),
  );
  if (main) addText(root, `${configFolder}/${main}`, result);
  for (const name of customerFiles(root)) addText(root, `${configFolder}/customers/${name}`, result);
  for (const name of templateFiles(root)) addText(root, `${templateFolder}/${name}`, result);
  const mailmap = statSync(join(root, mailmapFile), { throwIfNoEntry: false });
  if (mailmap?.isFile()) addText(root, mailmapFile, result);
  return result;
}

function customerFiles(root: string): string[] {
  try {
    const names = readdirSync(join(root, configFolder, 'customers'));
    return names.filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch {
    return [];
  }
}

/** More templates than these are not read. */
const mostTemplates = 200;

/** Templates of notices; links are left alone, since they may lead out of the workspace. */
function templateFiles(root: string): string[] {
  try {
    const entries = readdirSync(join(root, templateFolder), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    return names
      .filter((name) => isTemplate(`${templateFolder}/${name}`))
      .sort()
      .slice(0, mostTemplates);
  } catch {
    return [];
  }
}

function addText(
  root: string,
  file: string,
  result: { readonly texts: ConfigText[]; readonly unreadable: Unreadable[] },
): void {
  try {
    const text = readFileSync(join(root, file), 'utf8');
    result.texts.push({ file, text: text.slice(0, longestConfig) });
  } catch (error) {
    result.unreadable.push({ path: join(root, file), code: errorCode(error) });
  }
}
