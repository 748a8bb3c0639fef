import { environmentNamed, environmentNames, sameName } from '../../config/environments';
import { customerNamed, type WorkspaceConfig } from '../../config/workspaceConfig';
import { scalarText } from '../../edits/setFields';
import { placeOf } from '../../findings/places';
import type { Report } from '../../findings/report';
import { hintArgs, nearestName } from '../../model/parse/nearest';
import type { RecordOf } from '../../model/parse/record';
import type { CustomerData } from '../../model/schema/recordData';
import { defineRule } from '../defineRule';

/** `customer/unknown`: customer, partner and environments are those that the configuration knows. */
export const customerUnknown = defineRule({
  id: 'customer/unknown',
  severity: 'error',
  lasts: 'open',
  appliesTo: ['change', 'ticket'],
  reads: ['customer', 'partner', 'environments'],
  sources: ['S'],
  title: { en: 'Customer, partner or environment unknown', es: 'Cliente, socio o entorno desconocido' },
  explanation: {
    en: 'Who must agree, when nothing may happen and whom to tell follow from the customer’s file under `.changebook/customers/`. A name that is not there means that none of it is checked. Environments are those of the customer’s file, else those of `config.yaml`. The rule is silent about what the configuration lists nothing of.',
    es: 'Quién debe dar su conformidad, cuándo no puede pasar nada y a quién avisar salen del fichero del cliente en `.changebook/customers/`. Un nombre que no está allí significa que nada de eso se comprueba. Los entornos son los del fichero del cliente y, si no los tiene, los de `config.yaml`. La regla calla sobre aquello de lo que la configuración no lista nada.',
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
    anyEnvironment: {
      en: 'The configuration knows no environment “{value}”.{hint} It knows {known}.',
      es: 'La configuración no conoce ningún entorno «{value}».{hint} Conoce {known}.',
    },
    partner: {
      en: 'The configuration knows no partner “{value}”.{hint}',
      es: 'La configuración no conoce ningún socio «{value}».{hint}',
    },
  },
  fixTitles: { replace: { en: 'Write “{name}”', es: 'Escribir «{name}»' } },
  *check(record, context) {
    const { customers } = context.config;
    const written = record.data.customer;
    const customer = customerNamed(context.config, written);
    if (written && !customer && customers.size > 0) {
      const names = [...customers].flatMap(([key, { name }]) => (name ? [key, name] : [key]));
      yield unknown('customer', placeOf(record, ['customer']), written, names);
    }
    if (record.type !== 'change') return;
    // Of a customer that nobody knows nobody knows the environments either.
    if (customer || !written || customers.size === 0) yield* environments(record, customer, context.config);
    yield* partner(record, [...customers.values()]);
  },
});

function* environments(
  record: RecordOf<'change'>,
  customer: CustomerData | undefined,
  config: WorkspaceConfig,
): Generator<Report> {
  const known = environmentNames(config, customer);
  const listed = customer?.environments?.length ? customer.environments : (config.data.environments ?? []);
  // One whose name could not be read may be any of them.
  if (known.length === 0 || listed.some(({ name }) => !name)) return;
  for (const [index, name] of (record.data.environments ?? []).entries()) {
    if (environmentNamed(config, record.data.customer, name)) continue;
    const list = placeOf(record, ['environments', index]);
    const own = customer?.environments?.length ? (customer.name ?? record.data.customer) : undefined;
    const place = unknown(own ? 'environment' : 'anyEnvironment', list, name, known);
    yield { ...place, args: { ...place.args, customer: own ?? '', known: known.slice(0, 12).join(', ') } };
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
  return {
    message,
    range,
    args: { value: value.slice(0, 60), ...hintArgs(name) },
    fixes: name ? [{ title: 'replace', args: { name }, edits: [{ range, text: scalarText(name) }] }] : [],
  };
}
