import { idNamed } from '../../config/workspaceConfig';
import type { Finding } from '../../findings/finding';
import { gapIn, placeOf } from '../../findings/places';
import type { RecordIndex } from '../../index/recordIndex';
import { withoutNothing } from '../../index/withoutNothing';
import { goesBack } from '../../model/parse/goesBack';
import { type PackedRange, unpackRange } from '../../model/text/range';
import { stateArgs } from '../../model/vocabulary/stateName';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** States in which a ticket is no longer with the change. */
const movedOn = new Set(['done', 'waiting_for_support']);
const tellsTickets = new Set(['ticket_comment', 'closing']);

/** A ticket that a change lists, with its state as the change says it. */
interface ListedTicket {
  readonly id: string;
  readonly status?: string;
  readonly at: PackedRange;
}

/** `closure/outcome`: what is done says how it ended, and its tickets moved on. */
export const closureOutcome = defineRule({
  id: 'closure/outcome',
  scope: 'workspace',
  severity: 'error',
  from: 'done',
  reads: ['outcome', 'actual', 'tickets', 'notifications'],
  sources: ['S', 'M'],
  title: { en: 'Closed without saying how it ended', es: 'Cerrado sin decir cómo terminó' },
  explanation: {
    en: 'A change that is done names its outcome, and of one that was rolled back that is the outcome. Its tickets were tested with it and went on, to done or back to support, and those who raised them were told, by a comment on the ticket or an answer to the mail. Where a change was rolled back, only a ticket that is in testing has to move on: the others wait for another change.',
    es: 'Un cambio cerrado nombra su resultado, y el de uno revertido es ese. Sus tickets se probaron con él y siguieron su camino, a cerrado o de vuelta a soporte, y quienes los abrieron lo saben por un comentario en el ticket o una respuesta al correo. Si un cambio se ha revertido, solo debe seguir su camino el ticket que esté en pruebas: los demás esperan a otro cambio.',
  },
  messages: {
    outcome: {
      en: 'A change that is done says how it ended; add `outcome`: successful, rolled_back, superseded or failed.',
      es: 'Un cambio cerrado dice cómo terminó; añade `resultado`: satisfactorio, revertido, reemplazado o fallido.',
    },
    rolledBack: {
      en: 'This change was rolled back, so that is its outcome; write `outcome: rolled_back`.',
      es: 'Este cambio se ha revertido, y ese es su resultado; escribe `resultado: revertido`.',
    },
    ticket: {
      en: 'The ticket {id} is still “{status}”; move it to “done”, or back to “waiting_for_support”.',
      es: 'El ticket {id} sigue en «{status}»; pásalo a «cerrado» o de vuelta a «esperando_soporte».',
    },
    ownTicket: {
      en: 'The ticket {id} is still “{status}”; move it to “done”, or back to “waiting_for_support”: `changebook advance {id} --to done`, or “Advance Status…” on it.',
      es: 'El ticket {id} sigue en «{status}»; pásalo a «cerrado» o de vuelta a «esperando_soporte»: `changebook advance {id} --to done`, o «Avanzar el estado…» en él.',
    },
    notTold: {
      en: 'Nobody told {count|the ticket|any of the {count} tickets} that this change is done; comment on {count|it, or answer the mail|them, or answer the mails}, and add `ticket_comment` to `notifications`.',
      es: 'Nadie ha comunicado en {count|el ticket|ninguno de los {count} tickets} que este cambio está cerrado; coméntalo o responde {count|al correo|a los correos}, y añade `comentario_ticket` a `notificaciones`.',
    },
  },
  facts(record, { config }) {
    const { outcome, tickets: listed = [], notifications = [] } = record.data;
    const { lines } = record;
    const back = goesBack(record.data);
    const isOther = back && outcome !== undefined && outcome !== 'rolled_back';
    if (outcome && !isOther && listed.length === 0) return undefined;
    const told = notifications.some(({ kind }) => kind && tellsTickets.has(kind));
    return withoutNothing({
      outcomeAt: outcome && !isOther ? undefined : lines.packedAt(placeOf(record, ['outcome'])),
      isOther: isOther || undefined,
      back: back || undefined,
      untold:
        listed.length === 0 || told
          ? undefined
          : { count: listed.length, at: lines.packedAt(gapIn(record, ['tickets'])) },
      tickets: listed.flatMap(({ id, status }, index): ListedTicket[] => {
        const at = lines.packedAt(placeOf(record, ['tickets', index, status ? 'status' : 'id']));
        return id ? [{ id: idNamed(config, id), ...(status ? { status } : {}), at }] : [];
      }),
    });
  },
  *check({ outcomeAt, isOther, untold, back, tickets }, context) {
    if (outcomeAt) yield { message: isOther ? 'rolledBack' : 'outcome', range: unpackRange(outcomeAt) };
    yield* unmoved(tickets, back === true, context);
    if (untold) yield { message: 'notTold', range: unpackRange(untold.at), args: { count: untold.count } };
  },
});

/** The state of a ticket of ours is that of its record; that of another tracker's is what the change says. */
function* unmoved(
  listed: readonly ListedTicket[],
  back: boolean,
  { index, file }: WorkspaceContext,
): Generator<SummaryReport> {
  for (const ticket of listed) {
    const summary = index.byId(ticket.id)?.summary;
    const own = summary?.type === 'ticket' ? summary : undefined;
    const status = own ? own.status : ticket.status;
    // What was rolled back before anybody tested it waits for another change.
    if (back && status !== 'in_testing') continue;
    if (!status || movedOn.has(status) || isDeliveredElsewhere(ticket.id, file, index)) continue;
    const message = own ? 'ownTicket' : 'ticket';
    yield { message, range: unpackRange(ticket.at), args: { id: ticket.id, ...stateArgs('status', status) } };
  }
}

/** Whether a finding asks how the change ended, which whoever closes it is asked anyway. */
export function isNoOutcome({ rule, message }: Finding): boolean {
  return rule === closureOutcome.id && message === 'outcome';
}

/** The tickets of ours that findings name as not moved on, each of which can be moved by itself. */
export function ticketsLeft(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ rule, message, args }) =>
    rule === closureOutcome.id && message === 'ownTicket' ? [String(args.id)] : [],
  );
}

/** A ticket that went back to support may be on its way again, with the next change. */
function isDeliveredElsewhere(id: string, file: string, index: RecordIndex): boolean {
  return index
    .referrersOf(id)
    .some(({ file: other, summary }) => other !== file && summary.type === 'change' && isOpen(summary.stage));
}
