import { sameName } from '../../config/environments';
import { customerNamed } from '../../config/workspaceConfig';
import { scalarText } from '../../edits/setFields';
import { nearestName } from '../../model/parse/nearest';
import type { RecordOf } from '../../model/parse/record';
import type { CustomerData } from '../../model/schema/recordData';
import { placeOf } from '../places';
import type { RecordRule, Report } from '../rule';

/** `customer/unknown`: customer, partner and environments are those that the configuration knows. */
export const customerUnknown: RecordRule = {
  id: 'customer/unknown',
  scope: 'record',
  severity: 'error',
  appliesTo: ['change', 'ticket'],
  reads: ['customer', 'partner', 'environments'],
  options: {},
  sources: ['S'],
  title: { en: 'Customer, partner or environment unknown', es: 'Cliente, socio o entorno desconocido' },
  explanation: {
    en: 'Who must agree, when nothing may happen and whom to tell follow from the customer’s file under `.changebook/customers/`. A name that is not there means that none of it is checked. The rule is silent where no customer is configured.',
    es: 'Quién debe dar su conformidad, cuándo no puede pasar nada y a quién avisar salen del fichero del cliente en `.changebook/customers/`. Un nombre que no está allí significa que nada de eso se comprueba. La regla calla si no hay ningún cliente configurado.',
  },
  messages: {
    customer: {
      en: 'The configuration knows no customer “{value}”.{hint}',
      es: 'La configuración no conoce ningún cliente «{value}».{hint}',
    },
    environment: {
      en: 'The customer {customer} has no environment “{value}”.{hint}',
      es: 'El cliente {customer} no tiene ningún entorno «{value}».{hint}',
    },
    partner: {
      en: 'The configuration knows no partner “{value}”.{hint}',
      es: 'La configuración no conoce ningún socio «{value}».{hint}',
    },
  },
  fixTitles: { replace: { en: 'Write “{name}”', es: 'Escribir «{name}»' } },
  *check(record, context) {
    const { customers } = context.config;
    if (record.type === 'procedure' || customers.size === 0) return;
    const written = record.data.customer;
    const customer = customerNamed(context.config, written);
    if (written && !customer) {
      const names = [...customers].flatMap(([key, { name }]) => (name ? [key, name] : [key]));
      yield unknown('customer', placeOf(record, ['customer']), written, names);
    }
    if (record.type !== 'change') return;
    yield* environments(record, customer);
    yield* partner(record, [...customers.values()]);
  },
};

function* environments(record: RecordOf<'change'>, customer: CustomerData | undefined): Generator<Report> {
  const known = customer?.environments?.flatMap(({ name }) => (name ? [name] : [])) ?? [];
  if (known.length === 0) return;
  for (const [index, name] of (record.data.environments ?? []).entries()) {
    if (known.some((candidate) => sameName(candidate, name))) continue;
    const list = placeOf(record, ['environments', index]);
    const place = unknown('environment', list, name, known);
    yield { ...place, args: { ...place.args, customer: customer?.name ?? record.data.customer ?? '' } };
  }
}

function* partner(record: RecordOf<'change'>, customers: readonly CustomerData[]): Generator<Report> {
  const written = record.data.partner;
  const names = customers.flatMap(({ partner: own }) => (own?.name ? [own.name] : []));
  if (!written || names.length === 0 || names.some((name) => sameName(name, written))) return;
  yield unknown('partner', placeOf(record, ['partner']), written, names);
}

function unknown(message: string, range: Report['range'], value: string, known: readonly string[]): Report {
  const name = nearestName(value, known);
  const hint = name
    ? { 'hint.en': ` Did you mean “${name}”?`, 'hint.es': ` ¿Querías decir «${name}»?` }
    : noHint;
  return {
    message,
    range,
    args: { value: value.slice(0, 60), ...hint },
    fixes: name ? [{ title: 'replace', args: { name }, edits: [{ range, text: scalarText(name) }] }] : [],
  };
}

const noHint = { 'hint.en': '', 'hint.es': '' };
