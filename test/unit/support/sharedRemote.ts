import path from 'node:path';
import { git, newFolder, repositoryOf } from './gitFolder';

/** A bare repository with files on `main`, and clones of it that commit under names of their own. */
export function sharedRemote(
  files: { readonly [file: string]: string | Buffer },
  names: readonly string[],
): { readonly bare: string; readonly clones: readonly string[] } {
  const first = repositoryOf(files);
  const bare = path.join(newFolder(), 'bare.git');
  git(first, 'clone', '--quiet', '--bare', first, bare);
  return { bare, clones: names.map((name) => cloneOf(bare, name)) };
}

export function cloneOf(bare: string, name: string): string {
  const folder = path.join(newFolder(), name.toLowerCase());
  git(bare, 'clone', '--quiet', bare, folder);
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', `${name.toLowerCase()}@example.org`);
  return folder;
}

/** Subjects of a branch, newest first. */
export function subjects(folder: string, ref = 'main'): string[] {
  return git(folder, 'log', '--format=%s', ref).trim().split('\n');
}
