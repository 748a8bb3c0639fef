import { fillIn } from '../core/model/text/localized';

/** A GFM table; a bar inside of a cell is escaped, which GFM asks for even in code. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

/** Inline code, also of a text that holds backticks itself. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A name in both languages as code; once where both languages use the same word. */
export function bothNames(en: string, es: string): string {
  return en === es ? code(en) : `${code(en)} · ${code(es)}`;
}

/** A fenced block that is longer than any fence inside of it. */
export function fenced(language: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Blocks with a blank line between them and a line break at the end: the text of a page. */
export function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A text with something else in place of what is filled in; where a number chooses, it says that there are many. */
export function unfilled(text: string, shown: (name: string) => string): string {
  const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  return fillIn(text, Object.fromEntries(names.map((name) => [name, shown(name)])));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

/** What a generated page says of itself to those who open it to change it. */
export function madeBy(source: string): string {
  return `<!-- Made by \`npm run generate\` from ${source}; change that, not this page. -->`;
}
