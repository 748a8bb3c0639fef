import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deciders } from './records/benchCustomers';
import { benchNow } from './records/recordTimes';

const branch = 'refs/heads/main';
const seconds = Date.parse(benchNow) / 1000;
const approvalList = /^((?:approvals|aprobaciones):\r?\n)((?: {2}- [^\n]*\n)+)/m;
const releaseTag = /^(?:release|publicacion): .*\b(?:tag|etiqueta): ([^,]+)/m;

/**
 * Makes a folder a repository as people leave it: all records, then the approvals of one person after the other, and a tag
 * for each release. Without them a check would mostly tell of what no real repository lacks.
 */
export function commitHistory(folder: string): void {
  const git = (args: readonly string[], input = ''): void => {
    execFileSync('git', args, { cwd: folder, input, stdio: ['pipe', 'ignore', 'inherit'] });
  };
  const history = historyOf(folder);
  git(['init', '--quiet']);
  git(['fast-import', '--quiet'], history);
  git(['reset', '--quiet']);
  git(['pack-refs', '--all']);
}

/** The history of all files of a folder, as `git fast-import` takes it. */
function historyOf(folder: string): string {
  const texts = filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const told: string[] = [];
  for (const [count, author] of ['Bench', ...deciders.map(([, who]) => who)].entries()) {
    const address = `${author.toLowerCase().replace(/ /g, '.')}@example.org`;
    told.push(`commit ${branch}\ncommitter ${author} <${address}> ${seconds} +0100\n${dataOf('Records')}`);
    for (const [file, text] of texts) {
      const version = withApprovals(text, count);
      if (count === 0 || version !== withApprovals(text, count - 1))
        told.push(`M 100644 inline ${file}\n${dataOf(version)}`);
    }
  }
  const tags = new Set(texts.flatMap(([, text]) => releaseTag.exec(text)?.[1] ?? []));
  for (const tag of tags) told.push(`reset refs/tags/${tag}\nfrom ${branch}\n\n`);
  return told.join('');
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

/** A text with so many of its approvals. */
function withApprovals(text: string, count: number): string {
  return text.replace(approvalList, (_, key: string, entries: string) => {
    const lines = entries.split(/(?<=\n)(?=.)/).slice(0, count);
    return lines.length > 0 ? key + lines.join('') : '';
  });
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
