import { percentOf } from '../text/percentOf';
import { momentOf } from './dateTime';
import { durationMinutes, longestWindow } from './duration';

/** A phase as records write it. */
export interface PhaseText {
  readonly name?: string | undefined;
  readonly start?: string | undefined;
  readonly duration?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly share?: string | undefined;
}

/** When a phase of a change takes place. Moments are milliseconds since 1970. */
export interface PhaseWindow {
  /** Its place in the list of phases. */
  readonly at: number;
  readonly name: string;
  readonly start: number;
  /** The start where it has no length. */
  readonly end: number;
  /** Undefined where it is about all of the change's environments. */
  readonly environments?: readonly string[];
  /** Percent of what is deployed to. */
  readonly share?: number;
}

/** The phases of a schedule of which the start can be read, in the order of the record. */
export function phaseWindows(
  schedule: { readonly phases?: readonly PhaseText[] | undefined } | undefined,
  zone: string,
): PhaseWindow[] {
  return (schedule?.phases ?? []).flatMap((phase, at): PhaseWindow[] => {
    const start = momentOf(phase.start, zone);
    if (start === undefined) return [];
    const minutes = Math.min(durationMinutes(phase.duration ?? '') ?? 0, longestWindow);
    const { environments, name = '' } = phase;
    const share = percentOf(phase.share);
    return [
      {
        at,
        name: name || `${at + 1}`,
        start,
        end: start + minutes * 60_000,
        ...(environments && environments.length > 0 ? { environments } : {}),
        ...(share === undefined ? {} : { share }),
      },
    ];
  });
}

/** A phase by its name and its share: `Canary (5 %)`. */
export function phaseTitle({ name, share }: Pick<PhaseWindow, 'name' | 'share'>): string {
  return share === undefined ? name : `${name} (${share} %)`;
}

/** The phase that is on at a moment, else the next one, else the last one. */
export function phaseAt<T extends Pick<PhaseWindow, 'start' | 'end'>>(
  phases: readonly T[],
  moment: number,
): T | undefined {
  return phases.find(({ end }) => moment < end) ?? phases.at(-1);
}
