import type { RecordSummary } from '../index/recordSummary';
import type { Language, Localized } from '../model/text/localized';
import { durationText, minutesText } from '../model/time/duration';
import { type SpokenAt, spokenDate } from '../model/time/spokenMoment';
import { momentAt } from '../model/time/zoneClock';
import type { FieldType } from '../model/vocabulary/fieldType';
import type { ValueName } from './completion';
import type { FieldPlace } from './fieldAt';
import type { LanguageInput } from './languageInput';
import type { OfferedStart } from './offeredStarts';
import { type OutlineMap, textUnder } from './outline';
import { asMarkdown } from './plainText';
import { hasZone, type SaidTime, saidTimes, spokenAt } from './saidTimes';

/** Whether a field holds a moment or a day. */
export function isTime({ kind }: FieldType): boolean {
  return kind === 'dateTime' || kind === 'date';
}

/** Fields that may be a start: of the window, and of each of its phases. */
const startPath = /^schedule\.(?:phases\.)?start$/;

/**
 * What a moment or a day may be: what is typed, where that is said in words, as records write it; for a start also the
 * next slots, of a day that is named those from that day on; for what has happened this moment.
 */
export function timeNames(
  { type, path }: FieldPlace,
  { config, now, starts, language }: LanguageInput,
  root: OutlineMap,
  typed: string,
): ValueName[] {
  if (now === undefined) return [];
  const customer = textUnder(root, 'customer', 'cliente');
  const at = spokenAt(path, customer, { config, now });
  const zoned = hasZone(config, customer);
  const words = typed.trim();
  const isWords = words !== '' && !/^\d{4}-/.test(words);
  const said = isWords ? saidTimes(words, type, at, zoned) : [];
  const day = isWords && startPath.test(path) ? dayBegun(words, at) : undefined;
  // What is typed stands for all of them, so that the list stays while more is typed.
  const as = isWords ? typed : undefined;
  const own = said.map((each) => ofWords(each, language, as));
  if (own.length > 0 && day?.isAll !== true) return own;
  if (startPath.test(path))
    return [...own, ...(starts?.(day?.from) ?? []).map((start) => ofStart(start, as))];
  if (type.kind === 'dateTime' && !at.past) return [];
  const present = type.kind === 'date' ? presentWords.day : presentWords.moment;
  return saidTimes(present[language], type, at, zoned).map((each) => ofWords(each, language, as));
}

/** The beginning of the day that words name, and whether they name no more: `martes`, `martes 2`. */
function dayBegun(
  words: string,
  at: SpokenAt,
): { readonly from: number; readonly isAll: boolean } | undefined {
  const parts = words.split(/\s+/);
  for (let count = parts.length; count > 0; count--) {
    const said = spokenDate(parts.slice(0, count).join(' '), at);
    if (said.ok) return { from: momentAt(said.day, 0, at.zone), isAll: count === parts.length };
  }
  return undefined;
}

const presentWords = {
  day: { en: 'today', es: 'hoy' },
  moment: { en: 'now', es: 'ahora' },
} satisfies { [what: string]: Localized };

function ofWords({ text, taken }: SaidTime, language: Language, typed?: string): ValueName {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const detail = weekday.format(Date.parse(text.slice(0, 10)));
  // It repeats what was typed.
  const documentation = asMarkdown(taken[language], 200);
  return { value: text, kind: 'value', plain: true, detail, documentation, ...(typed ? { typed } : {}) };
}

function ofStart({ text, detail, moved }: OfferedStart, typed?: string): ValueName {
  const documentation = moved === '' ? {} : { documentation: moved };
  return { value: text, kind: 'value', plain: true, detail, ...documentation, ...(typed ? { typed } : {}) };
}

/** Durations that most windows, outages and ways back have. */
const usualMinutes = [15, 30, 60, 90, 120, 180, 240, 480];
/** So many of those that other changes have come first. */
const mostOfOthers = 5;

/** Durations: those that changes of this workspace have most, and the usual ones. */
export function durationNames(path: string, { index }: Pick<LanguageInput, 'index'>): ValueName[] {
  const counts = new Map<number, number>();
  for (const { summary } of index.all()) {
    const minutes = minutesOf(summary, path);
    if (minutes) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  const others = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, mostOfOthers);
  const known = new Set([...others.map(([minutes]) => minutes), ...usualMinutes]);
  return [...known].map((minutes) => ({
    value: durationText(minutes),
    kind: 'value',
    plain: true,
    detail: minutesText(minutes),
  }));
}

function minutesOf({ change }: RecordSummary, path: string): number | undefined {
  if (path.endsWith('outage')) return change?.outageMinutes;
  if (path !== 'schedule.duration' || change?.start === undefined || change.phases) return undefined;
  return Math.round(((change.end ?? change.start) - change.start) / 60_000);
}
