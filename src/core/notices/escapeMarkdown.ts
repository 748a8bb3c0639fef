import { oneLine } from '../language/plainText';
import { neutralMarkdown } from '../model/text/neutralMarkdown';
import { withoutMarks } from './renderMarks';

const longestValue = 2000;

/**
 * The beginning of an address that readers of markdown make a link of by themselves, where something was escaped in it:
 * the backslash would be a part of the address there.
 */
const escapedAddress = /\b(https?|www)([:.])(?=[^\s\\]*\\)/gi;

/** An address between `<` and `>`; what could end it is encoded. */
export function linkTarget(url: string): string {
  return url.replace(/[<>\\\s\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

/**
 * A value as markdown that reads as the value itself: no link, picture, element, list or emphasis comes of it. Only
 * what could mean something is escaped, since notices for tickets and pull requests are read as markdown too.
 */
export function escapeMarkdown(text: string): string {
  return escaped(oneLine(withoutMarks(text), longestValue));
}

/** The same for a code host, which besides looks for mentions, references and orders in what is shown. */
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
