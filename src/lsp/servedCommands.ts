import { readFileSync } from 'node:fs';
import type { Language } from '../core/model/text/localized';
import { pathOf } from './addresses';
import type { OpenTexts } from './openTexts';
import type { ServedWorkspaces } from './servedWorkspaces';
import { serverWord } from './serverWords';

/** What is done to records by a command of the command line, each time as one commit; `push` shares it. */
export const servedCommands = [
  ...[
    'new',
    'commit',
    'set',
    'update',
    'approve',
    'agree',
    'accept-risk',
    'waive',
    'advance',
    'tick',
    'untick',
  ],
  ...['skip', 'rollback', 'hold', 'resume', 'notify', 'push'],
] as const;

/** Runs a call of the command line in a folder, and gives what it printed. */
export type RunCall = (
  words: readonly string[],
  folder: string,
) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;

/** How a command ended, for the client and for whoever asked for it. */
export interface CommandEnd {
  readonly ok: boolean;
  /** One sentence. */
  readonly told: string;
  /** The answer of the command line; not there where it had none. */
  readonly answer?: unknown;
}

/** What a client calls a command of the command line. */
export function commandId(name: string): string {
  return `changebook.${name}`;
}

/** Runs commands as the command line does, one after the other. */
export class CommandRunner {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly texts: OpenTexts,
    private readonly workspaces: ServedWorkspaces,
    private readonly language: () => Language,
    private readonly call: RunCall,
  ) {}

  /**
   * Runs a command.
   *
   * @param id as `commandId` makes it
   * @param given a record by its address, path or id, and what the command line takes behind it
   */
  run(id: string, given: readonly unknown[]): Promise<CommandEnd> {
    const turn = this.last.then(() => this.runNow(id, given));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(id: string, given: readonly unknown[]): Promise<CommandEnd> {
    const language = this.language();
    const name = servedCommands.find((command) => commandId(command) === id);
    if (!name) return { ok: false, told: serverWord(language, 'unknownCommand', { name: id.slice(0, 60) }) };
    const words = given.filter((word) => typeof word === 'string' || typeof word === 'number').map(String);
    if (words.length < given.length)
      return { ok: false, told: serverWord(language, 'wrongWords', { name: id }) };
    const [target = '', ...more] = words;
    const path = /^file:/.test(target) ? pathOf(target) : this.pathOfId(target);
    if (path !== undefined && this.isUnsaved(path))
      return { ok: false, told: serverWord(language, 'unsaved') };
    const folder = this.folderFor(path);
    const named = target === '' ? [] : [/^file:/.test(target) ? (path ?? target) : target];
    const ended = await this.call(
      [name, ...named, ...more, '--format', 'json', '--language', language],
      folder,
    );
    this.follow(path);
    return endOf(ended);
  }

  /** The file of a record that is named by its id. */
  private pathOfId(id: string): string | undefined {
    for (const workspace of this.workspaces.all()) {
      const file = workspace.input().index.byId(id)?.file;
      if (file !== undefined) return workspace.pathOf(file);
    }
    return undefined;
  }

  /** Whether the client holds another text of a file than the disk does. */
  isUnsaved(path: string): boolean {
    const text = this.texts.at(path)?.document.getText();
    if (text === undefined) return false;
    try {
      return plainLines(readFileSync(path, 'utf8')) !== plainLines(text);
    } catch {
      return true;
    }
  }

  private folderFor(path: string | undefined): string {
    const [only] = this.workspaces.all();
    return this.workspaces.placeOf(path)?.workspace.root ?? only?.root ?? process.cwd();
  }

  /** What was committed is looked at, and so is what git says of it now. */
  private follow(path: string | undefined): void {
    const place = this.workspaces.placeOf(path);
    place?.workspace.updateFromDisk(place.file);
    for (const workspace of this.workspaces.all()) void workspace.askGit();
  }
}

/** A text as it is the same for every client, whatever they make of marks of order and ends of lines. */
function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function endOf({ code, out, err }: Awaited<ReturnType<RunCall>>): CommandEnd {
  const said = /^changebook: (.*)$/m.exec(err)?.[1] ?? err.trim();
  const answer = answerIn(out);
  if (!answer) return { ok: code === 0, told: said || out.trim() };
  const { subject, message } = answer;
  const told = [subject, message].filter((part) => typeof part === 'string' && part !== '').join(': ');
  return { ok: code === 0, told: told || said, answer };
}

/** The answer for machines that a command printed. */
function answerIn(out: string): { readonly subject?: unknown; readonly message?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(out);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
