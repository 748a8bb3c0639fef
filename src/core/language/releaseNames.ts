import { tagParts } from '../model/text/tagParts';
import type { ValueName } from './completion';
import type { LanguageInput } from './languageInput';
import { type OutlineList, type OutlineMap, textUnder } from './outline';
import { plainNames } from './valueNames';

/** Fields about which git has something to say once it is asked, by what they hold. */
const asked: { readonly [path: string]: 'name' | 'before' | 'now' | 'tag' | 'ticket' } = {
  components: 'name',
  'components.name': 'name',
  'components.from': 'before',
  'components.to': 'now',
  'rollback.to': 'before',
  'release.version': 'now',
  'release.tag': 'tag',
  tickets: 'ticket',
  'tickets.id': 'ticket',
};

/** Whether git has something to say about a field of a record. */
export function asksRelease(path: string): boolean {
  return Object.hasOwn(asked, path);
}

const since = { en: 'since {tag}', es: 'desde {tag}' };

/**
 * What git and the other records say of a release: its components with their versions, what they were at the last tag,
 * and the tickets that commits since then name.
 *
 * @param holder what holds the field: the version of a component is that of the name beside it
 */
export function releaseNames(
  path: string,
  { release, index, language }: LanguageInput,
  holder: OutlineMap | OutlineList,
): ValueName[] {
  const what = asked[path];
  if (!what) return [];
  const { tag, before = new Map(), versions = new Map(), tickets = [] } = release ?? {};
  if (what === 'ticket') {
    const detail = since[language].replace('{tag}', () => tag ?? '');
    return [...tickets].reverse().map((value) => ({ value, kind: 'record', detail }));
  }
  if (what === 'name') return [...versions].map(([value, detail]) => ({ value, kind: 'value', detail }));
  if (what === 'tag') return tag === undefined ? [] : plainNames([tag]);
  const own = holder.kind === 'map' ? textUnder(holder, 'name', 'nombre') : undefined;
  const known = what === 'now' ? versions : new Map([...versions, ...before]);
  const named = [...known].sort(([a], [b]) => Number(b === own) - Number(a === own));
  const last = tag === undefined ? undefined : tagParts(tag).version;
  const byVersion = new Map<string, string[]>();
  const add = (version: string | undefined, detail: string): void => {
    if (version) byVersion.set(version, [...(byVersion.get(version) ?? []), detail]);
  };
  // The version of a whole product is that of its tag.
  if (what === 'before' && own === undefined) add(last, tag ?? '');
  for (const [name, version] of named) add(version, name);
  for (const { summary } of index.all()) add(summary.change?.release?.version, summary.id ?? '');
  return [...byVersion].map(([value, details]) => ({
    value,
    kind: 'value',
    detail: details.slice(0, 3).join(', '),
  }));
}
