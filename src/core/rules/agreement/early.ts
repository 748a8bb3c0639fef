import { neededRoles } from '../../approvals/neededRoles';
import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { withoutNothing } from '../../index/withoutNothing';
import type { RecordOf } from '../../model/parse/record';
import { type PackedRange, unpackRange } from '../../model/text/range';
import { momentOf } from '../../model/time/dateTime';
import { listOf, text } from '../../model/vocabulary/fieldTypes';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { roleNamed } from '../../model/vocabulary/roleNamed';
import { riskOf } from '../../risk/riskOf';
import { standardRolesOf } from '../approval/standardCover';
import { defineRule } from '../defineRule';

/** When the customer was asked, and where the change says so. */
interface Asking {
  readonly at?: number;
  readonly range: PackedRange;
}

/** `agreement/early`: the customer is asked for what the own teams have settled. */
export const agreementEarly = defineRule({
  id: 'agreement/early',
  scope: 'workspace',
  severity: 'warning',
  needsTeam: true,
  lasts: 'open',
  emergency: { off: true },
  reads: ['agreement', 'approvals', 'notifications', 'performed_by'],
  options: {
    roles: {
      type: listOf(text),
      default: ['project', 'product'],
      description: {
        en: 'Roles that approve before the customer is asked, where the change needs them.',
        es: 'Roles que aprueban antes de preguntar al cliente, si el cambio los necesita.',
      },
    },
  },
  sources: ['A'],
  title: { en: 'Customer asked before the own teams approved', es: 'Conformidad pedida antes de aprobarse' },
  explanation: {
    en: 'The customer is asked for agreement once project and product have looked at the risk and approved, so that nobody agrees to what is then denied. The time of asking is that of the last agreement request in `notifications`, else that of the agreement itself. Only the roles that the change needs count (`approvals` in the configuration says which), and of each its first approval; the option `roles` names others. A change that the customer performs, or whose risk was accepted, asks nobody, and an emergency asks whenever it can.',
    es: 'Al cliente se le pide la conformidad cuando proyecto y producto han mirado el riesgo y han aprobado, para que nadie esté conforme con lo que luego se deniega. El momento de pedirla es el de la última solicitud de conformidad en `notificaciones`; si no hay ninguna, el de la propia conformidad. Solo cuentan los roles que el cambio necesita (`aprobaciones` en la configuración dice cuáles) y de cada uno su primera aprobación; la opción `roles` nombra otros. Un cambio que realiza el cliente, o cuyo riesgo se aceptó, no pregunta a nadie, y una emergencia pregunta cuando puede.',
  },
  messages: {
    early: {
      en: 'The customer was asked for agreement before these had approved: {roles}. Have it approved, and ask for agreement anew.',
      es: 'Se pidió la conformidad del cliente antes de que aprobaran: {roles}. Haz que se apruebe y pide la conformidad de nuevo.',
    },
  },
  facts(record, { config }) {
    if (record.data.performed_by === 'customer') return undefined;
    const zone = zoneFor(record, config);
    const asked = askingIn(record, zone);
    return asked && { asked, approved: firstApprovals(record, zone) };
  },
  *check({ asked, approved }, context) {
    const { summary, config, file, index, hasPassed, option } = context;
    const { change } = summary;
    if (!change) return;
    const covered = standardRolesOf(context);
    const first = (option('roles') as string[]).map(roleNamed);
    const needed = neededRoles(change, riskOf(change, file, index, hasPassed).level, config);
    const before = new Map(approved);
    const missing = needed.filter(
      (role) =>
        first.includes(role) &&
        !covered.has(role) &&
        (before.get(role) ?? Number.POSITIVE_INFINITY) > (asked.at ?? Number.MAX_VALUE),
    );
    if (missing.length > 0)
      yield { message: 'early', range: unpackRange(asked.range), args: roleArgs('roles', ...missing) };
  },
});

function askingIn(record: RecordOf<'change'>, zone: string): Asking | undefined {
  const { notifications = [], agreement } = record.data;
  const place = (...path: (string | number)[]): PackedRange => record.lines.packedAt(placeOf(record, path));
  const last = notifications.findLastIndex(({ kind }) => kind === 'agreement_request');
  if (last >= 0) {
    const at = momentOf(notifications[last]?.at, zone);
    return withoutNothing({ at, range: place('notifications', last, 'kind') });
  }
  if (!agreement?.by) return undefined;
  return withoutNothing({ at: momentOf(agreement.at, zone), range: place('agreement', 'by') });
}

/** When each role approved for the first time. One that does not say when approved before everything. */
function firstApprovals({ data }: RecordOf<'change'>, zone: string): (readonly [role: string, at: number])[] {
  const first = new Map<string, number>();
  for (const { role, at, decision } of data.approvals ?? [])
    if (role && decision === 'approved')
      first.set(role, Math.min(first.get(role) ?? Number.MAX_VALUE, momentOf(at, zone) ?? 0));
  return [...first];
}
