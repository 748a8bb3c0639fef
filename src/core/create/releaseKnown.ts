import type { WorkspaceConfig } from '../config/workspaceConfig';
import { changelogEntry } from '../model/text/changelog';
import { changelogKindOf, changelogKinds } from '../model/text/changelogKinds';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { tagParts } from '../model/text/tagParts';
import { escapeMarkdown } from '../notices/escapeMarkdown';
import { isCostlyMarkdown, itemGroups } from '../notices/noticeMarkup';
import { kindHeadings, listBlock } from '../releaseNotes/releaseMarkdown';
import type { KnownOfChange } from './newChangeInput';
import { changelogItems, effectiveCommits, type ReleasedCommit, ticketsIn } from './releaseCommits';

/** What git knows of a release. */
export interface ReleaseFacts {
  /** Tag of the release before; undefined for the first one. */
  readonly fromTag: string | undefined;
  /** Tag of the release itself; undefined where it has none yet. */
  readonly toTag: string | undefined;
  /** Versions of components by name, before and after. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** What the repository calls its product. */
  readonly product: string;
  /** Newest first. */
  readonly commits: readonly ReleasedCommit[];
  /** Text of CHANGELOG.md after. */
  readonly changelog: string | undefined;
  /** Who is at work. */
  readonly person: string | undefined;
}

/** Components and items of a changelog that are written at most. */
const mostComponents = 50;
const mostItems = 200;
const longestEntry = 50_000;

const words = {
  breaking: { en: 'Breaking: {text}', es: 'Incompatible: {text}' },
  more: {
    en: '{count} {count|more commit|more commits}',
    es: '{count} {count|commit más|commits más}',
  },
} as const satisfies { [name: string]: Localized };

/** What is known of a change from the release that it brings. What git cannot say is left open. */
export function releaseKnown(
  facts: ReleaseFacts,
  config: WorkspaceConfig,
  language: Language,
): KnownOfChange {
  const { fromTag, toTag, person } = facts;
  const components = componentsOf(facts);
  const before = fromTag === undefined ? undefined : tagParts(fromTag).version;
  const version = toTag === undefined ? sharedVersion(components) : tagParts(toTag).version;
  const commits = effectiveCommits(facts.commits);
  const tickets = ticketsIn([...commits, ...facts.commits.filter(({ isMerge }) => isMerge)], config);
  const product = (toTag && tagParts(toTag).version && tagParts(toTag).product) || facts.product;
  return {
    fields: {
      ...(version ? { title: `${product} ${version}` } : {}),
      components,
      ...(tickets.length > 0 ? { tickets: tickets.map((id) => ({ id })) } : {}),
      ...(toTag || version
        ? { release: { ...(version ? { version } : {}), ...(toTag ? { tag: toTag } : {}) } }
        : {}),
      ...(before ? { rollback: { to: before } } : {}),
      ...(person ? { requested_by: person, assignee: person } : {}),
    },
    texts: { changelog: changelogOf(facts, version, commits, language) },
  };
}

type Component = { readonly name: string; readonly from?: string; readonly to?: string };

/** The components whose versions differ; where no manifest tells, the product with the versions of its tags. */
function componentsOf({ before, after, fromTag, toTag, product }: ReleaseFacts): Component[] {
  const tag = toTag === undefined ? undefined : tagParts(toTag);
  const ofTag = tag?.version ? tag.product : '';
  const changed = [...after].filter(([name, to]) => before.get(name) !== to);
  // In a repository of several products a tag may name the one that it is of.
  const own = changed.filter(([name]) => name === ofTag || name.endsWith(`/${ofTag}`));
  const shown = ofTag !== '' && own.length > 0 ? own : changed;
  if (shown.length > 0)
    return shown.slice(0, mostComponents).map(([name, to]) => {
      const from = before.get(name);
      return { name, ...(from ? { from } : {}), to };
    });
  const from = fromTag === undefined ? undefined : (tagParts(fromTag).version ?? fromTag);
  const to = toTag === undefined ? 'TBD' : (tag?.version ?? toTag);
  return [{ name: ofTag || product, ...(from ? { from } : {}), to }];
}

/** The version that all components get, if it is one. */
function sharedVersion(components: readonly Component[]): string | undefined {
  const all = new Set(components.map(({ to }) => to));
  const [only] = all;
  return all.size === 1 && only !== 'TBD' ? only : undefined;
}

/** The entry of the changelog that people wrote, else what commits say. */
function changelogOf(
  { changelog, toTag }: ReleaseFacts,
  version: string | undefined,
  commits: readonly ReleasedCommit[],
  language: Language,
): string | undefined {
  const entry =
    changelog === undefined ? undefined : changelogEntry(changelog, version ?? 'Unreleased', toTag ?? '');
  const written = entry === undefined ? '' : entryText(entry.slice(0, longestEntry), language);
  return written === '' ? commitText(commits, language) : written;
}

function entryText(entry: string, language: Language): string {
  if (isCostlyMarkdown(entry)) return '';
  const groups = itemGroups(entry);
  const itemsOf = (wanted: string | undefined): string[] =>
    groups
      .filter(({ heading }) => changelogKindOf(heading) === wanted)
      .flatMap(({ items }) => items.map(({ markdown }) => markdown))
      .filter(Boolean);
  return blocks(itemsOf(undefined), (kind) => itemsOf(kind), language);
}

function commitText(commits: readonly ReleasedCommit[], language: Language): string | undefined {
  const items = changelogItems(commits);
  const shown = items.slice(0, mostItems);
  const textsOf = (wanted: string | undefined): string[] =>
    shown
      .filter(({ kind }) => kind === wanted)
      .map(({ text, breaking }) =>
        escapeMarkdown(breaking ? fillIn(words.breaking[language], { text }) : text),
      );
  const left = items.length - shown.length;
  const more = left > 0 ? [fillIn(words.more[language], { count: left })] : [];
  return blocks([...textsOf(undefined), ...more], textsOf, language) || undefined;
}

function blocks(
  without: readonly string[],
  itemsOf: (kind: (typeof changelogKinds)[number]) => readonly string[],
  language: Language,
): string {
  const first = without.slice(0, mostItems).map((item) => `- ${item}`);
  const listed = changelogKinds.map((kind) =>
    listBlock(kindHeadings[kind][language], itemsOf(kind).slice(0, mostItems)),
  );
  return [first.join('\n'), ...listed].filter(Boolean).join('\n\n');
}
