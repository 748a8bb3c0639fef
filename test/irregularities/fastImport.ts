import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './people';

/** Files by path, each with its new text. */
export type Files = { readonly [path: string]: string };

/** Runs git with nobody's settings, and gives what it prints. */
export function gitIn(folder: string, args: readonly string[], input?: string): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', input });
}

/** Commits and tags as `git fast-import` takes them: the same calls make the same commits, on every machine. */
export class FastImport {
  private readonly told: string[] = [];
  private marks = 0;

  /** @param parent the commit that the first one follows */
  constructor(private readonly parent?: string) {}

  /**
   * Adds a commit to `main`.
   *
   * @param at milliseconds since 1970
   * @returns its mark
   */
  commit(author: Person, at: number, message: string, files: Files): number {
    const mark = ++this.marks;
    const who = signature(author, at);
    const from = mark === 1 && this.parent ? `from ${this.parent}\n` : '';
    this.told.push(
      `commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n${dataOf(`${message}\n`)}${from}`,
      ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${dataOf(text)}`),
    );
    return mark;
  }

  /** Puts an annotated tag on the commit of a mark; one of that name moves there. */
  tag(name: string, mark: number, tagger: Person, at: number): void {
    this.told.push(
      `tag ${name}\nfrom :${mark}\ntagger ${signature(tagger, at)}\n${dataOf(`Release ${name}\n`)}`,
    );
  }

  /** Makes all of it in a repository. @returns the commit of each mark */
  run(folder: string): ReadonlyMap<number, string> {
    const marks = join(folder, '.git', 'irregularities-marks');
    gitIn(folder, ['fast-import', '--quiet', '--force', `--export-marks=${marks}`], this.told.join(''));
    const lines = readFileSync(marks, 'utf8').trim().split('\n');
    rmSync(marks);
    return new Map(
      lines.map((line) => {
        const [mark = '', commit = ''] = line.split(' ');
        return [Number(mark.slice(1)), commit];
      }),
    );
  }
}

function signature({ name, address }: Person, at: number): string {
  return `${name} <${address}> ${Math.floor(at / 1000)} +0000`;
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
