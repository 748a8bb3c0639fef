import { hintArgs, nearestName } from '../core/model/parse/nearest';
import { type Language, languageOfEnvironment } from '../core/model/text/localized';
import { advance } from './advance';
import { approve } from './approve';
import { audit } from './audit';
import { calendar } from './calendar';
import { check } from './check';
import { askedLanguage, Call, type Command, commonOptions, say, wrongCall } from './command';
import { diff } from './diff';
import { draft } from './draft';
import { gate } from './gate';
import { helpWords, namesIn } from './helpWords';
import { type CliIo, type ExitCode, RefusedError, UsageError } from './io';
import { log } from './log';
import { newRecord } from './newRecord';
import { notes } from './notes';
import { pending } from './pending';
import { push } from './push';
import { acceptRisk, agree, commit, hold, notify, resume, waive } from './recordCommands';
import { show } from './show';
import { slot } from './slot';
import { skip, tick, untick } from './stepCommands';
import { lineOf } from './terminalText';
import { timeline } from './timeline';

/** Every command, one row each, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  check,
  show,
  pending,
  newRecord,
  slot,
  timeline,
  calendar,
  tick,
  untick,
  skip,
  approve,
  agree,
  acceptRisk,
  waive,
  notify,
  advance,
  gate,
  hold,
  resume,
  commit,
  audit,
  diff,
  draft,
  notes,
  log,
  push,
];

/**
 * Runs the command line.
 *
 * @param args the words behind the program's name
 * @returns 0 done or so already, 1 the record or its rules speak against it, 2 the call or the machine is at fault
 */
export async function runCli(args: readonly string[], version: string, io: CliIo): Promise<ExitCode> {
  const [name, ...rest] = commandFirst(args);
  if (name === '--version' || name === '-v') {
    io.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || isHelp(name)) {
    io.out(help(await readerOf(args, io)));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    const names = commands.map((known) => known.name);
    if (!command)
      throw wrongCall('unknownCommand', { name: name.slice(0, 60), ...hintArgs(nearestName(name, names)) });
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(commandHelp(command, await readerOf(args, io)));
      return 0;
    }
    return await run(command, Call.read(command, rest, io, version));
  } catch (error) {
    const language = await readerOf(args, io);
    const reason = error instanceof Error ? error.message : String(error);
    const known = error instanceof UsageError || error instanceof RefusedError;
    io.err(lineOf(`changebook: ${known ? error.in(language) : say(language, 'unexpected', { reason })}`));
    return error instanceof RefusedError ? 1 : 2;
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help';
}

/** The words of a call with its command first: the language may stand before it, and so may the wish for its help. */
function commandFirst(args: readonly string[]): readonly string[] {
  const at = args[0] === '--language' ? 2 : args[0]?.startsWith('--language=') ? 1 : 0;
  const [name, ...rest] = args.slice(at);
  if (name === undefined) return [];
  const [about, ...others] = rest;
  if (isHelp(name) && about && !about.startsWith('-'))
    return [about, '--help', ...args.slice(0, at), ...others];
  return [name, ...args.slice(0, at), ...rest];
}

/** The language of whoever made a call: asked for, else that of the workspace, else that of the environment. */
async function readerOf(args: readonly string[], io: CliIo): Promise<Language> {
  const asked = askedLanguage(args);
  if (asked) return asked;
  try {
    const { configuredLanguage } = await import('./configuredLanguage');
    return configuredLanguage(io.cwd) ?? languageOfEnvironment(io.env);
  } catch {
    return languageOfEnvironment(io.env);
  }
}

/** Only what acts on records commits, and has to know whether it did before. */
async function run(command: Command, call: Call): Promise<ExitCode> {
  if (!command.acts) return command.run(call);
  const told = await (await import('./tellUntold')).tellUntold(call);
  if (told !== undefined) return told;
  try {
    return await command.run(call);
  } finally {
    (await import('../node/commit/untoldCommit')).forgetUntold();
  }
}

function help(language: Language): string {
  const words = helpWords[language];
  const rows = commands.map(
    ({ usage, summary }) => `  ${namesIn(usage, language).padEnd(34)} ${summary[language]}`,
  );
  const more = commands.flatMap(({ examples }) => examples.slice(0, 1)).map((example) => `  ${example}`);
  return [
    words.about,
    '',
    words.commands,
    ...rows,
    `  ${namesIn('changebook <command> --help', language).padEnd(34)} ${words.commandHelp}`,
    '  changebook --version',
    '',
    words.examples,
    ...more,
    '',
    words.exitCode,
    '',
  ].join('\n');
}

function commandHelp(command: Command, language: Language): string {
  const words = helpWords[language];
  const rows = Object.entries({ ...command.options, ...commonOptions }).map(([name, option]) => {
    const names = option.short ? `-${option.short}, --${name}` : `--${name}`;
    const { value } = option;
    const shown = typeof value === 'string' ? namesIn(value, language) : value?.[language];
    const flag = shown ? `${names} ${shown}` : names;
    return `  ${flag.padEnd(26)} ${option.help[language]}`;
  });
  return [
    `${words.usage} ${namesIn(command.usage, language)} ${words.someOptions}`,
    '',
    command.summary[language],
    '',
    words.options,
    ...rows,
    '',
    words.examples,
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
