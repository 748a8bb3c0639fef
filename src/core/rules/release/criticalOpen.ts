import { placeOf } from '../../findings/places';
import { isToCome } from '../../index/criticalTickets';
import type { RecordIndex } from '../../index/recordIndex';
import type { RecordSummary } from '../../index/recordSummary';
import { type PackedRange, unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** So many tickets are named; of the others there is a sign. */
const mostNamed = 5;

/** `release/critical-open`: nothing critical is open in what is released. */
export const releaseCriticalOpen = defineRule({
  id: 'release/critical-open',
  scope: 'workspace',
  severity: 'warning',
  from: 'to_be_reviewed',
  lasts: 'open',
  emergency: { off: true },
  reads: ['components', 'release', 'tickets'],
  sources: ['R'],
  title: { en: 'Critical ticket of the component is open', es: 'Incidencia crítica del componente abierta' },
  explanation: {
    en: 'Before a component is released nobody knows of anything critical in it: open tickets that name it under `components` and are critical or a blocker are solved first, or delivered by this very change (`tickets`). The rule looks at changes that name a `release` or the version that a component gets, from review until they are tested. An emergency goes ahead without it.',
    es: 'Antes de publicar un componente no se conoce nada crítico en él: las incidencias abiertas que lo nombran en `componentes` y son críticas o bloqueantes se resuelven antes, o las entrega este mismo cambio (`tickets`). La regla mira los cambios que nombran una `publicacion` o la versión que recibe un componente, desde la revisión hasta que están en pruebas. Una emergencia sigue adelante sin ella.',
  },
  messages: {
    open: {
      en: '{count|A critical ticket|{count} critical tickets} of {component} {count|is|are} open: {tickets}. Solve {count|it|them} before the release, or deliver {count|it|them} with this change.',
      es: '{count|Hay una incidencia crítica|Hay {count} incidencias críticas} de {component} sin cerrar: {tickets}. {count|Resuélvela|Resuélvelas} antes de publicar, o {count|entrégala|entrégalas} con este cambio.',
    },
  },
  /** Each component, and where it stands. */
  facts(record, { summary }) {
    const { components = [], release } = record.data;
    if (!isToCome(summary) || (!release && !components.some(({ to }) => to))) return undefined;
    const named = components.flatMap(({ name }, at): [string, PackedRange][] =>
      name ? [[name, record.lines.packedAt(placeOf(record, ['components', at, 'name']))]] : [],
    );
    return named.length > 0 ? named : undefined;
  },
  *check(components, { index, summary }) {
    for (const [component, place] of components) {
      const open = openTickets(component, index).filter((ticket) => !delivers(summary, ticket));
      if (open.length === 0) continue;
      const ids = open.map(({ id, title }) => id ?? title);
      const tickets = [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? ['…'] : [])].join(', ');
      yield { message: 'open', range: unpackRange(place), args: { count: open.length, component, tickets } };
    }
  },
});

function openTickets(component: string, index: RecordIndex): RecordSummary[] {
  return index.criticals.of(component).flatMap((file) => index.entry(file)?.summary ?? []);
}

/** Whether a change delivers a ticket, as either of them says. */
function delivers(change: RecordSummary, ticket: RecordSummary): boolean {
  const names = (one: RecordSummary, { id }: RecordSummary, kind: string): boolean =>
    id !== undefined && one.references.some((named) => named.kind === kind && named.id === id);
  return names(change, ticket, 'ticket') || names(ticket, change, 'change');
}
