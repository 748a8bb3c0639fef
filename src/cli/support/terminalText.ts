import { randomBytes } from 'node:crypto';

// A record, a file's name, a branch or an author may hold whatever a terminal, or the runner of a pipeline, obeys. Here
// is where text leaves: nothing of that gets through, whoever printed it.

/** Stands for the escape character of our own colours; nobody who wrote a record can know it. */
const ownEscape = `\uE0F0${randomBytes(6).toString('hex')}\uE0F0`;

/** Controls but tab and line breaks, the separators of lines, and what turns the direction of writing. */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;

/** Text as it goes out: what steers is shown by its number, which in JSON is the same text. */
export function outgoing(text: string): string {
  const shown = text.replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.replaceAll(ownEscape, '\u001b');
}

/** A way of colouring whose escapes go out, unlike those of the text that it colours. */
export function ownColor(color: (text: string) => string): (text: string) => string {
  return (text) => color(text.replaceAll('\u001b', '\\u001b')).replaceAll('\u001b', ownEscape);
}

/** What breaks a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const breaks = /[\r\n\u000b\u000c\u0085\u2028\u2029]+/g;

/** Text within a line: it begins no other, and nothing that a runner would take for a command (`##[…]`). */
export function inLine(text: string): string {
  return text.replace(breaks, ' ').replace(/##\[/g, '## [');
}

/** One line for people to read, with its end; it begins like no runner's command (`::…`). */
export function lineOf(text: string): string {
  return `${inLine(text).replace(/^(\s*)::/, '$1: :')}\n`;
}
