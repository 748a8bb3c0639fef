import { applyEdits, type TextEdit } from '../../model/text/edit';
import { isOpen } from '../../workflow/stages';
import type { Mention } from '../mentions/mention';
import { type NamingText, placesNaming } from '../mentions/placesNaming';
import { besideEdits } from './besideEdits';
import { type FileMove, movedFile, pathEdits } from './movedFile';
import { newAnchor } from './newAnchor';
import { environmentScopes, type RenameInput } from './renamable';
import { isOtherName, type NewName, renameEdits } from './renameEdits';
import type { RenameRefusal } from './renameRefusals';
import { sharedStart } from './sharedStart';
import { type StaleWord, staleWords } from './staleWords';
import { tickedSteps } from './tickedSteps';

/** What a rename does: edits of texts, and a file that moves. */
export interface RenamePlan {
  /** By file, as it is called before. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly move: FileMove | undefined;
  /** What people said that does not hold any more. */
  readonly stale: readonly StaleWord[];
  /** Places that stay as they are: what people decided under the old name, and ticks that commits know by their text. */
  readonly kept: number;
}

/** What is to be called otherwise, and by which name. */
export interface RenameWish {
  readonly mention: Mention;
  readonly name: string;
  /** The file in which somebody asks for it. */
  readonly file: string;
  /** Whether files keep their names, where whoever edits the texts can give them no others. */
  readonly keepsFile?: boolean;
}

/**
 * Plans that something is called otherwise wherever texts name it. What has ended keeps the steps and headings that it had.
 *
 * @param texts those that may name it, by file, as they stand now
 */
export function planRename(
  { mention, name, file, keepsFile = false }: RenameWish,
  texts: ReadonlyMap<string, string>,
  input: RenameInput,
): RenamePlan | { readonly refusal: RenameRefusal } {
  const found = placesNaming(mention, texts, input).filter(
    (naming) => naming.file === file || !hasEnded(naming, mention, input),
  );
  const renamed: NewName = { mention, name, anchor: newAnchor(mention, name, found, input) };
  const refusal = sharedStart(found, renamed, input);
  if (refusal) return { refusal };
  const own = mention.kind === 'record' ? input.index.filesWithId(mention.key) : input.configFiles;
  const move = keepsFile ? undefined : movedFile(mention, name, own, input.config);
  const edits = new Map<string, readonly TextEdit[]>();
  let kept = 0;
  for (const naming of found) {
    const plan = planText(naming, renamed, move, input);
    kept += plan.kept;
    if (plan.edits.length > 0) edits.set(naming.file, plan.edits);
  }
  const after = [...edits].map(([path, changes]) => {
    const before = texts.get(path) ?? '';
    return { file: path, before, after: applyEdits(before, changes).text };
  });
  return { edits, move, kept, stale: staleWords(after, input) };
}

/** Whether it is a step or a heading of a change that nobody works on any more. */
function hasEnded({ file }: NamingText, { kind }: Mention, { index }: RenameInput): boolean {
  const summary = kind === 'step' || kind === 'heading' ? index.entry(file)?.summary : undefined;
  return summary?.type === 'change' && !isOpen(summary.stage);
}

function planText(naming: NamingText, renamed: NewName, move: FileMove | undefined, input: RenameInput) {
  const ticked = tickedSteps(naming, renamed.mention.kind);
  const shares = isShared(renamed, input);
  const edits: TextEdit[] = [];
  let kept = 0;
  for (const place of naming.mentions) {
    if (isOtherName(place, renamed, input.config)) continue;
    if (staysAsDecided(place) || ticked(place)) kept++;
    else if (place.style === 'path') edits.push(...pathEdits(place, naming.file, move));
    else if (place.scope === '*' && shares) edits.push(...besideEdits(place, renamed.name, naming.text));
    else edits.push(...renameEdits(place, renamed));
  }
  return { edits, kept };
}

/** What people decided stays under the name under which they did, since commits know it so. */
function staysAsDecided({ decided, kind }: Mention): boolean {
  return decided === true && (kind === 'person' || kind === 'role');
}

/** Whether other customers have an environment of the old name as well. */
function isShared({ mention }: NewName, input: RenameInput): boolean {
  return (
    mention.kind === 'environment' &&
    environmentScopes(mention.key, input).some((one) => one !== mention.scope)
  );
}
