import * as vscode from 'vscode';

/** What was given in a call of a command, so that it is not asked for. */
export interface CommandArguments {
  /** The record: an address or an id; undefined where none was given. */
  readonly record: unknown;
  /** A word by name; blank is nothing. */
  text(name: string): string | undefined;
}

/**
 * Reads the arguments of a command: the record's address or id, and an object with words by name, in which `record` may
 * stand as well. Menus add arguments of their own, which are no words.
 */
export function commandArguments(asked: unknown, more?: unknown): CommandArguments {
  const words = new Map<string, unknown>();
  // What a view shows of a record names it, and says nothing else.
  const shown = shownRecord(asked);
  for (const part of shown ? [more] : [asked, more])
    if (isWords(part)) for (const [name, value] of Object.entries(part)) words.set(name, value);
  return {
    record: shown ?? (isWords(asked) ? words.get('record') : asked),
    text(name) {
      const value = words.get(name);
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      return text === '' ? undefined : text;
    },
  };
}

function shownRecord(asked: unknown): vscode.Uri | undefined {
  const isNode = typeof asked === 'object' && asked !== null && 'kind' in asked && 'uri' in asked;
  return isNode && asked.uri instanceof vscode.Uri ? asked.uri : undefined;
}

function isWords(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof vscode.Uri)
  );
}
