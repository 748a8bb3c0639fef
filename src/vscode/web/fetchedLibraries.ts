import * as vscode from 'vscode';

// Large libraries are files of their own beside the bundle, the same that Node reads: they would double the package.

const fetched = new Map<string, unknown>();
const fetching = new Map<string, Promise<void>>();

/** A library that was fetched; the bundle has this in the place of each. */
export function fetchedLibrary(name: string): unknown {
  if (!fetched.has(name)) throw new Error(`${name} is not there yet`);
  return fetched.get(name);
}

/** Fetches a library from the extension's own folder, once. */
export function fetchLibrary(extensionUri: vscode.Uri, name: string): Promise<void> {
  const known = fetching.get(name) ?? load(extensionUri, name);
  fetching.set(name, known);
  // What failed is tried again.
  known.catch(() => fetching.delete(name));
  return known;
}

async function load(extensionUri: vscode.Uri, name: string): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', `${name}.js`));
  const module: { exports: unknown } = { exports: {} };
  // As VS Code itself runs the extension's bundle: a script of the package, never anything of a record.
  new Function('module', 'exports', new TextDecoder().decode(bytes))(module, module.exports);
  fetched.set(name, module.exports);
}
