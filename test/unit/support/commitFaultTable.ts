import { chmodSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { type act, git, recordText, write } from './gitFolder';

export const file = 'CHG.md';
export const other = recordText(6);

/** One fault: how the repository comes into it, what is said, and what is not as it was. */
export interface Fault {
  readonly name: string;
  /** Brings it about; gives the path of the record where it is another one. */
  readonly make: (folder: string) => string | undefined;
  readonly says: RegExp;
  readonly saysInSpanish: RegExp;
  readonly options?: Parameters<typeof act>[3];
}

export function hook(folder: string, name: string, script: string): void {
  write(folder, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, '.git/hooks', name), 0o755);
}

function hooked(name: string, script: string): (folder: string) => undefined {
  return (folder) => {
    hook(folder, name, script);
    return undefined;
  };
}

/** Two branches that change one line each in their way. */
function diverge(folder: string): void {
  git(folder, 'switch', '--quiet', '--create', 'side');
  write(folder, 'x.md', 'side\n');
  git(folder, 'commit', '--quiet', '--all', '--message', 'Side');
  git(folder, 'switch', '--quiet', 'main');
  write(folder, 'x.md', 'main\n');
  git(folder, 'commit', '--quiet', '--all', '--message', 'Main');
}

function quietly(folder: string, ...args: string[]): void {
  try {
    git(folder, ...args);
  } catch {
    // A conflict is what is wanted.
  }
}

function conflicting(...args: string[]): (folder: string) => undefined {
  return (folder) => {
    diverge(folder);
    quietly(folder, ...args);
  };
}

export const faults: readonly Fault[] = [
  {
    name: 'a merge',
    make: conflicting('merge', 'side'),
    says: /A merge is under way/,
    saysInSpanish: /un merge a medias/,
  },
  { name: 'a rebase', make: conflicting('rebase', 'side'), says: /A rebase is/, saysInSpanish: /un rebase/ },
  {
    name: 'a cherry-pick',
    make: conflicting('cherry-pick', 'side'),
    says: /A cherry-pick is/,
    saysInSpanish: /cherry-pick/,
  },
  {
    name: 'a revert',
    make: (folder) => {
      diverge(folder);
      write(folder, 'x.md', 'more\n');
      git(folder, 'commit', '--quiet', '--all', '--message', 'More');
      quietly(folder, 'revert', 'HEAD~');
      return undefined;
    },
    says: /A revert is/,
    saysInSpanish: /revert/,
  },
  {
    name: 'a bisect',
    make: (folder) => void git(folder, 'bisect', 'start'),
    says: /A bisect is/,
    saysInSpanish: /bisect/,
  },
  {
    name: 'a detached HEAD',
    make: (folder) => void git(folder, 'switch', '--quiet', '--detach'),
    says: /No branch is checked out/,
    saysInSpanish: /ninguna rama activa/,
  },
  {
    name: 'conflicts without an operation',
    make: (folder) => {
      diverge(folder);
      quietly(folder, 'merge', 'side');
      rmSync(path.join(folder, '.git/MERGE_HEAD'));
    },
    says: /conflicts.*in x\.md/,
    saysInSpanish: /conflictos sin resolver en x\.md/,
  },
  {
    name: 'no identity',
    make: (folder) => {
      for (const key of ['name', 'email']) git(folder, 'config', `user.${key}`, '');
      git(folder, 'config', 'user.useConfigOnly', 'true');
      return undefined;
    },
    says: /git config --global user\.name/,
    saysInSpanish: /no sabe quién eres/,
  },
  {
    name: 'a held index',
    make: (folder) => void write(folder, '.git/index.lock', ''),
    says: /holds .*index\.lock\. Wait/,
    saysInSpanish: /retiene .*index\.lock/,
  },
  {
    name: 'a held branch',
    make: (folder) => void write(folder, '.git/refs/heads/main.lock', ''),
    says: /holds the branch \(.*main\.lock\)/,
    saysInSpanish: /retiene la rama/,
  },
  {
    name: 'an untracked record',
    make: (folder) => {
      write(folder, 'new.md', other);
      return 'new.md';
    },
    says: /new\.md is not committed yet/,
    saysInSpanish: /aún no está en ningún commit/,
  },
  {
    name: 'a record that is only staged',
    make: (folder) => {
      write(folder, 'new.md', other);
      git(folder, 'add', 'new.md');
      return 'new.md';
    },
    says: /new\.md is not committed yet/,
    saysInSpanish: /aún no está/,
  },
  {
    name: 'a staged deletion',
    make: (folder) => void git(folder, 'rm', '--quiet', '--cached', file),
    says: /staged for deletion/,
    saysInSpanish: /preparado para borrarse/,
  },
  {
    name: 'a symbolic link',
    make: (folder) => {
      symlinkSync(file, path.join(folder, 'link.md'));
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'Link');
      return 'link.md';
    },
    says: /link\.md is a symbolic link/,
    saysInSpanish: /enlace simbólico/,
  },
  {
    name: 'an LFS pointer',
    make: (folder) => {
      write(folder, 'big.md', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n');
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'LFS');
      return 'big.md';
    },
    says: /Git LFS/,
    saysInSpanish: /Git LFS/,
  },
  {
    name: 'bytes that are no UTF-8',
    make: (folder) => {
      write(folder, 'latin.md', Buffer.from(`${other}\xe9`, 'latin1'));
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'Latin');
      return 'latin.md';
    },
    says: /no UTF-8/,
    saysInSpanish: /no son UTF-8/,
  },
  {
    name: 'a file over 1 MB',
    make: (folder) => {
      write(folder, 'large.md', other + 'x'.repeat(1_000_001));
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'Large');
      return 'large.md';
    },
    says: /larger than 1 MB/,
    saysInSpanish: /pasa de 1 MB/,
  },
  {
    name: 'a step that is only in the work tree',
    make: (folder) => void write(folder, file, recordText(5)),
    says: /“Step 5” is not in the record as it was last committed/,
    saysInSpanish: /tal como quedó en su último commit/,
  },
  {
    name: 'a step that was reworded',
    make: (folder) => void write(folder, file, recordText(4).replace('Step 3', 'Step three')),
    says: /“Step 3” is not in the record any more/,
    saysInSpanish: /ya no está en el registro/,
  },
  {
    name: 'a hook that adds files',
    make: hooked('pre-commit', 'echo more > more.txt && git add more.txt x.md; rm more.txt'),
    says: /hook put other changes into the commit \(more\.txt\)/,
    saysInSpanish: /ha metido otros cambios en el commit \(more\.txt\)/,
  },
  {
    name: 'a hook that formats the record',
    make: hooked(
      'pre-commit',
      `git update-index --cacheinfo 100644,$(echo x | git hash-object -w --stdin),${file}`,
    ),
    says: /put other changes into the commit \(CHG\.md\)/,
    saysInSpanish: /CHG\.md/,
  },
  {
    name: 'a hook that empties the message',
    make: hooked('commit-msg', ': > "$1"'),
    says: /emptied the commit message/,
    saysInSpanish: /vaciado el mensaje/,
  },
  {
    name: 'signing that fails',
    make: (folder) => {
      git(folder, 'config', 'commit.gpgsign', 'true');
      git(folder, 'config', 'gpg.program', 'false');
      return undefined;
    },
    says: /could not be signed.*gpg/,
    saysInSpanish: /No se ha podido firmar/,
  },
  {
    name: 'a record that is gone from the folder',
    make: (folder) => {
      write(folder, 'gone.md', other);
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '--message', 'x');
      unlinkSync(path.join(folder, 'gone.md'));
      return 'gone.md';
    },
    says: /gone\.md is gone from the folder/,
    saysInSpanish: /ya no está en la carpeta/,
  },
  {
    name: 'a step that is not applicable',
    make: (folder) => {
      write(folder, file, recordText(4).replace('[ ] Step 3', '[x] ~~Step 3~~ (n/a: x)'));
      git(folder, 'commit', '--quiet', '--all', '--message', 'x');
      return undefined;
    },
    says: /marked as not applicable; take that back first/,
    saysInSpanish: /señalado como no aplicable/,
  },
  {
    name: 'a call that was cancelled',
    make: () => undefined,
    options: { signal: AbortSignal.abort() },
    says: /Cancelled/,
    saysInSpanish: /Cancelado/,
  },
];
