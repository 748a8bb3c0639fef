import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import * as z from 'zod';

// Measures what only shows inside a process: heap, the work of a keystroke, loading. The code is bundled as it is
// delivered and runs in a Node of its own.

const root = join(__dirname, '../..');

/** Builds the measuring program, with the worker beside it, and gives its path. */
export async function buildEntry(scratch: string): Promise<string> {
  const outdir = join(scratch, 'inProcess');
  await bundle({ entry: join(__dirname, 'inProcessEntry.ts') }, { outdir, minify: true }, root);
  return join(outdir, 'entry.js');
}

/** Builds the command line of a project's sources so that a profile can tell them apart, and gives its folder. */
export async function bundleProgram(from: string, outdir: string): Promise<string> {
  // Without the name of a build nothing would be kept.
  const define = { CHANGEBOOK_BUILD: '"profile"' };
  await bundle({ cli: join(from, 'src/cli/main.ts') }, { outdir, minify: false, define }, from);
  return outdir;
}

async function bundle(
  entryPoints: { readonly [name: string]: string },
  options: esbuild.BuildOptions,
  from: string,
): Promise<void> {
  const sha256 = join(from, 'src/node/nativeSha2.ts');
  const nativeHash: esbuild.Plugin = {
    name: 'native-hash',
    setup: (build) => build.onResolve({ filter: /\/model\/text\/sha256$/ }, () => ({ path: sha256 })),
  };
  await esbuild.build({
    ...options,
    entryPoints: { ...entryPoints, worker: join(from, 'src/node/worker.ts') },
    absWorkingDir: from,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    loader: { '.md': 'text', '.yaml': 'text' },
    logLevel: 'warning',
    plugins: [nativeHash],
  });
}

const heap = z.object({ editor: z.number(), commandLine: z.number() });
const strokes = z.object({ body: z.array(z.number()), frontMatter: z.array(z.number()) });
const ticks = z.object({ ticks: z.array(z.number()), commits: z.array(z.number()) });
const ruleMs = z.record(z.string(), z.number());
const loading = z.object({ pieces: z.array(z.number()) });
const recorded = z.object({ version: z.string(), ms: z.number() });

/** Bytes of heap for each record over an empty workspace: as the editor holds it, and as the command line does. */
export function memoryPerRecord(entry: string, workspace: string, scratch: string): z.infer<typeof heap> {
  const empty = join(scratch, 'emptyWorkspace');
  mkdirSync(join(empty, '.changebook'), { recursive: true });
  return heap.parse(run([entry, 'memory', empty, workspace]));
}

/** Milliseconds of each keystroke in a 2,170-line record beside a whole workspace. */
export function keystroke(entry: string, workspace: string): z.infer<typeof strokes> {
  return strokes.parse(run([entry, 'keystroke', workspace]));
}

/**
 * Milliseconds of ticks, and of bare commits in turns with them; none where no step is open. Each process of git costs
 * the more the larger the process is that starts it, so this is none that has made ten thousand records.
 */
export function ticksOf(entry: string, workspace: string): z.infer<typeof ticks> {
  return ticks.parse(run([entry, 'tick', workspace]));
}

/** Milliseconds of each rule over a whole workspace. */
export function rulesOf(entry: string, workspace: string): { readonly [rule: string]: number } {
  return ruleMs.parse(run([entry, 'rules', workspace]));
}

/** Milliseconds that loading the extension takes, each time in a new process: altogether, and its longest piece. */
export function loadExtension(bundles: string, times: number): { all: number[]; longest: number[] } {
  const args = [join(__dirname, 'loadExtension.cjs'), bundles];
  const runs = Array.from({ length: times }, () => loading.parse(run(args)).pieces);
  return {
    all: runs.map((pieces) => pieces.reduce((sum, ms) => sum + ms, 0)),
    longest: runs.map((pieces) => Math.max(...pieces)),
  };
}

/** What the test in a real editor recorded of activation, where it has run. */
export function recordedActivation(): z.infer<typeof recorded> | undefined {
  const path = join(root, '.vscode-test/activation-newest.json');
  if (!existsSync(path)) return undefined;
  const read = recorded.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return read.success ? read.data : undefined;
}

function run(args: readonly string[]): unknown {
  const output = execFileSync(process.execPath, ['--expose-gc', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
