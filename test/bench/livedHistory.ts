import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deciders } from './records/benchCustomers';

/** Each record is committed so often: begun, approved by each decider in turn, closed. */
const versionsOfRecord = 5;
const dayMs = 86_400_000;
const states = [
  ['to_do', 'por_hacer'],
  ['in_progress', 'en_curso'],
  ['to_be_reviewed', 'por_revisar'],
  ['to_be_released', 'por_desplegar'],
] as const;
const approvalList = /^((?:approvals|aprobaciones):\r?\n)((?: {2}- [^\n]*\n)+)/m;
const startField = /^\s+(?:start|inicio): (\S+)/m;
const createdField = /^(?:created|fecha_creacion): (\S+)/m;

/** What ran, as a list of deployments says it. */
export interface LivedHistory {
  /** The rows of the list, its columns first. */
  readonly list: string;
  readonly commits: number;
}

/**
 * Makes a folder of records a repository as it grows over years: each record in five commits around the day on which it
 * takes place, among those of all others, and a tag for each release.
 */
export function commitLives(folder: string): LivedHistory {
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 30 });
  const texts = filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const commits = texts
    .flatMap(([file, text]) => commitsOf(file, text))
    .sort((one, other) => one.at - other.at);
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], commits.map(told).join(''));
  const deployed = texts.flatMap(([, text]) => deploymentOf(text) ?? []);
  const tags = deployed.map(({ tag }) => `reset refs/tags/${tag}\nfrom refs/heads/main\n\n`);
  git(['fast-import', '--quiet'], tags.join(''));
  git(['reset', '--quiet', '--hard', 'main']);
  git(['gc', '--quiet']);
  const rows = deployed.map(
    ({ at, version, customer, component }) => `${at},PRO,${version},${customer},${component}`,
  );
  return {
    list: `${['time,environment,version,customer,component', ...rows].join('\n')}\n`,
    commits: commits.length,
  };
}

interface Told {
  readonly at: number;
  readonly author: string;
  readonly file: string;
  readonly text: string;
}

function commitsOf(file: string, text: string): Told[] {
  const day = Date.parse(startField.exec(text)?.[1] ?? createdField.exec(text)?.[1] ?? '2023-01-02');
  const names = ['Bench', ...deciders.map(([, who]) => who)];
  return Array.from({ length: versionsOfRecord }, (_, count) => {
    const isLast = count === versionsOfRecord - 1;
    const at = day + (isLast ? dayMs : (count - 12) * dayMs);
    const version = isLast ? text : earlier(text, count);
    return { at, author: names[count % names.length] ?? 'Bench', file, text: version };
  });
}

/** A text as it stood before it was closed: in an earlier state, and with some of its approvals. */
function earlier(text: string, count: number): string {
  const [state, spanish] = states[count] ?? ['to_do', 'por_hacer'];
  const moved = withApprovals(text, count / (versionsOfRecord - 2))
    .replace(/^status: \w+/m, `status: ${state}`)
    .replace(/^estado: \w+/m, `estado: ${spanish}`);
  return moved === text ? `${text}\nLooked at ${count}.\n` : moved;
}

function told({ at, author, file, text }: Told): string {
  const who = `${author} <${author.toLowerCase().replace(/ /g, '.')}@example.org> ${Math.floor(at / 1000)} +0100`;
  return `commit refs/heads/main\ncommitter ${who}\n${dataOf(`Work on ${file}`)}M 100644 inline ${file}\n${dataOf(text)}`;
}

/** Of a change that was deployed: when, which version, for whom. */
function deploymentOf(text: string) {
  if (!/^(?:status|estado): (?:done|cerrado)/m.test(text)) return undefined;
  const [at, tag] = [startField.exec(text)?.[1], /\b(?:tag|etiqueta): ([^,}\s]+)/.exec(text)?.[1]];
  const version = /\bversion: "?([^",}\s]+)/.exec(text)?.[1];
  const customer = /^(?:customer|cliente): (\S+)/m.exec(text)?.[1];
  const component = /^(?:components|componentes):\r?\n {2}- \{ \w+: ([^,]+)/m.exec(text)?.[1];
  return at && tag && version
    ? { at: at.replace('22:00', '22:10'), tag, version, customer, component }
    : undefined;
}

/** A text with a share of its approvals, the first ones. */
function withApprovals(text: string, share: number): string {
  return text.replace(approvalList, (_, key: string, entries: string) => {
    const lines = entries.split(/(?<=\n)(?=.)/);
    const left = lines.slice(0, Math.floor(lines.length * share));
    return left.length > 0 ? key + left.join('') : '';
  });
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
