import { longestText } from '../model/parse/longestText';
import { readBody } from '../model/parse/readBody';
import { readFrontMatter, topOf } from '../model/parse/readFrontMatter';
import { readYaml } from '../model/parse/readYaml';
import { configLimits } from '../model/parse/yamlLimits';
import type { YamlNode } from '../model/parse/yamlTree';
import { LineMap } from '../model/text/lineMap';
import type { Language, Localized } from '../model/text/localized';
import { textRange } from '../model/text/range';
import { bodyParts } from './bodyParts';
import type { DocumentPart } from './documentPart';
import type { LanguageKind } from './yamlPart';
import { yamlParts } from './yamlParts';

/** What it is called in both languages. */
const frontMatterName: Localized = { en: 'Front matter', es: 'Front matter' };

/** A text with its parts in the order in which they stand. */
export interface PartedText {
  readonly lines: LineMap;
  readonly parts: readonly DocumentPart[];
}

/**
 * The parts of a text: its front matter with the fields, its sections with their steps; of the configuration its keys.
 * Of YAML that cannot be read it has the keys that can.
 *
 * @param language the language that the editor speaks
 */
export function documentParts(text: string, kind: LanguageKind, language: Language): PartedText {
  const lines = new LineMap(text);
  if (kind === 'config' || kind === 'customer') {
    const start = topOf(text);
    return { lines, parts: fieldsIn(readYaml(text.slice(start), start, configLimits).root) };
  }
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter?.bodyStart ?? topOf(text);
  // What is too long to be read as a record has no more than front matter here, too.
  const body = text.length > longestText ? [] : bodyParts(lines, readBody(lines, bodyStart), language);
  if (!frontMatter) return { lines, parts: body };
  const { fence, content, yaml } = frontMatter;
  const range = textRange(fence.start, fence.start + text.slice(fence.start, bodyStart).trimEnd().length);
  const head: DocumentPart = {
    kind: 'frontMatter',
    name: frontMatterName[language],
    detail: '',
    range,
    nameRange: fence,
    content: textRange(
      content.start,
      content.start + text.slice(content.start, content.end).trimEnd().length,
    ),
    children: fieldsIn(yaml.root),
  };
  return { lines, parts: [head, ...body] };
}

function fieldsIn(root: YamlNode | undefined): DocumentPart[] {
  return root?.kind === 'map' ? yamlParts(root) : [];
}
