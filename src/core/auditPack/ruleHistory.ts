import { type ConfigText, configTypeOf } from '../config/configFiles';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { changedAttributes, type GuardedFile } from '../diff/changedAttributes';
import { looseningText } from '../diff/diffText';
import type { Loosening } from '../diff/loosening';
import { loosenings } from '../diff/loosenings';
import { procedureLoosenings } from '../diff/procedureLoosenings';
import type { ParsedRecord } from '../model/parse/record';
import { type Localized, localized } from '../model/text/localized';
import { readConfig } from '../rules/readConfig';
import type { Period } from './packOptions';

/** A commit with which something came into force, on the branch that is looked at. */
export interface RuleCommit {
  readonly commit: string;
  /** When it was committed there, in milliseconds since 1970. */
  readonly at: number;
  /** Authors of what it brought, each with an address; of a merge those of the commits that it merged, too. */
  readonly by: readonly string[];
  readonly subject: string;
}

/** The configuration as a commit left it. */
export interface ConfigVersion {
  readonly made: RuleCommit;
  readonly texts: readonly ConfigText[];
  /** The `.gitattributes` files that it changed. */
  readonly guarded: readonly GuardedFile[];
}

/** A procedure as a commit left it. */
export interface ProcedureVersion {
  readonly made: RuleCommit;
  readonly file: string;
  readonly id: string;
  /** Undefined where it came with the commit, and where it went. */
  readonly before: ParsedRecord | undefined;
  readonly after: ParsedRecord | undefined;
}

/** Something that the rules no longer asked for: since when, by whom, and until when. */
export interface RuleLoosening {
  readonly made: RuleCommit;
  /** Undefined where it is in force still. */
  readonly ended?: RuleCommit;
  readonly file: string;
  readonly text: Localized;
}

/** The history of what a workspace asks for, as far as a period goes. */
export interface RuleHistory {
  readonly loosened: readonly RuleLoosening[];
  /** The commit with which the configuration begins; undefined where there is none. */
  readonly begins?: RuleCommit;
  /** How many commits of the period touched it, whether they loosened anything or not. */
  readonly commits: number;
}

/**
 * Everything that a configuration asked less for than before, from each of its versions to the next. With the first version
 * there is nothing to compare.
 *
 * @param versions oldest first
 */
export function configHistory(versions: readonly ConfigVersion[]): RuleLoosening[] {
  const configs = versions.map(({ texts }) => readConfig(texts).config);
  return versions.flatMap(({ made, texts, guarded }, at): RuleLoosening[] => {
    const [before, after] = [configs[at - 1], configs[at]];
    if (!before || !after) return [];
    const main = texts.find(({ file }) => configTypeOf(file) === 'config')?.file;
    const found = loosenings(before, after, main);
    const ends = endsOf(found, before, configs.slice(at + 1));
    const known = found.map((one, place): RuleLoosening => {
      const ended = ends[place] === undefined ? undefined : versions[at + 1 + ends[place]]?.made;
      const text = localized((language) => looseningText(one, language));
      return { made, ...(ended ? { ended } : {}), file: one.file, text };
    });
    return [...known, ...attributeHistory({ made, guarded }, versions.slice(at + 1))];
  });
}

/** For each of some loosenings, which of the later configurations is the first without it; undefined where none is. */
function endsOf(
  found: readonly Loosening[],
  before: WorkspaceConfig,
  later: readonly WorkspaceConfig[],
): (number | undefined)[] {
  const ends: (number | undefined)[] = found.map(() => undefined);
  let open = found.map((one, place) => ({ place, sense: senseOf(one) }));
  for (const [at, config] of later.entries()) {
    if (open.length === 0) break;
    const still = new Set(loosenings(before, config).map(senseOf));
    for (const { place, sense } of open) if (!still.has(sense)) ends[place] = at;
    open = open.filter(({ place }) => ends[place] === undefined);
  }
  return ends;
}

/** Kinds that say the same of one thing, only more or less of it. */
const families: { readonly [kind in Loosening['kind']]?: string } = {
  'rule-off': 'rule',
  'rule-lowered': 'rule',
  'freeze-removed': 'freeze',
  'freeze-softened': 'freeze',
};

/** What a loosening is about, whatever its values: by that the same one is found in a later configuration. */
function senseOf({ kind, about, from, to, files = [] }: Loosening): string {
  const family = families[kind] ?? kind;
  const isByValue = /^(?:rule|records|stage|released|performer)/.test(family);
  const values = isByValue ? [] : family === 'holder-added' || family === 'move-added' ? [from, to] : [from];
  return JSON.stringify([family, about, values, files]);
}

/** Attributes by which git hides or converts files, from the commit that brought the line to the one that took it away. */
function attributeHistory(
  { made, guarded }: Pick<ConfigVersion, 'made' | 'guarded'>,
  later: readonly ConfigVersion[],
): RuleLoosening[] {
  return changedAttributes(guarded).map(({ file, to, text }) => {
    const isGone = ({ after }: GuardedFile): boolean =>
      !after.split(/\r?\n/).some((line) => line.trim() === to);
    const end = later.find((version) => version.guarded.some((one) => one.file === file && isGone(one)));
    return { made, ...(end ? { ended: end.made } : {}), file, text: localized(text) };
  });
}

/**
 * Everything that procedures asked less for than before.
 *
 * @param versions oldest first
 */
export function procedureHistory(versions: readonly ProcedureVersion[]): RuleLoosening[] {
  return versions.flatMap(({ made, file, id, before, after }, at): RuleLoosening[] => {
    if (!after) return [];
    const later = versions.slice(at + 1).filter((one) => one.id === id);
    return textsOf(file, before, after).map((text) => {
      const end = later.find((one) => {
        const now = one.after && textsOf(one.file, before, one.after);
        return !now?.some((still) => still.en === text.en);
      });
      return { made, ...(end ? { ended: end.made } : {}), file, text };
    });
  });
}

function textsOf(file: string, before: ParsedRecord | undefined, after: ParsedRecord): Localized[] {
  return procedureLoosenings([{ file, before, after }]).map(({ text }) => localized(text));
}

/** Those that were in force at some time of a period, in the order in which they came. */
export function inForce(all: readonly RuleLoosening[], period: Period): RuleLoosening[] {
  return all
    .filter(({ made, ended }) => made.at < period.end && (ended === undefined || ended.at >= period.start))
    .sort((one, other) => one.made.at - other.made.at);
}
