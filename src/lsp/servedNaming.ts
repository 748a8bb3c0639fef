import type { Mention, NamedThing } from '../core/language/mentions/mention';
import { mentionAt } from '../core/language/mentions/mentionAt';
import { type NamingInput, namingFiles, namingTest } from '../core/language/mentions/namingFiles';
import { textPlace } from '../core/language/mentions/textPlace';
import type { ServedWorkspace } from './servedWorkspace';
import type { ServedText } from './serving';

/** What the caret stands in; undefined where that is no name, or the text is no record. */
export function mentionIn(asked: ServedText, offset: number): Mention | undefined {
  const { workspace, file, text } = asked;
  const place = textPlace(file);
  if (place.kind === 'record' && !workspace.entryOf(file)) return undefined;
  return mentionAt(text, offset, place, workspace.input());
}

/** What tells where to look for names in a workspace. */
export function namingInput(workspace: ServedWorkspace): NamingInput {
  const { config, index } = workspace.input();
  return { config, index, configFiles: workspace.configFiles() };
}

/**
 * The texts of a workspace that may name a thing: as the client holds them, else as they lie on the disk.
 *
 * @param files where to look; everywhere without it
 */
export function namingTexts(
  workspace: ServedWorkspace,
  thing: NamedThing,
  files: readonly string[] = namingFiles(thing, namingInput(workspace)),
): ReadonlyMap<string, string> {
  const mayName = namingTest(thing, namingInput(workspace));
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = workspace.textOf(file);
    if (text !== undefined && mayName(file, text)) texts.set(file, text);
  }
  return texts;
}
