import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf, ticket } from './program';

export const now = ['--now', '2026-11-16T12:00+01:00'];
const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];

export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', [...identity, '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export const change = (id: string, status: string, front = ''): string =>
  `---\nid: ${id}\ntype: change\nstatus: ${status}\n${front}---\n# ${id}\n\nWhat is done in ${id}, in some words of its own.\n`;

/** Rules about a record's own content are not what is looked at here. */
const quiet = 'rules: { format/sections: "off", feature-flags/none: "off", closure/outcome: "off" }\n';
const config = `timezone: Europe/Madrid\nrecords: ["changes/**/*.md", "tickets/*.md"]\n${quiet}`;
export const one = 'changes/CHG-2026-0001.md';
export const files = {
  '.changebook/config.yaml': config,
  '.gitignore': 'node_modules/\n',
  [one]: change('CHG-2026-0001', 'in_progress'),
  'changes/CHG-2026-0002.md': change('CHG-2026-0002', 'to_do'),
  'changes/CHG-2026-0003.md': change('CHG-2026-0003', 'cancelled'),
  'tickets/TKT-1.md': ticket('TKT-1', 'status: in_progress\n'),
};

export function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Work');
}

/** A repository with these files on `main`, and a branch `work` that is checked out. */
export function repository(of: { readonly [file: string]: string } = files): string {
  const folder = folderOf(of);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder);
  git(folder, 'checkout', '--quiet', '-b', 'work');
  return folder;
}

export const at = (folder: string, file: string): string => path.join(folder, file);
export const edit = (folder: string, file: string, from: string | RegExp, to: string): void =>
  writeFileSync(at(folder, file), readFileSync(at(folder, file), 'utf8').replace(from, to));
export const move = (folder: string, from: string, to: string): void => {
  mkdirSync(path.dirname(at(folder, to)), { recursive: true });
  renameSync(at(folder, from), at(folder, to));
};
export const put = (folder: string, file: string, text: string): void => {
  mkdirSync(path.dirname(at(folder, file)), { recursive: true });
  writeFileSync(at(folder, file), text);
};

export const rule = 'config/record-dropped';
export const noGlob = `.changebook/config.yaml:2:11 error ${rule}`;
