import type { WrittenDeployment } from './listedDeployment';

type State = WrittenDeployment['state'];

/** Words of services and of people for how far a deployment came. */
const words: { readonly [state in State]: readonly string[] } = {
  succeeded: [
    'success',
    'succeeded',
    'successful',
    'active',
    'inactive',
    'ok',
    'done',
    'deployed',
    'exito',
    'correcto',
  ],
  failed: [
    'failure',
    'failed',
    'error',
    'timedout',
    'timed_out',
    'rolled_back',
    'fallo',
    'fallido',
    'revertido',
  ],
  running: ['in_progress', 'running', 'executing', 'cancelling', 'en_curso'],
  notRun: [
    ...['queued', 'pending', 'waiting', 'created', 'blocked', 'skipped', 'scheduled', 'rejected', 'canceled'],
    ...['cancelled', 'abandoned', 'manual', 'pendiente', 'cancelado', 'rechazado'],
  ],
  unknown: [],
};

const byWord: ReadonlyMap<string, State> = new Map(
  Object.entries(words).flatMap(([state, names]) => names.map((name) => [name, state as State] as const)),
);

/** How far a deployment came, by the word of its list. What nobody knows counts as having run. */
export function stateOf(word: string | undefined | null): State {
  const plain = (word ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return byWord.get(plain) ?? 'unknown';
}
