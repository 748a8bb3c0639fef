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
  let lines: Interface | undefined;
  let over = false;
  return (prompt) =>
    new Promise((resolve) => {
      lines ??= createInterface({ input, output });
      if (over) return resolve(undefined);
      const ended = (): void => {
        over = true;
        resolve(undefined);
      };
      lines.once('close', ended);
      lines.question(prompt, (answer) => {
        lines?.removeListener('close', ended);
        resolve(answer);
      });
    });
}
