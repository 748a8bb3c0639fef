import { readDateTime } from './dateTime';
import { localText } from './localText';
import { offsetAt } from './zoneClock';

const pattern = /^\d{4}-\d{2}-\d{2}(?:([T ])\d{2}:\d{2}(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Writes a moment the way another one is written: local or with an offset, with `T` or a space, with seconds or
 * without. An offset that is the zone's own follows the zone through clock changes.
 *
 * @param like the text whose form is used; without one the moment is written as a local time
 * @returns undefined where this form cannot express the moment, since a clock change doubles its local time
 */
export function writeMoment(epochMs: number, zone: string, like: string | undefined): string | undefined {
  const [, separator = ' ', seconds, offset] = pattern.exec(like?.trim() ?? '') ?? [];
  const tail = seconds ? ':00' : '';
  if (offset === undefined) {
    const text = localText(epochMs, zone).replace(' ', separator) + tail;
    const read = readDateTime(text, zone);
    return read.ok && read.epochMs === epochMs ? text : undefined;
  }
  const before = readDateTime(like ?? '', zone);
  const written = writtenMinutes(offset);
  const followsZone =
    before.ok && offset.toUpperCase() !== 'Z' && zoneMinutes(before.epochMs, zone) === written;
  const minutes = followsZone ? zoneMinutes(epochMs, zone) : written;
  const wall = localText(epochMs + minutes * 60_000, 'UTC').replace(' ', separator);
  return `${wall}${tail}${offsetLike(offset, minutes)}`;
}

/** How far a zone's clock is ahead of UTC at a moment, in minutes. */
export function zoneMinutes(epochMs: number, zone: string): number {
  return Math.floor(offsetAt(zone, epochMs) / 60_000);
}

function writtenMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}

/** An offset of so many minutes, written in the form of another one. */
export function offsetLike(offset: string, minutes: number): string {
  if (offset.toUpperCase() === 'Z') return offset;
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? '-' : '+';
  if (offset.length === 3 && rest === 0) return `${sign}${two(hours)}`;
  return `${sign}${two(hours)}${offset.length === 5 ? '' : ':'}${two(rest)}`;
}
