import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { idsMeant } from '../core/index/idsMeant';
import type { Language } from '../core/model/text/localized';
import { visibleText } from '../core/model/text/plainName';
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
  run(id: unknown, given: unknown): Promise<CommandEnd> {
    const turn = this.last.then(() => this.runNow(String(id), given));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(id: string, given: unknown): Promise<CommandEnd> {
    const language = this.language();
    const name = servedCommands.find((command) => commandId(command) === id);
    if (!name) return { ok: false, told: serverWord(language, 'unknownCommand', { name: id.slice(0, 60) }) };
    const words = wordsOf(given);
    if (!words) return { ok: false, told: serverWord(language, 'wrongWords', { name: id }) };
    const [target = '', ...more] = words;
    const path = this.pathMeant(target);
    if (words.some((word) => this.isOfUnsaved(word === target ? path : this.pathNamed(word))))
      return { ok: false, told: serverWord(language, 'unsaved') };
    const folder = this.folderFor(path);
    const named = target === '' ? [] : [/^file:/.test(target) ? (path ?? target) : target];
    // Options come first: behind `--` they would be words.
    const options = ['--format', 'json', '--language', language];
    const ended = await this.call([name, ...options, ...named, ...more], folder);
    this.follow(path);
    return endOf(ended);
  }

  /** The file that a command is about, whichever of its names stands first: the end of an id, too. */
  private pathMeant(target: string): string | undefined {
    for (const workspace of this.workspaces.all()) {
      const { index } = workspace.input();
      const [id, another] = idsMeant(index.ids(), target);
      const file = id === undefined || another !== undefined ? undefined : index.byId(id)?.file;
      if (file !== undefined) return workspace.pathOf(file);
    }
    return this.pathNamed(target);
  }

  /** The file of a record by its address, its path or its whole id, wherever among the words it is named. */
  private pathNamed(word: string): string | undefined {
    if (/^file:/.test(word)) return pathOf(word);
    for (const workspace of this.workspaces.all()) {
      const path = resolve(workspace.root, word);
      const file = workspace.fileOf(path);
      if (file !== undefined && workspace.entryOf(file)) return path;
      const named = workspace.input().index.byId(visibleText(word))?.file;
      if (named !== undefined) return workspace.pathOf(named);
    }
    return undefined;
  }

  private isOfUnsaved(path: string | undefined): boolean {
    return path !== undefined && this.isUnsaved(path);
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

/** The words of a call; undefined where one of them is no text that a call can hold. */
function wordsOf(given: unknown): string[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const words = given.filter((word) => typeof word === 'string' || typeof word === 'number').map(String);
  return words.length < given.length || words.some((word) => word.includes('\0')) ? undefined : words;
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
