import { customerNameOf } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { Language } from '../model/text/localized';
import { plainName, withoutAccents } from '../model/text/plainName';
import type { LanguageInput } from './languageInput';
import { oneLine } from './plainText';
import { statusName, versionName } from './recordNames';

/** A record as people look for it among all. */
export interface RecordSymbol {
  readonly entry: IndexEntry;
  /** Its id and title; plain text. */
  readonly name: string;
  /** Its state or version, and its customer. */
  readonly detail: string;
}

/**
 * The records whose id or title holds every word of a text, in whatever case and accents: those whose id it ends or begins
 * first, then the newest ids.
 *
 * @param most as many are listed
 */
export function recordSymbols(
  { index, config }: Pick<LanguageInput, 'index' | 'config'>,
  text: string,
  language: Language,
  most = 200,
): RecordSymbol[] {
  const wanted = looked(text).split(' ').filter(Boolean);
  const found: { readonly entry: IndexEntry; readonly id: string; readonly rank: number }[] = [];
  for (const entry of index.all()) {
    const { id, title } = entry.summary;
    if (!id) continue;
    const [own, whole] = [looked(id), looked(`${id} ${title}`)];
    if (!wanted.every((word) => whole.includes(word))) continue;
    const first = wanted[0] ?? '';
    const rank = first !== '' && (own.endsWith(first) || own.startsWith(first)) ? 0 : 1;
    found.push({ entry, id, rank });
  }
  found.sort((a, b) => a.rank - b.rank || (a.id < b.id ? 1 : -1));
  return found.slice(0, most).map(({ entry, id }) => {
    const { title, customer } = entry.summary;
    const state = versionName(entry.summary, language) ?? statusName(entry.summary, language);
    const detail = [state, customerNameOf(config, customer)]
      .filter(Boolean)
      .map((part) => oneLine(part ?? '', 60));
    return { entry, name: oneLine(`${id} ${title}`, 200), detail: detail.join(' · ') };
  });
}

function looked(text: string): string {
  return withoutAccents(plainName(text));
}
