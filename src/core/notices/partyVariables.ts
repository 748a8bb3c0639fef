import { approvedRoles } from '../approvals/approvedRoles';
import { neededRoles } from '../approvals/neededRoles';
import { customerNameOf } from '../config/workspaceConfig';
import { approvalFacts } from '../index/approvalFacts';
import { factsOf } from '../index/factSource';
import type { ChangeData } from '../model/schema/recordData';
import { momentOf } from '../model/time/dateTime';
import { roleChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { riskOf } from '../risk/riskOf';
import { standardRolesOf } from '../rules/approval/standardCover';
import { recordSummary } from '../rules/recordEntry';
import type { NoticeInput } from './noticeInput';
import { list, type NoticeItem, text, variablesFrom } from './noticeVariable';
import { momentInWords } from './timeInWords';

/** The roles that must still approve, in the reader's language. */
function pendingRoles({ record, file, config, index, now, language }: NoticeInput): string[] {
  const summary = recordSummary(record, file, config);
  const facts = summary.change;
  if (!facts) return [];
  const hasPassed = (moment: number): boolean => moment <= now;
  const risk = riskOf(facts, file, index, hasPassed);
  const approved = approvedRoles(factsOf(summary, approvalFacts)?.decisions ?? [], hasPassed);
  const covered = standardRolesOf({ summary, file, config, index, git: undefined, hasPassed });
  const words: ChoiceTable = roleChoice.choices;
  return neededRoles(facts, risk.level, config)
    .filter((role) => !approved.has(role) && !covered.has(role))
    .map((role) => (Object.hasOwn(words, role) ? (words[role]?.[1][language] ?? role) : role).toLowerCase());
}

/** The ways to reach support, as the end of a sentence. */
function supportContact({ config, language }: NoticeInput): string | undefined {
  const { portal, phone, email } = config.data.support ?? {};
  const ways =
    language === 'es'
      ? [portal && `en ${portal}`, phone && `por teléfono en el ${phone}`, email && `por correo en ${email}`]
      : [portal && `at ${portal}`, phone && `by phone on ${phone}`, email && `by mail at ${email}`];
  const given = ways.filter((way) => way !== undefined && way !== '');
  const last = given.pop();
  if (given.length === 0) return last;
  return `${given.join(', ')} ${language === 'es' ? 'o' : 'or'} ${last}`;
}

/** A contact under its name; under what else is known of it where it has none. */
function namedContact(contact: NonNullable<ChangeData['contacts']>[number]): NoticeItem {
  const { name, role, ...others } = contact;
  return name ? contact : { ...others, name: role ?? contact.email ?? contact.phone };
}

const part = (en: string, es: string) => ({ en, es });

/** The people concerned, and how they reach us. */
export const partyVariables = variablesFrom({
  customer: text('Name of the customer.', 'Nombre del cliente.', {
    value: ({ record: { data }, config }) => customerNameOf(config, data.customer),
  }),
  partner: text('Name of the partner.', 'Nombre del socio.'),
  requested_by: text('Who requested it.', 'Quién lo solicitó.'),
  assignee: text('Who carries it out.', 'Quién lo ejecuta.'),
  channel: text('Where people talk during the change.', 'Dónde se habla durante el cambio.'),
  contacts: list('Whom to call during the change.', 'A quién llamar durante el cambio.', {
    value: ({ record }) => record.data.contacts?.map(namedContact),
    parts: {
      name: part('Name.', 'Nombre.'),
      role: part('What to call about.', 'Para qué se llama.'),
      phone: part('Telephone.', 'Teléfono.'),
      email: part('Mail address.', 'Correo electrónico.'),
      hours: part('When to call.', 'Cuándo se puede llamar.'),
    },
  }),
  'cab.meeting': text('Meeting of the change advisory board.', 'Reunión del comité de cambios.'),
  'cab.at': text('When that meeting is, in words.', 'Cuándo es esa reunión, en palabras.', {
    value: ({ record, zone, language }) => {
      const at = momentOf(record.data.cab?.at, zone);
      return at === undefined ? undefined : momentInWords(at, undefined, zone, language);
    },
  }),
  'agreement.by': text('Who agreed for the customer.', 'Quién dio la conformidad.'),
  pending_roles: list('Roles that have not approved yet.', 'Roles que aún no han aprobado.', {
    field: 'approvals',
    value: pendingRoles,
  }),
  status_page: text(
    'Address of the customer’s status page.',
    'Dirección de la página de estado del cliente.',
    { file: 'customer' },
  ),
  'support.portal': text('Address of the support portal.', 'Dirección del portal de soporte.', {
    file: 'config',
  }),
  'support.phone': text('Telephone of support.', 'Teléfono de soporte.', { file: 'config' }),
  'support.email': text('Mail address of support.', 'Correo de soporte.', { file: 'config' }),
  'support.contact': text(
    'Every way to reach support, in words.',
    'Todas las vías para llegar a soporte, en palabras.',
    { field: 'support', file: 'config', value: supportContact },
  ),
  signature: text('Who signs, in the reader’s language.', 'Quién firma, en el idioma de quien lee.', {
    file: 'config',
    value: ({ config, language }) => config.data.signature?.[language],
  }),
});
