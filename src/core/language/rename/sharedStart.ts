import { mentionsIn } from '../mentions/mentionsIn';
import type { NamingText } from '../mentions/placesNaming';
import { textPlace } from '../mentions/textPlace';
import type { RenameInput } from './renamable';
import { type NewName, renameEdits } from './renameEdits';
import { type RenameRefusal, renameRefusal } from './renameRefusals';

/** Why a heading keeps its title: a gate that would have to follow it names another one by the same beginning. */
export function sharedStart(
  found: readonly NamingText[],
  renamed: NewName,
  input: RenameInput,
): RenameRefusal | undefined {
  for (const { file, text, mentions } of found) {
    const starts = mentions.filter(
      (place) => place.style === 'start' && renameEdits(place, renamed).length > 0,
    );
    if (starts.length === 0) continue;
    const all = mentionsIn(text, textPlace(file), input, 'heading');
    for (const { range, key, written } of starts) {
      const other = all.find(
        (one) => one.style === 'start' && one.range.start === range.start && one.key !== key,
      );
      const title = other && all.find((one) => one.defines && one.key === other.key)?.written;
      if (title !== undefined) return renameRefusal('sharedStart', { other: title, start: written });
    }
  }
  return undefined;
}
