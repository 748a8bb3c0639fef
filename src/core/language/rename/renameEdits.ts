import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { TextEdit } from '../../model/text/edit';
import { headingStartsWith } from '../../model/text/headings';
import { plainName } from '../../model/text/plainName';
import { type TextRange, textRange } from '../../model/text/range';
import { samePlainTitle } from '../../model/vocabulary/sections';
import type { Mention } from '../mentions/mention';
import { asYaml } from '../plainText';
import { isByKey } from './isByKey';
import { likeWritten } from './movedFile';

/** What is called by another name, and by which. */
export interface NewName {
  readonly mention: Mention;
  readonly name: string;
  /** Of a heading, its new anchor. */
  readonly anchor?: string | undefined;
}

/** Whether a place calls the thing by another of its names, which it keeps: by its key, an alias or an address. */
export function isOtherName(place: Mention, { mention }: NewName, config: WorkspaceConfig): boolean {
  if (place.kind === 'customer') return isByKey(place, config) !== isByKey(mention, config);
  const byName = place.kind === 'environment' || place.kind === 'person';
  return byName && plainName(place.written) !== plainName(mention.written);
}

/** The edit after which a place has the new name, written as there; none where it need not change. */
export function renameEdits(place: Mention, renamed: NewName): TextEdit[] {
  const { range, written } = place;
  const name = place.kind === 'record' ? likeWritten(written, renamed.name) : renamed.name;
  switch (place.style) {
    case 'text':
      return [{ range, text: name }];
    case 'comment':
      return [
        { range, text: place.quote === '' && /[\s"']/.test(name) ? `"${name.replaceAll('"', "'")}"` : name },
      ];
    case 'fragment':
      return renamed.anchor === undefined ? [] : [{ range, text: renamed.anchor }];
    case 'start':
      return startEdits(place, renamed);
    case 'yaml':
      return place.kind === 'heading' && samePlainTitle(name, written) ? [] : [yamlEdit(place, name)];
    default:
      return [];
  }
}

/** A name as a value of YAML, in the quotes of the old one. Behind an id may stand a version, which stays. */
function yamlEdit({ kind, range, quote }: Mention, name: string): TextEdit {
  if (kind === 'record') return { range, text: name };
  return { range: withQuotes(range, quote), text: asYaml(name, quote) };
}

function withQuotes({ start, end }: TextRange, quote: string): TextRange {
  return textRange(start - quote.length, end + quote.length);
}

/** A number in front of a title: `5.` of `5. Release`. */
const number = /^\d+(?:\.\d+)*\.?(?=\s|$)/;

/** A gate that names how a title begins stays where the new title begins so, and names the new number where it named the old one. */
function startEdits({ range, written, quote }: Mention, { mention, name }: NewName): TextEdit[] {
  if (headingStartsWith(name, written)) return [];
  const [old] = number.exec(mention.written) ?? [];
  const [now] = number.exec(name) ?? [];
  const byNumber =
    old !== undefined && now !== undefined && written.trim().replace(/\.$/, '') === old.replace(/\.$/, '');
  return [{ range: withQuotes(range, quote), text: asYaml(byNumber ? now : name, quote) }];
}
