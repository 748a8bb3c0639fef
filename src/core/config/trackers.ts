import type { ConfigData } from '../model/schema/recordData';
import { encodeUriPart } from '../model/text/encodeUriPart';
import { isCostlyPattern, longestId } from './costlyPatterns';
import { perConfig } from './perConfig';

/** The address of a ticket in the tracker whose pattern matches its id; undefined where none does. */
export function trackerUrl(id: string, trackers: ConfigData['trackers']): string | undefined {
  if (!trackers || id.length > longestId) return undefined;
  const tracker = patternsOf(trackers).find(({ fits, url }) => url !== undefined && fits.test(id));
  return tracker?.url?.replaceAll('{id}', encodeUriPart(id));
}

/** Whether a whole word is a ticket by the pattern of a tracker. */
export function isTrackerTicket(word: string, trackers: ConfigData['trackers']): boolean {
  if (!trackers || word.length > longestId) return false;
  return patternsOf(trackers).some(({ fitsWhole }) => fitsWhole.test(word));
}

/** What is made of a tracker's pattern. */
interface TrackerPattern {
  readonly fits: RegExp;
  readonly fitsWhole: RegExp;
  readonly url: string | undefined;
}

/** Invalid and costly patterns, which a rule reports, fit nothing. */
const patternsOf = perConfig((trackers: NonNullable<ConfigData['trackers']>): TrackerPattern[] =>
  trackers.flatMap(({ pattern, url }) => {
    if (!pattern || isCostlyPattern(pattern)) return [];
    try {
      return { fits: new RegExp(pattern, 'u'), fitsWhole: new RegExp(`^(?:${pattern})$`, 'u'), url };
    } catch {
      return [];
    }
  }),
);
