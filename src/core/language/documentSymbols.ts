import type { Language } from '../model/text/localized';
import type { DocumentPart } from './documentPart';
import { documentParts } from './documentParts';
import type { LanguageKind } from './yamlPart';

/**
 * What an outline shows of a text: front matter with its fields, sections with their steps. Of what stands on one line
 * only the field itself, so that those that people look for are found among them.
 *
 * @param language the language that the editor speaks
 */
export function documentSymbols(
  text: string,
  kind: LanguageKind,
  language: Language,
): readonly DocumentPart[] {
  const shown = (part: DocumentPart): DocumentPart => {
    const isField = part.kind === 'field' || part.kind === 'item';
    const isLine = isField && !/[\r\n]/.test(text.slice(part.range.start, part.range.end));
    return { ...part, children: isLine ? [] : part.children.map(shown) };
  };
  return documentParts(text, kind, language).parts.map(shown);
}
