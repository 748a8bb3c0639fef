import type { Mention } from '../../../../../src/core/language/mentions/mention';
import { namingFiles, namingTest } from '../../../../../src/core/language/mentions/namingFiles';
import { textPlace } from '../../../../../src/core/language/mentions/textPlace';
import { newNameFault } from '../../../../../src/core/language/rename/newNameFault';
import { planRename } from '../../../../../src/core/language/rename/planRename';
import { type RenameInput, renamableAt } from '../../../../../src/core/language/rename/renamable';
import { renameRefusalText } from '../../../../../src/core/language/rename/renameRefusals';
import { applyEdits } from '../../../../../src/core/model/text/edit';
import { configOf, indexOf, MemoryFacts, type Texts, testNow } from '../../../support/memoryWorkspace';
import { atCursor } from '../cursorText';

/** What a rename at a place came to: the texts that changed, and everything that is said about it. */
export interface Renamed {
  readonly refusal?: string;
  readonly placeholder?: string;
  /** The texts of all files afterwards, by their paths afterwards. */
  readonly texts: Texts;
  readonly stale: readonly string[];
  readonly kept: number;
}

export function inputOf(texts: Texts): RenameInput {
  return {
    config: configOf(texts).config,
    index: indexOf(texts),
    files: new MemoryFacts(texts),
    git: 'notAsked',
    now: testNow,
    configFiles: [...texts.keys()].filter((file) => file.startsWith('.changebook/')),
  };
}

/**
 * Renames what stands at the `|` of a part of a file.
 *
 * @param taken ids on other branches
 */
export function rename(
  texts: Texts,
  file: string,
  marked: string,
  name: string,
  taken?: Set<string>,
): Renamed {
  const input = inputOf(texts);
  const whole = (texts.get(file) ?? '').replace(marked.replace('|', ''), () => marked);
  const { text, offset } = atCursor(whole);
  const found = renamableAt(text, offset, textPlace(file), input);
  if (!found) return { texts, stale: [], kept: 0, refusal: 'nothing of ours' };
  if ('refusal' in found)
    return { texts, stale: [], kept: 0, refusal: renameRefusalText(found.refusal, 'en') };
  const { placeholder, mention } = found;
  const fault = newNameFault(mention, name, input, taken);
  const plan = fault
    ? { refusal: fault }
    : planRename({ mention, name, file }, mayName(mention, texts, input), input);
  if ('refusal' in plan)
    return { texts, stale: [], kept: 0, placeholder, refusal: renameRefusalText(plan.refusal, 'en') };
  const after = new Map(
    [...texts].map(([path, own]): [string, string] => {
      const moved = plan.move?.from === path ? plan.move.to : path;
      return [moved, applyEdits(own, plan.edits.get(path) ?? []).text];
    }),
  );
  const stale = plan.stale.map(({ id, sentence }) => `${id}: ${sentence.en}`);
  return { texts: after, placeholder, stale, kept: plan.kept };
}

function mayName(mention: Mention, texts: Texts, input: RenameInput): Texts {
  const test = namingTest(mention, input);
  const files = namingFiles(mention, input).filter((file) => test(file, texts.get(file) ?? ''));
  return new Map(files.map((file) => [file, texts.get(file) ?? '']));
}

/** The lines that are there now and were not before, each as `file: line`; a file that moved is told first. */
export function newLines(before: Texts, { texts: after }: Renamed): string[] {
  const moved = [...after.keys()].filter((file) => !before.has(file)).map((file) => `→ ${file}`);
  const old = new Set([...before.values()].flatMap((text) => text.split('\n')));
  const lines = [...after].flatMap(([file, text]) =>
    text.split('\n').flatMap((line) => (old.has(line) ? [] : [`${file}: ${line}`])),
  );
  return [...moved, ...lines];
}
