import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { change, config, procedure } from '../gateWorkspace';
import { folderOf } from '../program';
import { commit, git } from '../pullRequest';

/** Who may approve, and with which logins. */
export const people = `people:
  - { name: Nil Roca, addresses: [nil@example.org], logins: [Nil-R, nil-second] }
  - { name: Ana Font, addresses: [ana@example.org], logins: ana }
  - { name: Carla, addresses: [carla@example.org], logins: [carla] }
  - { name: Bruno, addresses: [bruno@example.org], logins: [bruno] }
  - { name: Mal Ferrer, addresses: [mal@example.org], logins: [mal, mal-two] }
  - { name: Robot, addresses: [robot@example.org], logins: ["merge-robot[bot]"] }
`;
export const holders =
  'approvals: [{ roles: [peer], holders: { peer: [nil@example.org, Ana Font, carla@example.org, bruno@example.org, Mal Ferrer], operations: [nil@example.org] } }]';
export const settings = `${config.replace('approvals: [{ roles: [peer] }]', holders).replace('  approval/unverified: "off"\n', '')}${people}`;
export const record = 'changes/CHG-1.md';

/** A repository with a request: what it is from and for, and who opened it. */
export interface Requested {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
}

/** A repository in which Mal's branch brings a change that nobody has approved; it is merged into main. */
export function requested(files: { readonly [name: string]: string } = {}): Requested {
  const folder = folderOf({
    '.changebook/config.yaml': settings,
    'PROC-DEPLOY.md': procedure,
    'changes/CHG-2.md': change('CHG-2', { approved: false, start: '2026-12-01 22:00' }),
    'README.md': '# Read me\n',
  });
  git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'Ana Font');
  const base = git(folder, 'Ana Font', 'rev-parse', 'HEAD');
  git(folder, 'Mal Ferrer', 'checkout', '--quiet', '-b', 'work');
  const brought = { [record]: change('CHG-1', { approved: false }), ...files };
  for (const [name, text] of Object.entries(brought)) writeFileSync(path.join(folder, name), text);
  commit(folder, 'Mal Ferrer', 'Plan');
  const head = git(folder, 'Mal Ferrer', 'rev-parse', 'HEAD');
  git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
  git(folder, 'Ana Font', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'work');
  return { folder, base, head };
}

const api = 'https://api.example.org/repos/owner/portal/pulls/7';
let count = 0;

/** A review as GitHub's interface lists it. */
export function review(login: string | null, wishes: { readonly [field: string]: unknown } = {}): object {
  return {
    id: ++count,
    node_id: 'PRR_x',
    user: login === null ? null : { login, id: 1, type: 'User' },
    body: 'Fine [me] {too} "here" \\',
    state: 'APPROVED',
    html_url: `https://git.example.org/owner/portal/pull/7#pullrequestreview-${count}`,
    pull_request_url: api,
    author_association: 'MEMBER',
    submitted_at: '2026-11-23T10:00:00Z',
    ...wishes,
  };
}

/** A pull request as GitHub's interface tells of it. */
export function pull({ base, head }: Pick<Requested, 'base' | 'head'>, wishes: object = {}): object {
  return {
    url: api,
    id: 1,
    number: 7,
    state: 'closed',
    title: 'Plan',
    html_url: 'https://git.example.org/owner/portal/pull/7',
    user: { login: 'mal', id: 2 },
    head: { ref: 'work', sha: head, repo: null },
    base: { ref: 'main', sha: base, repo: { full_name: 'owner/portal' } },
    ...wishes,
  };
}

/** Writes JSON documents into a file outside of any repository, one behind the other. */
export function fileOf(...documents: readonly unknown[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'changebook-reviews-')), 'reviews.json');
  writeFileSync(
    file,
    documents.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'),
  );
  return file;
}
