import { languageOf } from '../core/model/text/localized';
import { advance } from './advance';
import { approve } from './approve';
import { audit } from './audit';
import { calendar } from './calendar';
import { check } from './check';
import { Call, type Command, commonOptions, say } from './command';
import { diff } from './diff';
import { draft } from './draft';
import { gate } from './gate';
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
 * @returns 0 clean, 1 findings, 2 usage or environment
 */
export async function runCli(args: readonly string[], version: string, io: CliIo): Promise<ExitCode> {
  const language = languageOf(io.env.CHANGEBOOK_LANGUAGE);
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    io.out(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = commands.find((candidate) => candidate.name === rest[0]);
    io.out(about ? commandHelp(about) : help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(say(language, 'unknownCommand', { name: name.slice(0, 60) }));
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(commandHelp(command));
      return 0;
    }
    return await command.run(Call.read(command, rest, io, version));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const known = error instanceof UsageError || error instanceof RefusedError;
    io.err(`changebook: ${known ? reason : say(language, 'unexpected', { reason })}\n`);
    return error instanceof RefusedError ? 1 : 2;
  }
}

function help(): string {
  const rows = commands.map(({ usage, summary }) => `  ${usage.padEnd(34)} ${summary.en}`);
  const more = commands.flatMap(({ examples }) => examples.slice(0, 1)).map((example) => `  ${example}`);
  return [
    'Changebook checks change and release records: markdown files with YAML front matter.',
    '',
    'Commands:',
    ...rows,
    '  changebook <command> --help        Options and examples of a command.',
    '  changebook --version',
    '',
    'Examples:',
    ...more,
    '',
    'Exit code: 0 no error, 1 errors, 2 wrong call or environment.',
    '',
  ].join('\n');
}

function commandHelp(command: Command): string {
  const rows = Object.entries({ ...command.options, ...commonOptions }).map(([name, option]) => {
    const names = option.short ? `-${option.short}, --${name}` : `--${name}`;
    const flag = option.value ? `${names} ${option.value}` : names;
    return `  ${flag.padEnd(26)} ${option.help.en}`;
  });
  return [
    `Usage: ${command.usage} [options]`,
    '',
    command.summary.en,
    '',
    'Options:',
    ...rows,
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
