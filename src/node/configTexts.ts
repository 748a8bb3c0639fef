import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConfigText,
  configFolder,
  configNames,
  isTemplate,
  mailmapFile,
  templateFolder,
} from '../core/config/configFiles';
import { utf16Of } from '../core/model/parse/decodeText';
import { bytesOf } from './openFile';
import { errorCode, type Unreadable } from './walk';

/** No longer file of a configuration is opened. */
const largestFile = 1_000_000;
/** What is longer than this is cut, and the reader says so. */
const longestConfig = 200_000;

/** The texts of a workspace's configuration files. */
export interface ConfigTexts {
  readonly texts: readonly ConfigText[];
  readonly unreadable: readonly Unreadable[];
}

interface Reading {
  readonly root: string;
  readonly texts: ConfigText[];
  readonly unreadable: Unreadable[];
}

/**
 * Reads the files under `.changebook/` that make up the configuration. What is there and cannot be read is told: without
 * it less would be asked for. A link counts as such, wherever it leads: git keeps where it leads to, not what it says.
 */
export function readConfigTexts(root: string): ConfigTexts {
  const reading: Reading = { root, texts: [], unreadable: [] };
  if (isThere(reading, configFolder) && isOwnFolder(reading, configFolder)) {
    const main = configNames.find((name) => isThere(reading, `${configFolder}/${name}`));
    if (main) addText(reading, `${configFolder}/${main}`);
    for (const name of namesIn(reading, `${configFolder}/customers`))
      if (/\.ya?ml$/.test(name)) addText(reading, `${configFolder}/customers/${name}`);
    for (const name of namesIn(reading, templateFolder).filter(isTemplateName).slice(0, mostTemplates))
      addText(reading, `${templateFolder}/${name}`);
  }
  if (isThere(reading, mailmapFile)) addText(reading, mailmapFile);
  return reading;
}

/** More templates than these are not read. */
const mostTemplates = 200;

function isTemplateName(name: string): boolean {
  return isTemplate(`${templateFolder}/${name}`);
}

function isThere({ root }: Reading, file: string): boolean {
  try {
    return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Its folder may not be entered: opening it says why.
    return true;
  }
}

/** The names in a folder of the configuration, in order. */
function namesIn(reading: Reading, folder: string): string[] {
  if (!isThere(reading, folder) || !isOwnFolder(reading, folder)) return [];
  try {
    return readdirSync(join(reading.root, folder)).sort();
  } catch (error) {
    reading.unreadable.push({ path: join(reading.root, folder), code: errorCode(error) });
    return [];
  }
}

/** Whether a path is a folder, and no link to one. */
function isOwnFolder({ root, unreadable }: Reading, folder: string): boolean {
  const path = join(root, folder);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return true;
  unreadable.push({ path, code: stats?.isSymbolicLink() ? 'ELINK' : 'ENOTDIR' });
  return false;
}

function addText({ root, texts, unreadable }: Reading, file: string): void {
  try {
    const bytes = bytesOf(root, file, { most: largestFile, links: false });
    const code = utf16Of(bytes) ? 'EUTF16' : isUtf8(bytes) ? undefined : 'ENOTTEXT';
    if (code) throw Object.assign(new Error(file), { code });
    const text = bytes.toString('utf8');
    texts.push({ file, text: file === mailmapFile ? text : text.slice(0, longestConfig) });
  } catch (error) {
    unreadable.push({ path: join(root, file), code: errorCode(error) });
  }
}
