/** What pending changes can be grouped by. */
export const groupings = ['window', 'customer', 'environment', 'status', 'waits-on'] as const;
/** The same in Spanish. */
export const spanishGroupings = ['ventana', 'cliente', 'entorno', 'estado', 'espera-a'];

export type Grouping = (typeof groupings)[number];

/** The grouping with a name, else `window`. */
export function groupingNamed(name: unknown): Grouping {
  return groupings.find((grouping) => grouping === name) ?? 'window';
}

/** The parties that changes wait on, in the order in which they are listed. */
export const waiters = ['us', 'customer', 'partner', 'nobody'] as const;
/** The same in Spanish. */
export const spanishWaiters = ['nosotros', 'cliente', 'socio', 'nadie'];
