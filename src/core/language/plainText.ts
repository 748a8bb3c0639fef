import { neutralMarkdown } from '../model/text/neutralMarkdown';

// Names and titles come from whoever writes records: they are shown as they stand, and never as something to click.

/** A text on one line, without characters that steer a terminal or a reader's eye, and not longer than `most`. */
export function oneLine(text: string, most = 120): string {
  const plain = text
    .slice(0, most * 2)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
}

/** A link is shown by its words alone. */
const link = /\[([^[\]]{1,200})\]\([^()\s]{0,300}\)/g;

/** A text of markdown where nothing can be clicked: links are their words. */
export function withoutLinks(text: string): string {
  return text.replace(link, '$1');
}

/** A text that markdown shows as it stands: no link, picture, element or emphasis comes of it. */
export function asMarkdown(text: string, most?: number): string {
  return neutralMarkdown(oneLine(text, most)).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Words that YAML reads as something other than text. */
const notText = /^(?:true|false|null|yes|no|on|off|~)$/i;

/** A text as it is written as a value: plain where that reads the same, else in quotes. */
export function asYaml(text: string, quote = ''): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.@+/-]*(?: [\p{L}\p{N}_.@+/-]+)*$/u.test(text) && !notText.test(text);
  if (plain && quote === '') return text;
  return quote === "'" && !/[\p{Cc}']/u.test(text) ? `'${text}'` : JSON.stringify(text);
}
