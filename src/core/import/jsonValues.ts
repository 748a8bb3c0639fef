import { jsonDocuments } from '../model/text/jsonDocuments';

/**
 * The value of a JSON text, or several objects and lists one after the other, as command lines print pages.
 *
 * @returns undefined where the text is no JSON, was cut short, or has something else between its values
 */
export function jsonValues(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)];
  } catch {
    const documents = jsonDocuments(text);
    return 'isCut' in documents || documents.length === 0 ? undefined : documents;
  }
}
