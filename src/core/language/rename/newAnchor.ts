import { slugOf } from '../../index/anchors';
import type { Mention } from '../mentions/mention';
import { mentionsIn } from '../mentions/mentionsIn';
import type { NamingText } from '../mentions/placesNaming';
import { textPlace } from '../mentions/textPlace';
import type { RenameInput } from './renamable';

/** The anchor of a heading under its new title; undefined of anything else. */
export function newAnchor(
  { kind, scope }: Mention,
  title: string,
  found: readonly NamingText[],
  input: RenameInput,
): string | undefined {
  if (kind !== 'heading') return undefined;
  const files = input.index.filesWithId(scope);
  const home = found.find(({ file }) => files.includes(file)) ?? found[0];
  const slug = slugOf(title.normalize('NFC'));
  const others = new Set(
    home
      ? mentionsIn(home.text, textPlace(home.file), input, 'heading').flatMap(({ key, defines }) =>
          defines ? [key] : [],
        )
      : [],
  );
  let anchor = slug;
  for (let count = 1; others.has(anchor); count++) anchor = `${slug}-${count}`;
  return anchor;
}
