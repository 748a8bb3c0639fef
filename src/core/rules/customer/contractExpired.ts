import { zoneFor } from '../../config/recordZone';
import { customerNamed } from '../../config/workspaceConfig';
import { placeOf } from '../../findings/places';
import { momentOf } from '../../model/time/dateTime';
import { dateOf, dayOf, wallTime } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';

/** `customer/contract-expired`: nothing is deployed after the hosting contract has ended. */
export const customerContractExpired = defineRule({
  id: 'customer/contract-expired',
  severity: 'warning',
  about: 'start',
  reads: ['customer', 'schedule'],
  sources: ['P'],
  title: { en: 'Contract ended', es: 'Contrato vencido' },
  explanation: {
    en: 'The customer’s file may say when the hosting contract ends. A change that starts after that day is a warning; the customer’s own file carries one as soon as the day is past: access is to be disabled until the contract is renewed.',
    es: 'El fichero del cliente puede decir cuándo vence el contrato de alojamiento. Un cambio que empieza después de ese día es una advertencia; el propio fichero del cliente lleva otra en cuanto el día ha pasado: hay que deshabilitar el acceso hasta que se renueve.',
  },
  messages: {
    before: {
      en: 'The contract of {customer} ends on {ends}, before this change starts on {start}; have it renewed first.',
      es: 'El contrato de {customer} vence el {ends}, antes de que este cambio empiece el {start}; haz que se renueve primero.',
    },
    past: {
      en: 'The contract ended on {ends}: disable access until it is renewed.',
      es: 'El contrato venció el {ends}: deshabilita el acceso hasta que se renueve.',
    },
  },
  *check(record, context) {
    const customer = customerNamed(context.config, record.data.customer);
    const last = customer?.contract_ends ? dayOf(customer.contract_ends) : undefined;
    const zone = zoneFor(record, context.config);
    const start = momentOf(record.data.schedule?.start, zone);
    if (last === undefined || start === undefined) return;
    const { day } = wallTime(start, zone);
    if (day <= last) return;
    const args = {
      customer: customer?.name ?? record.data.customer ?? '',
      ends: dateOf(last),
      start: dateOf(day),
    };
    yield { message: 'before', range: placeOf(record, ['schedule', 'start']), args };
  },
});
