// What a person waits for in a real editor with many records: the first rows of the tree, a large group that opens, all
// findings, a step's tick. `tsx test/bench/editor.ts [records] [runs]`, after a build; a quiet machine, please.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { measuredExtension } from '../host/measuredExtension';
import { openSession } from '../host/session';
import { openViewContainer } from '../host/views';
import { patience, waitFor } from '../host/waitFor';
import { commitHistory } from './commitHistory';
import { makeRecords } from './makeRecords';
import { useOwnSettings } from './repositories';

const project = path.resolve(__dirname, '../..');
const pane = '.part.sidebar .pane:has(.pane-header[aria-label^="Pending Deployments"])';
const largeGroup = `${pane} .monaco-list-row[aria-label*="Unscheduled"]`;
/** A change with steps that ask for nothing, at the top of the tree. */
const ticked = 'CHG-2026-9999';

/** Milliseconds from the activation on, of the last from the click on. */
interface Waited {
  readonly rows: number;
  readonly checked: number;
  /** From the click on the group to its rows, and whether the check was still going on by then. */
  readonly expanded: number;
  readonly busy: boolean;
  /** From the click on a step's box to its tick, and to the commit. */
  readonly tick: number | undefined;
  readonly commit: number | undefined;
}

/** Where the extension, as it is wrapped here, writes the moments of its activation and of its last finding. */
function wrapped(folder: string): Promise<string> {
  return measuredExtension(project, path.join(folder, 'extension')).then((extension) => {
    const manifest: unknown = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
    // Its view alone begins it, so that the beginning is when somebody looks.
    const events = { activationEvents: ['onView:changebook.pending'] };
    writeFileSync(path.join(extension, 'package.json'), JSON.stringify({ ...Object(manifest), ...events }));
    appendFileSync(
      path.join(extension, 'measured.js'),
      `const { appendFileSync } = require('node:fs');
const mark = (name, ms) => appendFileSync(process.env.CHANGEBOOK_BENCH_MARKS, JSON.stringify({ name, ms }) + '\\n');
const { activate } = exports;
exports.activate = (context) => {
  mark('activated', Date.now());
  const api = activate(context);
  api.pending().then(() => mark('checked', Date.now()));
  return api;
};
`,
    );
    return extension;
  });
}

interface Marks {
  readonly [name: string]: number | undefined;
}

function marksIn(file: string): Marks {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map(({ name, ms }) => [name, ms]));
}

/** Opens the workspace once, looks, opens a large group, ticks, and waits for the end of the check. */
async function waitedIn(
  workspace: string,
  extension: string,
  scratch: string,
  ticks: boolean,
): Promise<Waited> {
  const file = path.join(mkdtempSync(path.join(scratch, 'marks-')), 'marks.jsonl');
  const session = await openSession({
    release: 'newest',
    workspace,
    extension: { extensionPath: extension },
    env: { CHANGEBOOK_BENCH_MARKS: file },
  });
  try {
    const { page } = session;
    // It is looked for from before the click on.
    const rows = momentOf(page, `document.querySelector('${largeGroup}')`);
    await Promise.all([rows, openViewContainer(page, 'Changebook')]);
    const shown = await rows;
    const busy = marksIn(file).checked === undefined;
    const expanded = await expand(page);
    const checked = await waitFor('the end of the check', async () => marksIn(file).checked, 5 * patience);
    const begun = marksIn(file).activated ?? 0;
    const took = ticks ? await tick(page, workspace) : undefined;
    return {
      ...{ rows: shown - begun, checked: checked - begun, expanded, busy },
      ...{ tick: took?.shown, commit: took?.committed },
    };
  } finally {
    await session.close();
  }
}

/** When a script first gave something in the page, in milliseconds since 1970, by the page's own frames. */
async function momentOf(page: Page, script: string): Promise<number> {
  const found = await page.waitForFunction(`(${script}) && Date.now()`, undefined, {
    polling: 'raf',
    timeout: 5 * patience,
  });
  return Number(await found.jsonValue());
}

/** Clicks the twistie of the large group, and gives the milliseconds until its first row is drawn. */
async function expand(page: Page): Promise<number> {
  const script = `(async () => {
    const rows = () => document.querySelectorAll('${pane} .monaco-list-row[aria-level="2"]').length;
    const [begun, before] = [performance.now(), rows()];
    document.querySelector('${largeGroup} .monaco-tl-twistie').click();
    while (rows() <= before) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  })()`;
  return Number(await page.evaluate(script));
}

/** Opens the change that can be ticked, clicks the box of its first step, and gives what that takes. */
async function tick(page: Page, workspace: string): Promise<{ shown: number; committed: number }> {
  const commits = () => execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: workspace }).toString();
  const row = page.locator(`${pane} .monaco-list-row[aria-label*="${ticked}"]`).first();
  await row.locator('.monaco-tl-twistie').click();
  const box = page
    .locator(`${pane} .monaco-list-row`, { hasText: 'First' })
    .first()
    .locator('.custom-view-tree-node-item-checkbox');
  await box.waitFor({ timeout: patience });
  const before = commits();
  const begun = performance.now();
  await box.click();
  const isTicked =
    "each => each.textContent.includes('First') && each.querySelector('[aria-checked=\"true\"]')";
  await momentOf(page, `[...document.querySelectorAll('${pane} .monaco-list-row')].some(${isTicked})`);
  const shown = performance.now() - begun;
  await waitFor('the commit', async () => commits() !== before);
  return { shown, committed: performance.now() - begun };
}

/** Milliseconds of `changebook check` with what it knows from before, the yardstick of these figures. */
function warmCheck(folder: string): number {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, [path.join(project, 'dist/cli.js'), 'check'], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status === 2) throw new Error('check failed');
  return performance.now() - begun;
}

function addTicked(workspace: string): void {
  const soon = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const head = `id: ${ticked}\ntype: change\ntitle: Ticked\nstatus: in_progress\nschedule: { start: ${soon}, duration: 8h }`;
  const text = `---\n${head}\n---\n# Ticked\n\n## Deployment\n\n- [ ] First\n- [ ] Second\n`;
  writeFileSync(path.join(workspace, `changes/${ticked}.md`), text);
}

function told(label: string, { rows, checked, expanded, busy, tick, commit }: Waited, check: number): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    `${label}: first rows ${ms(rows)} (${(rows / check).toFixed(2)} of a warm check)`,
    `a large group ${ms(expanded)}${busy ? ' while the check goes on' : ''}`,
    `all checked ${ms(checked)} (${(checked / check).toFixed(2)})`,
    ...(tick === undefined ? [] : [`tick ${ms(tick)}, its commit ${ms(commit ?? 0)}`]),
  ].join('; ');
}

async function main(): Promise<void> {
  const [records, runs] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 3)];
  const scratch = mkdtempSync(path.join(tmpdir(), 'changebook-editor-bench-'));
  useOwnSettings(scratch);
  try {
    const extension = await wrapped(scratch);
    for (const git of [false, true]) {
      const workspace = path.join(scratch, git ? 'repository' : 'records');
      // One of its own: both hold the same, and nothing is to be known of the second either.
      process.env.CHANGEBOOK_CACHE_DIR = `${workspace}-cache`;
      mkdirSync(workspace);
      makeRecords(workspace, records, 7);
      addTicked(workspace);
      if (git) commitHistory(workspace);
      const before = git ? 'with history' : 'without git';
      const cold = await waitedIn(workspace, extension, scratch, git);
      const check = Math.min(...[1, 2, 3].map(() => warmCheck(workspace)));
      console.log(
        `${records} records, ${before}: a warm check takes ${check.toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}`,
      );
      console.log(told('  nothing known', cold, check));
      const warm: Waited[] = [];
      for (let run = 0; run < runs; run++) warm.push(await waitedIn(workspace, extension, scratch, false));
      for (const [index, one] of warm.entries()) console.log(told(`  known, ${index + 1}`, one, check));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
