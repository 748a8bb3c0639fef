import type { Random } from '../../bench/records/random';

const characters = [
  ...[
    'a',
    'X',
    'x',
    ' ',
    '\t',
    '\n',
    '#',
    '~',
    '`',
    '-',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    ':',
    '"',
    '\\',
    '|',
    '=',
  ],
  ...['\u00a0', '\u00ad', '\u0301', '\u200b', '\u202e', '\ufeff', 'é', '😀', '\r'],
];

/** One edit of a text, as somebody makes it: a character, a line, a block of lines, an indentation, or their places. */
export function editedOnce(text: string, random: Random): string {
  return random.chance(0.5)
    ? characterEdited(text, random)
    : linesEdited(text.split('\n'), random).join('\n');
}

function characterEdited(text: string, random: Random): string {
  const at = random.between(0, text.length);
  const removed = random.pick([0, 0, 1, 1, 1]);
  const inserted = removed === 1 && random.chance(0.4) ? '' : random.pick(characters);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function linesEdited(lines: readonly string[], random: Random): string[] {
  const start = random.between(0, lines.length - 1);
  const end = Math.min(lines.length, start + random.pick([1, 1, 1, 2, 3, 5]));
  const block = lines.slice(start, end);
  const rest = [...lines.slice(0, start), ...lines.slice(end)];
  const to = random.between(0, rest.length);
  const placed = (at: number, some: readonly string[]) => [...rest.slice(0, at), ...some, ...rest.slice(at)];
  switch (random.between(0, 6)) {
    case 0:
      return rest;
    case 1:
      return placed(start, [...block, ...block]);
    case 2:
      return placed(
        start,
        block.map((line) => random.pick([' ', '  ', '    ', '\t']) + line),
      );
    case 3:
      return placed(
        start,
        block.map((line) => line.replace(/^(?: {1,2}|\t)/, '')),
      );
    case 4:
      return placed(
        start,
        block.map((line) => line + random.pick([' ', '  ', '\\'])),
      );
    case 5:
      return placed(start, ['', ...block]);
    default:
      return placed(to, block);
  }
}
