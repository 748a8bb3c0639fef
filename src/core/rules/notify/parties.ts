import { gapIn } from '../../findings/places';
import type { RecordOf } from '../../model/parse/record';
import { durationMinutes } from '../../model/time/duration';
import { notifyChoice } from '../../model/vocabulary/choices';
import { defineRule } from '../defineRule';
import { isUnsure } from '../isUnsure';

/** `notify/parties`: everybody who is concerned is named beforehand. */
export const notifyParties = defineRule({
  id: 'notify/parties',
  severity: 'error',
  needsTeam: true,
  from: 'to_be_released',
  reads: ['notify', 'customer', 'partner', 'schedule'],
  sources: ['S', 'A', 'P'],
  title: { en: 'Parties to tell are missing', es: 'Faltan partes a las que avisar' },
  explanation: {
    en: 'From the moment that a change waits for its window it names whom to tell: the project team, the support team, the customer’s managers, the partner that the change names, and the end users where there is an outage.',
    es: 'Desde que un cambio espera su ventana nombra a quién avisar: el equipo de proyecto, el de soporte, los responsables del cliente, el socio que el cambio nombra y los usuarios finales si hay corte.',
  },
  messages: {
    missing: {
      en: '`notify` does not name {parties}; add {count|it|them}.',
      es: '{count|Falta|Faltan} en `avisar`: {parties}; {count|añádelo|añádelos}.',
    },
  },
  *check(record, context) {
    const named = new Set<string>(record.data.notify ?? []);
    const missing = needed(record).filter((party) => !named.has(party));
    if (missing.length === 0 || isUnsure(record, ['notify'], context)) return;
    const words = notifyChoice.choices;
    const args = {
      count: missing.length,
      'parties.en': missing.join(', '),
      'parties.es': missing.map((party) => words[party][0]).join(', '),
    };
    yield { message: 'missing', range: gapIn(record, ['notify']), args };
  },
});

type Party = keyof typeof notifyChoice.choices;

function needed({ data }: RecordOf<'change'>): Party[] {
  const parties: Party[] = ['project_team', 'support_team'];
  if (data.customer) parties.push('customer_managers');
  if (data.partner) parties.push('partner');
  if ((durationMinutes(data.schedule?.outage ?? '') ?? 0) > 0) parties.push('end_users');
  return parties;
}
