import { type WorkspaceConfig, zoneOf, zoneOrUtc } from '../config/workspaceConfig';
import type { Localized } from '../model/text/localized';
import { type ReadAnswer, readDayAnswer, readMomentAnswer, takenAs } from '../model/time/momentTexts';
import { type SpokenAt, spokenMoment } from '../model/time/spokenMoment';
import type { FieldType } from '../model/vocabulary/fieldType';

/** A moment or a day in words, as records write it. */
export interface SaidTime {
  readonly text: string;
  /** What the words were taken as. */
  readonly taken: Localized;
}

/** Fields that tell what has happened: a time of day is then the last one. */
const past =
  /^(?:actual|requested_at|reported_at|created|approvals|notifications|hold|agreement\.at)(?:\.|$)/;

/** How words are understood in a field of a record. */
export function spokenAt(
  path: string,
  customer: string | undefined,
  { config, now }: { readonly config: WorkspaceConfig; readonly now: number },
): SpokenAt {
  return { now, zone: zoneOrUtc(config, customer), ...(past.test(path) ? { past: true } : {}) };
}

/**
 * What words say in a field that holds a moment or a day; two where they may mean either, and none where they are no
 * words about time.
 */
export function saidTimes(
  words: string,
  type: Pick<FieldType, 'kind'>,
  at: SpokenAt,
  hasZone: boolean,
): SaidTime[] {
  const read = (text: string): ReadAnswer =>
    type.kind === 'dateTime'
      ? readMomentAnswer(text, at, hasZone ? '2026-01-01 00:00' : undefined)
      : readDayAnswer(text, at);
  return [words, ...eitherOf(words, type, at)].flatMap((text) => {
    const answer = read(text);
    if (!('written' in answer) || !answer.taken) return [];
    const said = text === words ? undefined : spokenMoment(text, at);
    const taken = said?.ok ? takenAs(words, said.epochMs, at.zone) : answer.taken;
    return [{ text: answer.written, taken }];
  });
}

/** The two that words may mean, in other words: `2026-12-01 21:00` and `2026-12-08 21:00` for the weekday of today. */
function eitherOf(words: string, { kind }: Pick<FieldType, 'kind'>, at: SpokenAt): string[] {
  const said = kind === 'dateTime' ? spokenMoment(words, at) : undefined;
  if (!said || said.ok || !said.either) return [];
  const [before = '', clock = ''] = /^(.*?)(\d.*)$/.exec(words)?.slice(1) ?? [];
  // Of a day the two days, of an hour the two hours.
  return said.either.map((each) =>
    said.problem === 'twoDays' ? `${each} at ${clock}` : `${before.replace(/(?:at|a las?) *$/i, '')}${each}`,
  );
}

/** Whether local times have a zone to count in. */
export function hasZone(config: WorkspaceConfig, customer: string | undefined): boolean {
  return zoneOf(config, customer) !== undefined;
}
