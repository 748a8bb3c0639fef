import type { Language } from '../model/text/localized';
import { textRange } from '../model/text/range';
import type { Completion } from './completion';
import type { LanguageKind } from './yamlPart';
import { beginsRecord, yamlPart } from './yamlPart';

/** A piece of text with places to fill in, as the files of snippets have it. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
  /** It is a whole record. */
  readonly isFileTemplate?: boolean;
}

/** The snippets of each language. */
export type SnippetsByLanguage = { readonly [language in Language]: readonly Snippet[] };

/** What every prefix begins with; nobody types a list of them by chance. */
const beginnings = ['changebook-', 'cb-'];

/** Whether snippets may stand at a place: `record` where a whole one may begin, `part` in the front matter of one. */
export function snippetPlace(
  text: string,
  offset: number,
  kind: LanguageKind | undefined,
): 'record' | 'part' | undefined {
  if (kind !== 'record') return undefined;
  const before = text.slice(0, offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!/^\s*[\w-]*$/.test(line)) return undefined;
  // A record is a file's beginning: what stands below it may become its body.
  const isFirst = before.slice(0, before.length - line.length).trim() === '';
  if (isFirst && line === line.trimStart() && !/^\s*---/.test(text.slice(offset))) return 'record';
  const content = yamlPart(text, kind);
  const isInside = content && offset >= content.start && offset <= content.end;
  return isInside && beginsRecord(text) ? 'part' : undefined;
}

/** The snippets that may stand at a place, those of the editor's language first. */
export function snippetsAt(
  text: string,
  offset: number,
  place: 'record' | 'part',
  snippets: SnippetsByLanguage,
  language: Language,
): Completion[] {
  const [typed = ''] = /[\w-]*$/.exec(text.slice(0, offset)) ?? [];
  const begins = typed !== '' && beginnings.some((own) => own.startsWith(typed) || typed.startsWith(own));
  // Among the keys of a record they would be in the way of what is asked for.
  if (place === 'part' && !begins) return [];
  const range = textRange(offset - typed.length, offset);
  const other = language === 'en' ? 'es' : 'en';
  const listed = [...snippets[language], ...snippets[other]].filter(
    ({ isFileTemplate = false }) => isFileTemplate === (place === 'record'),
  );
  return listed.map(({ prefix, description, body }, at) => ({
    label: prefix[0] ?? '',
    kind: 'snippet',
    detail: description,
    documentation: `\`\`\`markdown\n${body.join('\n')}\n\`\`\``,
    insertText: body.join('\n'),
    snippet: true,
    filterText: prefix.find((own) => own.startsWith(typed)) ?? prefix.join(' '),
    sortText: String(at).padStart(4, '0'),
    range,
    goesOn: false,
  }));
}
