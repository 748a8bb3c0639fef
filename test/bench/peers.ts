import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Contestant } from './measure';
import { peerSchema } from './peerSchema';

/** Other tools on the same files; fetched into a folder of their own, so they are no dependency of ours. */
const versions = {
  'markdownlint-cli2': '0.22.0',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-lint-frontmatter-schema': '3.15.4',
  rumdl: '0.2.75',
};

const folder = join(__dirname, '.peers');
const schemaFile = join(folder, 'change.schema.json');
/** The schema of our own project, where it is generated already. */
const ownSchema = join(__dirname, '../../schemas/change.schema.json');

/** What each peer is called in the results. */
export const peerNames = { markdownlint: 'markdownlint-cli2', remark: 'remark-cli', rumdl: 'rumdl' } as const;

/** Installs the peers where they are not there yet, and writes their settings. */
export function fetchPeers(tell: (line: string) => void): void {
  mkdirSync(folder, { recursive: true });
  const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: versions }, undefined, 2)}\n`;
  const path = join(folder, 'package.json');
  const same = existsSync(path) && readFileSync(path, 'utf8') === manifest;
  if (!same || !existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    tell('fetching the peers, once (npm install in test/bench/.peers)');
    writeFileSync(path, manifest);
    // None of them needs a script of its own to be installed.
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    const [command, shell] = process.platform === 'win32' ? ['npm.cmd', true] : ['npm', false];
    try {
      execFileSync(command, ['install', ...flags], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell,
      });
    } catch (error) {
      throw new Error('the peers could not be fetched; --no-peers does without', { cause: error });
    }
  }
  writeSettings();
}

/** Each tool with its own defaults, without the length of lines, which records do not limit. */
function writeSettings(): void {
  const markdownlint = { config: { MD013: false }, noBanner: true, noProgress: true };
  writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), JSON.stringify(markdownlint));
  const schema: unknown = existsSync(ownSchema) ? JSON.parse(readFileSync(ownSchema, 'utf8')) : peerSchema();
  // The peer's validator knows draft 7 alone and refuses any other that is named.
  const plain = typeof schema === 'object' && schema !== null ? { ...schema, $schema: undefined } : {};
  writeFileSync(schemaFile, JSON.stringify(plain));
  const config = `import remarkFrontmatter from 'remark-frontmatter';
import schema from 'remark-lint-frontmatter-schema';
const schemas = { [process.env.BENCH_SCHEMA]: ['changes/**/*.md'] };
export default { plugins: [remarkFrontmatter, [schema, { schemas }]] };
`;
  writeFileSync(join(folder, 'remark.config.mjs'), config);
}

/** The peers on a workspace. The slow ones are timed once: they take longer than any noise. */
export function peerContestants(workspace: string, runs: number): Contestant[] {
  const node = process.execPath;
  const inside = (path: string): string => join(folder, 'node_modules', path);
  const markdownlint = [inside('markdownlint-cli2/markdownlint-cli2-bin.mjs')];
  const settings = ['--config', join(folder, '.markdownlint-cli2.jsonc')];
  const remark = ['.', '--rc-path', join(folder, 'remark.config.mjs'), '--no-stdout', '--quiet'];
  // The plugin looks for the schema from the current folder on.
  const schema = { BENCH_SCHEMA: relative(workspace, schemaFile) };
  const common = { cwd: workspace, command: node, runs, slow: true };
  return [
    { ...common, name: peerNames.markdownlint, args: [...markdownlint, ...settings, '**/*.md'] },
    {
      ...common,
      name: peerNames.remark,
      args: [inside('remark-cli/cli.js'), ...remark],
      prepare: () => schema,
    },
    {
      name: peerNames.rumdl,
      command: rumdlBinary(),
      args: ['check', '--no-cache', '--isolated', '--disable', 'MD013', '.'],
      cwd: workspace,
      runs,
    },
  ];
}

/** The program itself, without the Node script around it: that is the rumdl that people run. */
function rumdlBinary(): string {
  const packages = join(folder, 'node_modules/@rumdl');
  for (const name of readdirSync(packages)) {
    for (const file of ['rumdl', 'rumdl.exe', 'bin/rumdl']) {
      const path = join(packages, name, file);
      if (existsSync(path)) return path;
    }
  }
  throw new Error('rumdl has no binary for this platform; run with --no-peers');
}
