import type { Language, Localized } from '../model/text/localized';
import { fillIn } from '../model/text/localized';
import { localText } from '../model/time/localText';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { movableChange, slotsOf } from '../schedule/slotFix';
import { slotMoveText } from '../schedule/slotMoveText';
import { isOpen } from '../workflow/stages';

/** A start that no rule of the schedule speaks against, as its change writes it. */
export interface OfferedStart {
  readonly text: string;
  /** The day of the week, and until when. */
  readonly detail: string;
  /** What moved it there; empty where nothing did. */
  readonly moved: string;
}

/** Gives the next starts after a moment, which defaults to now. */
export type OfferStarts = (after?: number) => readonly OfferedStart[];

const mostStarts = 5;
const until: Localized = { en: '{day}, until {end}', es: '{day}, hasta el {end}' };

/** What offers starts to the change of a file; undefined where it has ended, or is none. */
export function startsFor(
  text: string,
  file: string,
  input: WorkspaceCheckInput,
  language: Language,
): OfferStarts | undefined {
  const entry = input.index.entry(file);
  if (entry?.summary.type !== 'change' || !isOpen(entry.summary.stage)) return undefined;
  return (after) => {
    const change = movableChange(text, entry, input);
    if (!change) return [];
    const { zone, write } = change;
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone });
    return slotsOf(change, input, mostStarts, after).slots.flatMap(({ start, end, moved }) => {
      const written = write(start);
      if (written === undefined) return [];
      const detail = fillIn(until[language], { day: weekday.format(start), end: localText(end, zone) });
      return [{ text: written, detail, moved: slotMoveText(moved, language) }];
    });
  };
}
