const shortForm = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/;
const isoForm = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Minutes of a duration such as `15m`, `1h30m` or `PT15M`; undefined where the text is not a duration. */
export function durationMinutes(text: string): number | undefined {
  const match = shortForm.exec(text) ?? isoForm.exec(text);
  if (!match || !/\d/.test(text)) return undefined;
  const [, days = 0, hours = 0, minutes = 0] = match;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** A year: a mistyped duration must not lead out of the range of dates. */
export const longestWindow = 366 * 1440;

/** Minutes of a window's duration; 0 where the text is not a duration. */
export function windowMinutes(text: string | undefined): number {
  return Math.min(durationMinutes(text ?? '') ?? 0, longestWindow);
}

/** A duration of so many minutes as records write it: `1h30m`. */
export function durationText(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return `${days > 0 ? `${days}d` : ''}${hours > 0 ? `${hours}h` : ''}${rest > 0 ? `${rest}m` : ''}`;
}

/** Minutes as people read them at a glance: `1 h 30 min`. */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Minutes of any length as people read them: `2 d 3 h 15 min`. */
export function longMinutesText(minutes: number): string {
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440];
  if (days === 0) return minutesText(minutes);
  return rest === 0 ? `${days} d` : `${days} d ${minutesText(rest)}`;
}
