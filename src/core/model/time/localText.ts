import { dateOf, wallTime } from './zoneClock';

/** A moment as a person in a zone writes it: `2026-11-24 22:00`. */
export function localText(epochMs: number, zone: string): string {
  const { day, minute } = wallTime(epochMs, zone);
  return `${dateOf(day)} ${clockText(minute)}`;
}

/** A window as a person in a zone writes it: `2026-11-25 22:00–23:00`; a window without length as a moment. */
export function windowBetween(start: number, end: number, zone: string): string {
  const from = localText(start, zone);
  if (end <= start) return from;
  const [first, last] = [wallTime(start, zone), wallTime(end, zone)];
  return `${from}–${last.day === first.day ? clockText(last.minute) : localText(end, zone)}`;
}

/** Minutes since midnight as a clock shows them: `22:00`. From 1440 on they are those of the next day. */
export function clockText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Minutes since midnight of `22:00`; undefined where the text is not a time. `24:00` is the end of the day. */
export function minuteOf(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text.trim());
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}
