import { createInterface, type Interface } from 'node:readline';

/**
 * Asks whoever sits at a terminal for one line after the other. What is typed ahead counts for the next question.
 *
 * @returns the answer; undefined where they end the input or interrupt
 */
export function askOnTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): (prompt: string) => Promise<string | undefined> {
  let terminal: Interface | undefined;
  let isOver = false;
  const typed: string[] = [];
  let waiting: ((answer: string | undefined) => void) | undefined;
  const answer = (line: string | undefined): void => {
    const take = waiting;
    waiting = undefined;
    if (take) take(line);
    else if (line !== undefined) typed.push(line);
  };
  const open = (): Interface => {
    const own = createInterface({ input, output });
    own.on('line', answer);
    own.on('close', () => {
      isOver = true;
      answer(undefined);
    });
    return own;
  };
  return async (prompt) => {
    terminal ??= open();
    if (!isOver) {
      terminal.setPrompt(prompt);
      terminal.prompt();
    }
    const ahead = typed.shift();
    if (ahead !== undefined || isOver) return ahead;
    return new Promise((resolve) => {
      waiting = resolve;
    });
  };
}
