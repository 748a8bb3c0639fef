import { type ParseArgsConfig, parseArgs } from 'node:util';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import {
  argsIn,
  fillIn,
  type Language,
  type Localized,
  languageOfEnvironment,
  type MessageArgs,
} from '../../core/model/text/localized';
import { readDateTime } from '../../core/model/time/dateTime';
import { type ReadAnswer, readDayAnswer, takenAs, wantedMoment } from '../../core/model/time/momentTexts';
import { type SpokenAt, spokenMoment } from '../../core/model/time/spokenMoment';
import { dayOf } from '../../core/model/time/zoneClock';
import type { CliIo, ExitCode } from './io';
import { UsageError } from './io';
import { inLine, lineOf } from './terminalText';
import { texts } from './texts';

/** One option of a command, as its help shows it. */
export interface CommandOption {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: true;
  /** Whether it may stand without its value, which then is an empty text. */
  readonly optional?: true;
  /** What stands for the value in the help. */
  readonly value?: string | Localized;
  readonly help: Localized;
}

/** One command of the command line: a row of the table in `commandGroups.ts`. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: Localized;
  readonly options: { readonly [name: string]: CommandOption };
  readonly examples: readonly string[];
  /** Whether it changes records and commits that. */
  readonly acts?: true;
  /** Whether it decides something over a record, which must then be named by its whole id. */
  readonly decides?: true;
  run(call: Call): Promise<ExitCode>;
}

interface OptionValues {
  readonly [name: string]: string | boolean | readonly string[] | undefined;
}

/** A call of a command, its options read. */
export class Call {
  constructor(
    readonly io: CliIo,
    readonly paths: readonly string[],
    private readonly values: OptionValues,
    /** The version of the program. */
    readonly version = '',
    /** The call, word by word, and where it was made. */
    readonly words = '',
    /** Whether ids are found by their end and in other capitals, too: not where something is decided, nor in a pipeline. */
    readonly findsIds = true,
    /** What words about time were taken as, by option; it is told behind the answer. */
    readonly notes = new Map<string, Localized>(),
  ) {}

  /** Reads a command's options, or says in one sentence what is wrong with them. */
  static read(command: Command, args: readonly string[], io: CliIo, version = ''): Call {
    const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
    for (const [name, option] of Object.entries({ ...command.options, ...commonOptions })) {
      const { type, short, multiple = false } = option;
      options[name] = { type, multiple, ...(short ? { short } : {}) };
    }
    try {
      const { values, positionals } = parseArgs({
        args: withOptionalValues(command, args),
        options,
        allowPositionals: true,
      });
      const words = JSON.stringify([io.cwd, command.name, ...args]);
      const findsIds = !command.decides && !isPipeline(io.env);
      const [paths, read] = withTarget(command, positionals, values as OptionValues);
      return new Call(io, paths, read, version, words, findsIds);
    } catch (error) {
      const about = { command: command.name };
      throw new UsageError((language) =>
        say(language, 'badOption', { reason: wrongOption(error, language, Object.keys(options)), ...about }),
      );
    }
  }

  /** Prints an answer for machines. */
  json(answer: unknown): void {
    this.io.out(`${JSON.stringify(answer, undefined, 2)}\n`);
  }

  /** Prints a line for people. */
  line(text: string): void {
    this.io.out(lineOf(text));
  }

  /** Tells people something beside the answer. */
  tell(text: string): void {
    this.io.err(`changebook: ${text}\n`);
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Every value of an option that may be given several times. */
  texts(name: string): readonly string[] {
    const value = this.values[name];
    return typeof value === 'object' ? value : [];
  }

  has(name: string): boolean {
    return this.values[name] === true;
  }

  /** An option that takes one of a few values, which may have Spanish names in the same order. */
  oneOf<T extends string>(
    name: string,
    allowed: readonly T[],
    fallback: T,
    spanish: readonly string[] = allowed,
  ): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const known = allowed.find((candidate, index) => candidate === value || spanish[index] === value);
    if (known) return known;
    throw wrongValue(name, value, { en: allowed.join(', '), es: spanish.join(', ') });
  }

  wholeNumber(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw wrongValue(name, value, { en: 'a whole number', es: 'un número entero' });
  }

  /**
   * The language asked for, else the configuration's, else that of whoever reads, which JSON ignores: it is the same on
   * all machines.
   */
  language(configured: Language | undefined): Language {
    const own = this.text('format') === 'json' ? undefined : languageOfEnvironment(this.io.env);
    return this.reportLanguage(configured ?? own);
  }

  /** The language of what a command makes, which does not follow the machine: asked for, else the configuration's. */
  reportLanguage(configured: Language | undefined): Language {
    return this.oneOf('language', ['en', 'es'], configured ?? 'en');
  }

  /** Whether a moment was given that needs the workspace's zone; reading the configuration for it costs. */
  hasLocalNow(): boolean {
    const result = readDateTime(this.text('now') ?? 'now', 'UTC');
    return this.text('now') !== undefined && !(result.ok && !result.local);
  }

  /** The moment that counts as now; without an offset it is read in the workspace's zone. */
  now(zone = 'UTC'): number {
    return this.moment('now', { now: this.io.clock(), zone }) ?? this.io.clock();
  }

  /** The moment that an option says, in words too; undefined where it was not given. */
  moment(option: string, at: SpokenAt): number | undefined {
    const value = this.text(option);
    if (value === undefined) return undefined;
    const said = spokenMoment(value, at);
    if (!said.ok) throw wrongValue(option, value, wantedMoment(said));
    if (said.inWords) this.notes.set(option, takenAs(value, said.epochMs, at.zone));
    return said.epochMs;
  }

  /** The day that an option says, in words too; undefined where it was not given. */
  day(option: string, at: SpokenAt): number | undefined {
    const value = this.text(option);
    return value === undefined ? undefined : dayOf(this.read(option, readDayAnswer(value, at)));
  }

  /** An answer of an option as records write it; what words were taken as is told. */
  read(option: string, answer: ReadAnswer): string {
    if ('wanted' in answer) throw wrongValue(option, this.text(option) ?? '', answer.wanted);
    if (answer.taken) this.notes.set(option, answer.taken);
    return answer.written;
  }
}

/** Systems that run pipelines say so in this variable. */
/** Whether nobody reads along. */
export function isPipeline({ CI = '' }: CliIo['env']): boolean {
  return !['', '0', 'false'].includes(CI.toLowerCase());
}

/** The words of a call in which an option that may stand without its value has an empty one. */
function withOptionalValues({ options }: Command, args: readonly string[]): string[] {
  return args.map((word, at) => {
    const isAlone = word.startsWith('--') && options[word.slice(2)]?.optional === true;
    return isAlone && (args[at + 1] ?? '-').startsWith('-') ? `${word}=` : word;
  });
}

/** What a call is about, where an option took it for its own value: `new --since-tag PROC-A` names no tag. */
function withTarget(
  { options }: Command,
  paths: readonly string[],
  values: OptionValues,
): [readonly string[], OptionValues] {
  const [name] = Object.keys(options).filter((option) => options[option]?.optional && values[option]);
  const taken = name === undefined ? undefined : values[name];
  if (name === undefined || typeof taken !== 'string' || paths.length > 0) return [paths, values];
  return [[taken], { ...values, [name]: '' }];
}

/** A mistake in the call; it is told in the language of its reader once that is known. */
export function wrongCall(id: keyof typeof texts, args: MessageArgs = {}): UsageError {
  return new UsageError((language) => say(language, id, args));
}

/** What an option does not take, and what it takes. */
export function wrongValue(option: string, value: string, expected: string | Localized): UsageError {
  const { en, es } = typeof expected === 'string' ? { en: expected, es: expected } : expected;
  return wrongCall('badValue', {
    option,
    value: value.slice(0, 60),
    'expected.en': en,
    'expected.es': es,
    ...hintFor(value, { en, es }),
  });
}

/** A customer whom neither the configuration nor a change has, and those who are configured. */
export function unknownCustomer(asked: string, configured: Iterable<string>): UsageError {
  const known = [...configured].sort().join(', ') || '—';
  return wrongCall('wish_customer', { value: asked.slice(0, 60), known, ...hintFor(asked, known) });
}

/** What was most likely meant of the names that are listed: of those of the reader's language, else of the other's. */
export function hintFor(written: string, expected: string | Localized): MessageArgs {
  const { en, es } = typeof expected === 'string' ? { en: expected, es: expected } : expected;
  const [english, spanish] = [en, es].map((list) => {
    const isList = list.includes(', ') || !/\s/.test(list);
    return isList ? nearestName(written, new Set(list.split(', '))) : undefined;
  });
  return {
    'hint.en': hintArgs(english ?? spanish)['hint.en'],
    'hint.es': hintArgs(spanish ?? english)['hint.es'],
  };
}

/** The language that the words of a call ask for, also of one that cannot be read. */
export function askedLanguage(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  const value = args[at] === '--language' ? args[at + 1] : args[at]?.slice('--language='.length);
  return value === 'en' || value === 'es' ? value : undefined;
}

/** What Node says of an option, in our words: its own are English, and may take several lines. */
function wrongOption(error: unknown, language: Language, options: readonly string[]): string {
  const { message, code } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1];
  if (option && code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    // One letter is near to any other.
    const nearest = option.startsWith('--') ? nearestName(option.slice(2), options) : undefined;
    return say(language, 'unknownOption', { option, ...hintArgs(nearest && `--${nearest}`) });
  }
  if (!option || code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  return say(language, message.includes('does not take') ? 'optionAlone' : 'optionValue', { option });
}

/** Options that every command has. */
export const commonOptions: Command['options'] = {
  language: {
    type: 'string',
    value: 'en|es',
    help: { en: 'language of messages', es: 'idioma de los mensajes' },
  },
};

/** One of the command line's sentences in a language. */
export function say(language: Language, id: keyof typeof texts, args: MessageArgs = {}): string {
  // What a sentence names comes from records, names of files, and arguments: it stays within its line.
  const named = Object.entries(argsIn(language, args)).map(([name, value]) => [
    name,
    typeof value === 'string' ? inLine(value) : value,
  ]);
  return fillIn(texts[id][language], Object.fromEntries(named));
}
