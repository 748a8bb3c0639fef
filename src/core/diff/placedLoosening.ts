import { type ConfigText, configTypeOf } from '../config/configFiles';
import { readConfigFile } from '../config/readConfigFile';
import { locate } from '../model/parse/located';
import type { FieldPath } from '../model/parse/problem';
import type { Language } from '../model/text/localized';
import { type LineRange, textRange } from '../model/text/range';
import { looseningText } from './diffText';
import type { Loosening } from './loosening';

/** A loosening with its place and its sentence. */
export interface PlacedLoosening
  extends Pick<Loosening, 'kind' | 'rules' | 'from' | 'to' | 'about' | 'file'> {
  readonly range: LineRange;
  text(language: Language): string;
}

/** Finds the place of a loosening in the current configuration. */
export function placeLoosening(loosening: Loosening, texts: readonly ConfigText[]): PlacedLoosening {
  const range = rangeIn(texts, loosening.file, loosening.path);
  return { ...loosening, range, text: (language) => looseningText(loosening, language) };
}

/** The place of a key, else of what stands above it, else the beginning of the file. */
function rangeIn(texts: readonly ConfigText[], file: string, path: FieldPath): LineRange {
  const text = texts.find((candidate) => candidate.file === file)?.text ?? '';
  const read = readConfigFile(configTypeOf(file) ?? 'config', file, text);
  for (let length = path.length; length > 0; length--) {
    const place = locate(read.located, path.slice(0, length));
    // Keys that the schema does not list, such as names of rules and states, are found as they are written.
    const entries = place?.node.kind === 'map' ? place.node.entries : [];
    const inside = entries.find(({ key }) => key === path[length]);
    const range = inside?.keyRange ?? place?.keyRange ?? place?.node.range;
    if (range) return read.lines.rangeAt(range);
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return read.lines.rangeAt(textRange(start, start));
}
