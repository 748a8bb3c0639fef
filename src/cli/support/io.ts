import type { Language } from '../../core/model/text/localized';

/** Everything that a command line talks to, so that a test can be the terminal. */
export interface CliIo {
  readonly cwd: string;
  /** Environment variables that matter: NO_COLOR, FORCE_COLOR, and those that say the reader's language. */
  readonly env: { readonly [name: string]: string | undefined };
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** The clock, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Bytes go out as they are. */
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly readInput: () => Promise<Buffer>;
  /** Asks for one line; undefined where nobody sits at a terminal. It gives undefined where they end the input. */
  readonly ask?: ((prompt: string) => Promise<string | undefined>) | undefined;
  /** Runs another call, which talks to somebody else: for a command that serves what others ask. */
  readonly runOther?: (args: readonly string[], io: CliIo) => Promise<ExitCode>;
}

/** What a command ends with: 0 done or so already, 1 the record or its rules, 2 the call or the machine. */
export type ExitCode = 0 | 1 | 2;

/** One sentence, which may wait until the language of its reader is known. */
type Told = string | ((language: Language) => string);

class ToldError extends Error {
  constructor(private readonly told: Told) {
    super(typeof told === 'string' ? told : told('en'));
  }

  in(language: Language): string {
    return typeof this.told === 'string' ? this.told : this.told(language);
  }
}

/** A mistake in the call or in the environment, told in one sentence. */
export class UsageError extends ToldError {}

/** Something that the record speaks against, told in one sentence. */
export class RefusedError extends ToldError {}
