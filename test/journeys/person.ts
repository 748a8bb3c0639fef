import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Packed } from './packed';

/** What a command ended with. */
export interface Ended {
  readonly code: number | null;
  /** Both streams, as a terminal shows them. */
  readonly said: string;
}

/** Somebody at a terminal, with an identity and a home of their own and nothing else set up. */
export class Person {
  private readonly env: NodeJS.ProcessEnv;

  /**
   * @param address that git knows them by
   * @param typed what was typed in their journey so far, by everybody
   */
  constructor(
    name: string,
    readonly address: string,
    { bin, folder }: Packed,
    private readonly typed: string[],
  ) {
    const home = mkdtempSync(path.join(folder, 'home-'));
    mkdirSync(path.join(home, '.config'));
    const identity = `[user]\n\tname = ${name}\n\temail = ${address}\n[init]\n\tdefaultBranch = main\n`;
    writeFileSync(path.join(home, '.gitconfig'), identity);
    this.env = {
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      CHANGEBOOK_CACHE_DIR: path.join(home, 'cache'),
      LANG: 'C.UTF-8',
      TZ: 'Europe/Madrid',
      NO_COLOR: '1',
    };
  }

  /** Types a command in a folder, and waits for its end. */
  types(cwd: string, program: string, ...args: readonly string[]): Ended {
    this.typed.push([program, ...args.map(quoted)].join(' '));
    return this.runs(cwd, program, ...args);
  }

  /** Runs something that only the journey wants to know, which the person need not type. */
  runs(cwd: string, program: string, ...args: readonly string[]): Ended {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      env: this.env,
      encoding: 'utf8',
      timeout: 60_000,
      input: '',
    });
    if (error) throw error;
    return { code: status, said: stdout + stderr };
  }
}

function quoted(arg: string): string {
  return /^[\w./:@=+-]+$/.test(arg) ? arg : `"${arg.replace(/["\\]/g, '\\$&')}"`;
}
