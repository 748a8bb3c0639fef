import { placeOf } from '../../findings/places';
import type { RecordSummary } from '../../index/recordSummary';
import { unpackRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';

/** `tickets/unattached`: what is ready to be released is part of a change. */
export const ticketsUnattached = defineRule({
  id: 'tickets/unattached',
  scope: 'workspace',
  severity: 'warning',
  appliesTo: ['ticket'],
  reads: ['status', 'change'],
  sources: ['M'],
  title: { en: 'Ticket that no change delivers', es: 'Incidencia que ningún cambio entrega' },
  explanation: {
    en: 'Bugs and requests are attached to a change as soon as they are ready to be released. One that no open change lists is forgotten at the next release.',
    es: 'Los errores y peticiones se adjuntan a un cambio en cuanto están listos para desplegar. Lo que ningún cambio abierto lista se olvida en el próximo despliegue.',
  },
  messages: {
    unattached: {
      en: 'This ticket is ready to be released, but no open change delivers it; list it under `tickets` of a change.',
      es: 'Esta incidencia está lista para desplegar, pero ningún cambio abierto la entrega; añádela a `tickets` de un cambio.',
    },
  },
  facts: (record, { summary: { id, status } }) =>
    id && status === 'to_be_released' ? record.lines.packedAt(placeOf(record, ['status'])) : undefined,
  *check(place, { index, summary }) {
    const { id = '' } = summary;
    const delivers = (other: RecordSummary | undefined): boolean =>
      other?.type === 'change' && isOpen(other.stage);
    const listed = index.referrersOf(id, 'ticket').some((other) => delivers(other.summary));
    const named = summary.references.some(
      ({ kind, id: change }) => kind === 'change' && delivers(index.byId(change)?.summary),
    );
    if (!listed && !named) yield { message: 'unattached', range: unpackRange(place) };
  },
});
