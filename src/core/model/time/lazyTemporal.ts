import type * as TemporalPolyfill from 'temporal-polyfill';

let loaded: typeof TemporalPolyfill.Temporal | undefined;

/**
 * Temporal, loaded at the first moment near a clock change. Loading costs as much as checking dozens of records, and
 * most moments do not need it.
 */
export function temporal(): typeof TemporalPolyfill.Temporal {
  loaded ??= (require('temporal-polyfill') as typeof TemporalPolyfill).Temporal;
  return loaded;
}
