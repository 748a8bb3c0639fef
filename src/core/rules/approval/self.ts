import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import type { Report } from '../../findings/report';
import { latestApprovals } from '../../model/parse/latestApprovals';
import type { RecordOf } from '../../model/parse/record';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';
import type { RuleContext } from '../rule';

/** `approval/self`: nobody approves what they asked for or perform. */
export const approvalSelf = defineRule({
  id: 'approval/self',
  severity: 'error',
  waivable: false,
  reads: ['approvals', 'requested_by', 'assignee'],
  sources: ['M'],
  title: { en: 'Approved by somebody involved', es: 'Aprobado por alguien implicado' },
  explanation: {
    en: 'An approval is a second pair of eyes: it does not come from whoever requested the change or performs it, under whatever name or address (`people`, the customers’ contacts and `.mailmap` say who is who). One person who decides in two roles is a warning: then one of the looks is missing.',
    es: 'Una aprobación es un segundo par de ojos: no la da quien solicitó el cambio ni quien lo realiza, con el nombre o la dirección que sea (`personas`, los contactos de los clientes y `.mailmap` dicen quién es quién). Que una persona decida en dos roles es una advertencia: entonces falta una de las miradas.',
  },
  messages: {
    requester: {
      en: '{by} requested this change and cannot approve it; somebody else must.',
      es: '{by} solicitó este cambio y no puede aprobarlo; debe hacerlo otra persona.',
    },
    performer: {
      en: '{by} performs this change and cannot approve it; somebody else must.',
      es: '{by} realiza este cambio y no puede aprobarlo; debe hacerlo otra persona.',
    },
    twoRoles: {
      en: '{by} already decided as {role}; a second role should be somebody else.',
      es: '{by} ya decidió como {role}; el segundo rol debería ser otra persona.',
    },
    other: { en: 'The decision as {role}.', es: 'La decisión como {role}.' },
  },
  *check(record, context) {
    const rolesByKey = new Map<string, { role: string; index: number }>();
    const latest = latestApprovals(record.data.approvals, zoneFor(record, context.config));
    for (const { role, index, by, decision } of latest) {
      const keys = context.config.people.allKeys(by);
      if (keys.length === 0 || decision !== 'approved') continue;
      yield* involved(record, context, by, index);
      const before = keys.flatMap((key) => rolesByKey.get(key) ?? [])[0];
      if (before) yield twice(record, by, before, index);
      for (const key of keys) if (!rolesByKey.has(key)) rolesByKey.set(key, { role, index });
    }
  },
});

function* involved(
  record: RecordOf<'change'>,
  context: RuleContext,
  by: string,
  index: number,
): Generator<Report> {
  const { people } = context.config;
  const { requested_by, assignee } = record.data;
  const isPerformer = people.related(by, assignee);
  const message = people.related(by, requested_by) ? 'requester' : isPerformer ? 'performer' : undefined;
  if (message) yield { message, range: placeOf(record, ['approvals', index, 'by']), args: { by } };
}

function twice(
  record: RecordOf<'change'>,
  by: string,
  before: { role: string; index: number },
  index: number,
): Report {
  const args = { by, ...roleArgs('role', before.role) };
  const other = placeOf(record, ['approvals', before.index, 'by']);
  return {
    message: 'twoRoles',
    range: placeOf(record, ['approvals', index, 'by']),
    args,
    severity: 'warning',
    related: [{ range: other, message: 'other', args }],
  };
}
