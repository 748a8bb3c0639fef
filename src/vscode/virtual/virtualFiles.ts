import * as vscode from 'vscode';
import {
  type ConfigText,
  configFolder,
  configNames,
  isConfigFile,
  mailmapFile,
} from '../../core/config/configFiles';
import { IgnoreChain } from '../../core/config/ignoreChain';
import { decodeText } from '../../core/model/parse/decodeText';
import type { Unreadable } from '../../node/walk';
import { inParallel } from './inParallel';

/** What lies in a workspace whose files are somewhere else. */
export interface VirtualFiles {
  /** Every markdown file, relative to the root, with `/`. */
  readonly markdown: string[];
  /** Every file and folder that was seen, the ignored ones without what is in them. */
  readonly seen: Set<string>;
  /** Folders inside that are workspaces of their own; they were not entered. */
  readonly nested: vscode.Uri[];
  /** Folders inside with a configuration that does not count. */
  readonly enclosed: string[];
  readonly unreadable: Unreadable[];
}

/** Folders that are asked for at a time: each may be a question to a server far away. */
const atATime = 8;

/**
 * Lists a workspace folder by folder, as the walk over a disk does; no link is followed.
 *
 * @param standsAlone whether a folder inside with a configuration is a workspace of its own
 */
export async function listVirtual(
  root: vscode.Uri,
  standsAlone: (inside: string) => boolean,
): Promise<VirtualFiles> {
  const found: VirtualFiles = { markdown: [], seen: new Set(), nested: [], enclosed: [], unreadable: [] };
  let level: { path: string; rules: IgnoreChain }[] = [{ path: '', rules: IgnoreChain.empty }];
  while (level.length > 0) {
    const below: typeof level = [];
    await inParallel(level, atATime, async ({ path, rules }) => {
      below.push(...(await listFolder({ root, standsAlone }, path, rules, found)));
    });
    level = below;
  }
  found.markdown.sort();
  return found;
}

async function listFolder(
  { root, standsAlone }: { root: vscode.Uri; standsAlone: (inside: string) => boolean },
  folder: string,
  rules: IgnoreChain,
  found: VirtualFiles,
): Promise<{ path: string; rules: IgnoreChain }[]> {
  const entries = await entriesOf(root, folder, found);
  const has = (name: string): boolean => entries.some(([other]) => other === name);
  if (folder !== '' && has(configFolder)) {
    if (standsAlone(folder)) {
      found.nested.push(addressOf(root, folder));
      return [];
    }
    found.enclosed.push(folder);
  }
  const ignored = has('.gitignore') ? await textIn(root, inside(folder, '.gitignore')) : undefined;
  const here = ignored === undefined ? rules : rules.entering(folder, ignored);
  const below: { path: string; rules: IgnoreChain }[] = [];
  for (const [name, type] of entries) {
    const path = inside(folder, name);
    found.seen.add(path);
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    if ((type & vscode.FileType.SymbolicLink) !== 0 || here.excludes(path, isFolder)) continue;
    if (isFolder && name !== configFolder) below.push({ path, rules: here });
    else if (!isFolder && name.endsWith('.md')) found.markdown.push(path);
  }
  return below;
}

/** The texts of the files that make up a workspace's configuration. */
export async function readVirtualConfig(root: vscode.Uri): Promise<ConfigText[]> {
  const nothing = { seen: new Set<string>(), markdown: [], nested: [], enclosed: [], unreadable: [] };
  const folders = [configFolder, `${configFolder}/customers`, `${configFolder}/templates`];
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await entriesOf(root, folder, nothing))
        // A link may lead anywhere.
        .filter(([, type]) => type === vscode.FileType.File)
        .map(([name]) => `${folder}/${name}`)
        .sort(),
    ),
  );
  const files = lists.flat().filter(isConfigFile);
  // Of two main files the first name counts.
  const main = configNames.map((name) => `${configFolder}/${name}`).find((name) => files.includes(name));
  const others = files.filter((file) => !configNames.some((name) => file === `${configFolder}/${name}`));
  const wanted = [...(main ? [main] : []), ...others, mailmapFile];
  const texts = await Promise.all(wanted.map(async (file) => ({ file, text: await textIn(root, file) })));
  return texts.flatMap(({ file, text }) => (text === undefined ? [] : { file, text }));
}

/** The address of a file or folder inside a workspace. */
export function addressOf(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, ...path.split('/'));
}

/** The text of a file; undefined where it is not there or cannot be read. */
export async function textIn(root: vscode.Uri, path: string): Promise<string | undefined> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(addressOf(root, path))).text;
  } catch {
    return undefined;
  }
}

async function entriesOf(
  root: vscode.Uri,
  folder: string,
  found: VirtualFiles,
): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder === '' ? root : addressOf(root, folder));
  } catch (error) {
    found.unreadable.push({ path: folder === '' ? root.toString() : folder, code: codeOf(error) });
    return [];
  }
}

/** The word that VS Code has for an error of reading. */
export function codeOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : 'Unknown';
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
