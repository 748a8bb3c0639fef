import type * as TemporalPolyfill from 'temporal-polyfill';

let loaded: typeof TemporalPolyfill.Temporal | undefined;

/**
 * Temporal, loaded when a moment near a clock change first asks for it: loading costs as much as checking
 * dozens of records, and most days of the year need nothing from it.
 */
export function temporal(): typeof TemporalPolyfill.Temporal {
  loaded ??= (require('temporal-polyfill') as typeof TemporalPolyfill).Temporal;
  return loaded;
}
