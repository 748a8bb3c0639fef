import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { folderOf, project } from '../program';

/** One step of a composite action, as far as ours use them. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = load(readFileSync(path.join(project, 'action.yml'), 'utf8')) as Action;

/** What a workflow gives the action, and what the event is. */
export interface Situation {
  readonly with?: Readonly<Record<string, string>>;
  /** The base of the pull request, where the run is for one. */
  readonly base?: string;
  /** Where the host keeps the cache; without it, nothing is kept. */
  readonly store?: string;
  readonly event?: string;
  /** What else the event says, by the names of expressions. */
  readonly known?: Readonly<Record<string, string>>;
  readonly ref?: string;
}

/** What a run left behind. */
export interface Ran {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly sarif: string;
  /** The environment of the step that follows. */
  readonly env: NodeJS.ProcessEnv;
}

/** Runs the action's own steps in a repository as GitHub's runner does: files for outputs, bash that stops at an error. */
export function runAction(
  cwd: string,
  {
    with: given = {},
    base = '',
    store,
    event = 'pull_request',
    ref = 'refs/pull/1/merge',
    known: more = {},
  }: Situation = {},
): Ran {
  const temp = folderOf({ 'summary.md': '', path: '', output: '', env: '' });
  const known = new Map<string, string>([
    ['github.event.pull_request.base.sha', base],
    ['github.event_name', event],
    ['github.ref', ref],
    ['github.event.repository.default_branch', 'main'],
    ['github.run_id', '1'],
    ['github.run_attempt', '1'],
    ...Object.entries(more),
  ]);
  for (const [name, input] of Object.entries(action.inputs))
    known.set(`inputs.${name}`, given[name] ?? fill(input.default, known));
  const summary = path.join(temp, 'summary.md');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GITHUB_ACTION_PATH: project,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: path.join(temp, 'output'),
    GITHUB_PATH: path.join(temp, 'path'),
    RUNNER_TEMP: temp,
    GITHUB_ENV: path.join(temp, 'env'),
    RUNNER_OS: 'Linux',
    CHANGEBOOK_CACHE_DIR: path.join(temp, 'own-cache'),
  };
  let log = '';
  let code = 0;
  for (const step of action.runs.steps) {
    if (code !== 0 && !step.if?.startsWith('always() && ')) continue;
    if (step.if !== undefined && !holds(step.if, known)) continue;
    if (step.uses !== undefined) {
      keepOrFetch(step.uses, fill(step.with?.path ?? '', known), store);
      continue;
    }
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text, known)]);
    const script = path.join(temp, 'script.sh');
    writeFileSync(script, step.run ?? '');
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd,
      env: { ...env, ...Object.fromEntries(own) },
      encoding: 'utf8',
    });
    log += `${ended.stdout}${ended.stderr}`;
    for (const [, name, value] of readFileSync(path.join(temp, 'output'), 'utf8').matchAll(/^(.+?)=(.*)$/gm))
      known.set(`steps.${step.id}.outputs.${name}`, value ?? '');
    writeFileSync(path.join(temp, 'output'), '');
    const added = readFileSync(path.join(temp, 'path'), 'utf8').trim();
    if (added !== '') env.PATH = `${added}${path.delimiter}${process.env.PATH}`;
    for (const [, name = '', value] of readFileSync(path.join(temp, 'env'), 'utf8').matchAll(
      /^(.+?)=(.*)$/gm,
    ))
      env[name] = value;
    code ||= ended.status ?? -1;
  }
  const sarif = fill(action.outputs.sarif?.value ?? '', known);
  return { code, log, summary: readFileSync(summary, 'utf8'), sarif, env };
}

/** What the host's own actions do with a folder. */
function keepOrFetch(uses: string, folder: string, store: string | undefined): void {
  const [, what] = /^actions\/cache\/(restore|save)@v\d+$/.exec(uses) ?? assert.fail(uses);
  if (store === undefined) return;
  const [from, to] = what === 'save' ? [folder, store] : [store, folder];
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

/** The two kinds of expressions that the action uses: names joined by `||`, and one compared with a text. */
function fill(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_, names: string) => {
    for (const name of names.split(' || ')) if (known.get(name)) return known.get(name) ?? '';
    return '';
  });
}

function holds(condition: string, known: ReadonlyMap<string, string>): boolean {
  const [, name = '', how, text] =
    /^(?:always\(\) && )?([\w.-]+) ([!=])= '(.*)'$/.exec(condition) ?? assert.fail(condition);
  return (known.get(name) === text) === (how === '=');
}
