import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { digestOf } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';

/** The Monday around which the example's dates lie. */
const anchor = Date.UTC(2026, 10, 16);
const weekMs = 7 * 86_400_000;
const isoDay = /(?<![\w-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])/g;

/**
 * Copies the example workspace into a folder of its own, moves its dates by whole weeks so that they lie around
 * `now`, and makes it a git repository, so that whoever tries Changebook changes nothing of the project.
 *
 * @param now milliseconds since 1970
 */
export async function copyExample(source: string, target: string, now: number): Promise<void> {
  await rm(target, { recursive: true, force: true, maxRetries: 5 });
  await cp(source, target, { recursive: true });
  const weeks = Math.floor((now - anchor) / weekMs);
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(md|ya?ml)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    await writeFile(file, shiftRecord(await readFile(file, 'utf8'), weeks));
  }
  await commitAll(target);
}

/** Moves the dates of a record, and binds its approvals to what it then says. */
function shiftRecord(text: string, weeks: number): string {
  const shifted = shiftDates(text, weeks);
  const [before, after] = [digestIn(text), digestIn(shifted)];
  return before && after ? shifted.replaceAll(before, after) : shifted;
}

function digestIn(text: string): string | undefined {
  const record = parseRecord(text);
  return record?.type === 'change' ? digestOf(record) : undefined;
}

/** Moves every ISO date of a text by whole weeks, so that each keeps its day of the week. */
export function shiftDates(text: string, weeks: number): string {
  return text.replace(isoDay, (whole, year: string, month: string, day: string) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (date.getUTCMonth() !== Number(month) - 1) return whole;
    return new Date(date.getTime() + weeks * weekMs).toISOString().slice(0, 10);
  });
}

async function commitAll(folder: string): Promise<void> {
  const git = simpleGit({ baseDir: folder });
  await git.init(['--initial-branch=main']);
  await git.add('.');
  // The first commit is nobody's work; later ones are made by whoever tries it, under their own name.
  const config = ['-c', 'user.name=Changebook example', '-c', 'user.email=example@example.org'];
  await git.raw([
    ...config,
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '--no-verify',
    '-m',
    'Example workspace',
  ]);
}
