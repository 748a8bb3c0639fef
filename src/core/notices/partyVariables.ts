import { approvedRoles } from '../approvals/approvedRoles';
import { neededRoles } from '../approvals/neededRoles';
import { customerNamed } from '../config/workspaceConfig';
import { approvalFacts } from '../index/approvalFacts';
import { factsOf } from '../index/factSource';
import { roleChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { riskOf } from '../risk/riskOf';
import { recordSummary } from '../rules/recordEntry';
import type { NoticeInput } from './noticeInput';
import { listVariable, type NoticeVariable, textVariable } from './noticeVariable';

function customerOf({ record, config }: NoticeInput) {
  return customerNamed(config, record.data.customer);
}

/** Roles that must still approve, as words of the reader's language. */
function pendingRoles({ record, file, config, index, now, language }: NoticeInput): string[] {
  const summary = recordSummary(record, file, config);
  const facts = summary.change;
  if (!facts) return [];
  const risk = riskOf(facts, file, index, (moment) => moment <= now);
  const approved = approvedRoles(factsOf(summary, approvalFacts)?.decisions ?? [], (moment) => moment <= now);
  const words: ChoiceTable = roleChoice.choices;
  return neededRoles(facts, risk.level, config)
    .filter((role) => !approved.has(role))
    .map((role) => (Object.hasOwn(words, role) ? (words[role]?.[1][language] ?? role) : role).toLowerCase());
}

/** Every way to reach support, as the end of a sentence. */
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

/** Who is concerned, and how they reach us. */
export const partyVariables: readonly NoticeVariable[] = [
  textVariable(
    'customer',
    'customer',
    'Name of the customer.',
    'Nombre del cliente.',
    (input) => customerOf(input)?.name ?? input.record.data.customer,
  ),
  textVariable(
    'partner',
    'partner',
    'Name of the partner.',
    'Nombre del socio.',
    ({ record }) => record.data.partner,
  ),
  textVariable(
    'requested_by',
    'requested_by',
    'Who requested it.',
    'Quién lo solicitó.',
    ({ record }) => record.data.requested_by,
  ),
  textVariable(
    'assignee',
    'assignee',
    'Who carries it out.',
    'Quién lo ejecuta.',
    ({ record }) => record.data.assignee,
  ),
  textVariable(
    'agreement.by',
    'agreement.by',
    'Who agreed for the customer.',
    'Quién dio la conformidad.',
    ({ record }) => record.data.agreement?.by,
  ),
  listVariable(
    'pending_roles',
    'approvals',
    'Roles that have not approved yet.',
    'Roles que aún no han aprobado.',
    pendingRoles,
  ),
  textVariable(
    'status_page',
    'status_page',
    'Address of the customer’s status page.',
    'Dirección de la página de estado del cliente.',
    (input) => customerOf(input)?.status_page,
    'customer',
  ),
  textVariable(
    'support.portal',
    'support.portal',
    'Address of the support portal.',
    'Dirección del portal de soporte.',
    ({ config }) => config.data.support?.portal,
    'config',
  ),
  textVariable(
    'support.phone',
    'support.phone',
    'Telephone of support.',
    'Teléfono de soporte.',
    ({ config }) => config.data.support?.phone,
    'config',
  ),
  textVariable(
    'support.email',
    'support.email',
    'Mail address of support.',
    'Correo de soporte.',
    ({ config }) => config.data.support?.email,
    'config',
  ),
  textVariable(
    'support.contact',
    'support',
    'Every way to reach support, in words.',
    'Todas las vías para llegar a soporte, en palabras.',
    supportContact,
    'config',
  ),
  textVariable(
    'signature',
    'signature',
    'Who signs, in the reader’s language.',
    'Quién firma, en el idioma de quien lee.',
    ({ config, language }) => config.data.signature?.[language],
    'config',
  ),
];
