import { plainName } from '../../model/text/plainName';
import type { TextRange } from '../../model/text/range';
import { roleChoice } from '../../model/vocabulary/choices';
import type { WorkspaceCheckInput } from '../../rules/checkRecord';
import { isSameThing, type Mention, type TextPlace } from '../mentions/mention';
import { mentionAt } from '../mentions/mentionAt';
import { mentionsIn } from '../mentions/mentionsIn';
import { type RenameRefusal, renameRefusal } from './renameRefusals';

/** What is known of the workspace in which something is renamed. */
export interface RenameInput extends WorkspaceCheckInput {
  /** Paths of the configuration's files. */
  readonly configFiles: readonly string[];
}

/** A name that may become another one. */
export interface Renamable {
  readonly mention: Mention;
  /** What is typed over. */
  readonly range: TextRange;
  /** What stands in the box at first: of a gate the whole title that it means. */
  readonly placeholder: string;
}

/**
 * What a rename at the caret would rename, or why it cannot.
 *
 * @returns undefined where nothing of ours has a name there: an editor has renamings of its own, such as of any heading
 */
export function renamableAt(
  text: string,
  offset: number,
  place: TextPlace,
  input: RenameInput,
): Renamable | { readonly refusal: RenameRefusal } | undefined {
  const mention = mentionAt(text, offset, place, input);
  if (!mention || mention.style === 'path' || mention.style === 'fragment') return undefined;
  if (mention.kind === 'heading') return renamableHeading(text, mention, place, input);
  const refusal = whyNot(mention, input);
  if (refusal) return { refusal };
  const owned = mention.scope === '*' ? ownedEnvironment(mention, input) : mention;
  if (!owned) return { refusal: renameRefusal('manyEnvironments', { name: mention.written }) };
  return { mention: owned, range: mention.range, placeholder: mention.written };
}

/** A heading, where a gate or another field names it. */
function renamableHeading(
  text: string,
  mention: Mention,
  place: TextPlace,
  input: RenameInput,
): Renamable | undefined {
  const all = mentionsIn(text, place, input, 'heading').filter((other) => isSameThing(other, mention));
  const heading = all.find(({ defines }) => defines);
  const isNamed =
    all.some(({ style }) => style === 'start' || style === 'yaml') || isElsewhere(mention, place, input);
  if (!heading || !isNamed) return undefined;
  return { mention: heading, range: mention.range, placeholder: heading.written };
}

/** Whether the gates of a procedure name it, and not the record itself. */
function isElsewhere({ scope }: Mention, { file }: TextPlace, { index }: RenameInput): boolean {
  return scope !== (index.entry(file)?.summary.id ?? file);
}

function whyNot({ kind, key, written }: Mention, { index }: RenameInput): RenameRefusal | undefined {
  if (kind === 'record') {
    const files = index.filesWithId(key);
    if (files.length === 0) return renameRefusal('noRecord', { name: written });
    const args = { name: key, count: files.length, files: files.slice(0, 5).join(', ') };
    return files.length > 1 ? renameRefusal('sameId', args) : undefined;
  }
  if (kind === 'role' && Object.hasOwn(roleChoice.choices, key))
    return renameRefusal('ownRole', { name: written });
  return kind === 'person' && written.includes('@') ? renameRefusal('address', { name: written }) : undefined;
}

/** The one environment of this name, where there is one only. */
function ownedEnvironment(mention: Mention, input: RenameInput): Mention | undefined {
  const [scope, ...others] = environmentScopes(mention.key, input);
  return others.length > 0 ? undefined : { ...mention, scope: scope ?? '' };
}

/** Whose lists have an environment: keys of customers, and empty for that of the workspace. */
export function environmentScopes(key: string, { config }: Pick<RenameInput, 'config'>): string[] {
  const lists = [['', config.data] as const, ...config.customers];
  return lists.flatMap(([scope, { environments = [] }]) =>
    environments.some(({ name = '' }) => plainName(name) === key) ? [scope] : [],
  );
}
