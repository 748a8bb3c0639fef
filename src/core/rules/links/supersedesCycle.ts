import type { RecordIndex } from '../../index/recordIndex';
import type { RecordReference, RecordSummary } from '../../index/recordSummary';
import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `links/supersedes-cycle`: following up ends somewhere. */
export const supersedesCycle = defineRule({
  id: 'links/supersedes-cycle',
  scope: 'workspace',
  severity: 'error',
  lasts: 'always',
  reads: ['supersedes'],
  sources: ['M'],
  title: { en: 'Changes that supersede each other in a circle', es: 'Cambios que se reemplazan en círculo' },
  explanation: {
    en: 'When a release does not pass its tests, another change follows it up and names it in `supersedes`. In a circle no change is the last one, and nobody can tell which of them counts.',
    es: 'Cuando una publicación no supera sus pruebas, otro cambio le da continuidad y la nombra en `reemplaza`. En un círculo ningún cambio es el último y no se sabe cuál vale.',
  },
  messages: {
    circle: {
      en: 'These changes supersede each other in a circle: {chain}.',
      es: 'Estos cambios se reemplazan en círculo: {chain}.',
    },
    next: { en: 'This one closes the circle.', es: 'Este cierra el círculo.' },
  },
  *check(summary, context) {
    const own = supersedes(summary);
    if (!own || !summary.id) return;
    const chain = circleFrom(summary.id, own, context.index);
    if (!chain) return;
    const related = chain.slice(1, -1).flatMap((id) => {
      const entry = context.index.byId(id);
      return entry ? [{ file: entry.file, range: unpackRange(entry.summary.idRange), message: 'next' }] : [];
    });
    yield { message: 'circle', range: unpackRange(own.range), args: { chain: chain.join(' → ') }, related };
  },
});

function supersedes(summary: RecordSummary): RecordReference | undefined {
  return summary.references.find((reference) => reference.kind === 'supersedes');
}

/** The ids from `start` back to itself; undefined where the chain ends, or turns in a circle further on. */
function circleFrom(start: string, first: RecordReference, index: RecordIndex): string[] | undefined {
  const chain = [start, first.id];
  const seen = new Set([first.id]);
  for (let id = first.id; id !== start; ) {
    const target = index.byId(id);
    const next = target && supersedes(target.summary)?.id;
    if (!next || (next !== start && seen.has(next))) return undefined;
    seen.add(next);
    chain.push(next);
    id = next;
  }
  return chain;
}
