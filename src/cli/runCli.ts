import { hintArgs, nearestName } from '../core/model/parse/nearest';
import { type Language, languageOfEnvironment } from '../core/model/text/localized';
import { commandNames, loadCommand } from './commandGroups';
import { askedLanguage, Call, type Command, say, wrongCall } from './support/command';
import { type CliIo, type ExitCode, RefusedError, UsageError } from './support/io';
import { lineOf } from './support/terminalText';

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
    const { help } = await import('./support/help');
    io.out(await help(await readerOf(args, io)));
    return name === undefined ? 2 : 0;
  }
  if (name === 'completion' && rest[0] === 'words') {
    const { completedWords } = await import('./support/completedWords');
    io.out(await completedWords(rest.slice(2), io));
    return 0;
  }
  try {
    const command = await loadCommand(name);
    if (!command) {
      const hint = hintArgs(nearestName(name, commandNames));
      throw wrongCall('unknownCommand', { name: name.slice(0, 60), ...hint });
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      const { commandHelp } = await import('./support/help');
      io.out(commandHelp(command, await readerOf(args, io)));
      return 0;
    }
    const call = Call.read(command, rest, io, version);
    const ended = await run(command, call);
    if (call.notes.size > 0) {
      const language = await readerOf(args, io);
      for (const note of call.notes.values()) call.tell(note[language]);
    }
    return ended;
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
    const { configuredLanguage } = await import('./support/configuredLanguage');
    return configuredLanguage(io.cwd) ?? languageOfEnvironment(io.env);
  } catch {
    return languageOfEnvironment(io.env);
  }
}

/** Only what acts on records commits, and has to know whether it did before. */
async function run(command: Command, call: Call): Promise<ExitCode> {
  if (!command.acts) return command.run(call);
  const told = await (await import('./support/tellUnreported')).tellUnreported(call);
  if (told !== undefined) return told;
  try {
    return await command.run(call);
  } finally {
    (await import('../node/commit/unreportedCommit')).forgetUnreported();
  }
}
