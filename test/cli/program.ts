import { strict as assert } from 'node:assert';
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheckReport, checkReportSchema } from '../../src/core/report/checkReportSchema';
import { type ShowReport, showReportSchema } from '../../src/core/report/showReport';

export const project = path.resolve(__dirname, '../..');
const program = path.join(project, 'dist/cli.js');
const caches = mkdtempSync(path.join(tmpdir(), 'changebook-cache-'));

/** What a call of the real program ended with. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled program; `npm test` builds it before. */
export function changebook(
  args: readonly string[],
  cwd: string,
  options: SpawnSyncOptions & { cache?: string } = {},
): Ended {
  assert.ok(existsSync(program), 'dist/cli.js is built (npm run build)');
  const env = { ...process.env, CHANGEBOOK_CACHE_DIR: options.cache ?? caches, ...options.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    timeout: 120_000,
    ...options,
    cwd,
    env,
  });
  return { code: status, out: String(stdout), err: String(stderr).replace(progress, '') };
}

/** What is told each second on a machine that is busy. */
const progress = /^(?:Reading|Leyendo) \d+ (?:of|de) \d+ .*\n/gm;

/** Runs `check --format json` and makes sure that the report is what its schema says. */
export function checkJson(
  args: readonly string[],
  cwd: string,
  options: SpawnSyncOptions = {},
): CheckReport & { code: number | null } {
  const { code, out, err } = changebook(['check', ...args, '--format', 'json'], cwd, options);
  assert.ok(out.startsWith('{'), err);
  return { ...checkReportSchema.parse(JSON.parse(out)), code };
}

export function showJson(target: string, cwd: string): ShowReport {
  const { out, err } = changebook(['show', target, '--format', 'json'], cwd);
  assert.ok(out.startsWith('{'), err);
  return showReportSchema.parse(JSON.parse(out));
}

/** Each finding in one line: `file:line:column severity rule`. */
export function lines(report: CheckReport): string[] {
  return report.findings.map(
    ({ file, start, severity, rule }) => `${file}:${start.line}:${start.column} ${severity} ${rule}`,
  );
}

/** Makes a folder of files for one test, removed when the tests end. */
export function folderOf(files: { readonly [name: string]: string | Buffer }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [caches];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A ticket, the smallest record that can be clean. */
export function ticket(id: string, front = ''): string {
  return `---\nid: ${id}\ntype: ticket\n${front}---\n# ${id}\n`;
}
