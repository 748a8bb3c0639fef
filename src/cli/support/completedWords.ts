import type { Language } from '../../core/model/text/localized';
import { commandNames, loadCommand } from '../commandGroups';
import { calledSoFar, shellWords } from './calledSoFar';
import type { CliIo } from './io';
import { inLine } from './terminalText';
import { type CompletedWord, matching, WorkspaceWords } from './workspaceWords';

/** What the scripts ask for: the words that go on with a call, one a line. Whatever is wrong, there is none. */
export async function completedWords(raw: readonly string[], io: CliIo): Promise<string> {
  const { words, parted } = shellWords(raw);
  try {
    const { before, found } = await wordsAfter(words, io);
    return found
      .filter(({ word }) => isPlain(word))
      .map(
        ({ word, meaning = '' }) =>
          `${parted ? '' : before}${word}\t${inLine(meaning).replace(/\t/g, ' ')}\n`,
      )
      .join('');
  } catch {
    return '';
  }
}

/**
 * Whether a word is one in every shell as it stands: nothing in it is to be quoted, so that nothing is evaluated that
 * somebody wrote into a record.
 */
function isPlain(word: string): boolean {
  return /^[\p{L}\p{N}-][\p{L}\p{N}_.@+,/-]{0,99}$/u.test(word);
}

/** How a call may go on: words for its last one, and what stands before them in it. */
interface Answer {
  readonly before: string;
  readonly found: readonly CompletedWord[];
}

/** How a call may go on of which these are the words behind the program's name; the last one may be empty. */
async function wordsAfter(words: readonly string[], io: CliIo): Promise<Answer> {
  const [name = '', ...rest] = words;
  const completion = new WorkspaceWords(io);
  if (rest.length === 0 || (name === 'help' && rest.length === 1))
    return { before: '', found: matching(await commandWords(completion.language), rest[0] ?? name) };
  const command = await loadCommand(name);
  if (!command) return { before: '', found: [] };
  const call = calledSoFar(command, rest);
  // What begins like an option would be one, whoever named something so.
  const isOne = ({ word }: CompletedWord): boolean =>
    call.asks.kind === 'option' || !(word.startsWith('-') || call.named.includes(word));
  const found = (await completion.after(command, call)).filter(isOne);
  return { before: call.before, found: matching(found, call.begun) };
}

/** The commands, in the order of the help. */
async function commandWords(language: Language): Promise<CompletedWord[]> {
  const known = await Promise.all(commandNames.map(loadCommand));
  return known.flatMap((command) =>
    command ? [{ word: command.name, meaning: command.summary[language] }] : [],
  );
}
