import { oneLine } from '../language/plainText';
import { neutralMarkdown } from '../model/text/neutralMarkdown';
import { withoutMarks } from './renderMarks';

const longestValue = 2000;

/**
 * The beginning of an address that markdown renderers turn into a link, where something in it was escaped: the
 * backslash would become part of the address.
 */
const escapedAddress = /\b(https?|www)([:.])(?=[^\s\\]*\\)/gi;

/** An address to stand between `<` and `>`. Characters that could end it are encoded. */
export function linkTarget(url: string): string {
  return url.replace(/[<>\\\s\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

/**
 * A value as markdown that renders as the value itself: without links, pictures, elements, lists or emphasis. Only
 * characters with a meaning are escaped, because notices for tickets and pull requests are also read as markdown
 * source.
 */
export function escapeMarkdown(text: string): string {
  return escaped(oneLine(withoutMarks(text), longestValue));
}

/** The same for a code host, which also looks for mentions, references and commands in the rendered text. */
export function escapeForHost(text: string): string {
  return escaped(neutralMarkdown(oneLine(withoutMarks(text), longestValue)));
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^[-+=>]|^#{1,6}(?=\s|$)|#$/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(escapedAddress, '$1\\$2');
}
