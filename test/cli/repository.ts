import { execFileSync } from 'node:child_process';
import { folderOf } from './program';

/** Runs git the way that a user does, and gives what it prints. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository with files committed on `main` by somebody, who writes from an address of their first name. */
export function repositoryOf(files: Parameters<typeof folderOf>[0], name: string): string {
  const folder = folderOf(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', `${name.replace(/ .*/, '').toLowerCase()}@example.org`);
  git(folder, 'config', 'commit.gpgsign', 'false');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  return folder;
}
