import type { HostRelease } from './obtain';

interface Release {
  /** Version of VS Code. */
  readonly vscode: string;
  /** Version of the npm package code-server that carries it. */
  readonly codeServer: string;
  /** Oldest major version of Node.js that runs it. */
  readonly node: number;
  /** Seconds of the first fetch, measured on two cores; only for the progress line. */
  readonly seconds: number;
}

/** The floor is `engines.vscode` of package.json. The newest stops on Node 20 for want of `module.registerHooks`. */
export const releases: Readonly<Record<HostRelease, Release>> = {
  floor: { vscode: '1.103.2', codeServer: '4.103.2', node: 22, seconds: 20 },
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: 24, seconds: 25 },
};
