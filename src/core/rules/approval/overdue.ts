import { neededRoles } from '../../approvals/neededRoles';
import { zoneOrUtc } from '../../config/workspaceConfig';
import { gapIn } from '../../findings/places';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { riskOf } from '../../risk/riskOf';
import { deadlineOptions, passedDeadline } from '../deadlines';
import { defineRule } from '../defineRule';
import { rolesLeft } from './missing';

/** `approval/overdue`: the approvals that an emergency owes are given soon after it was deployed. */
export const approvalOverdue = defineRule({
  id: 'approval/overdue',
  scope: 'workspace',
  severity: 'warning',
  needsTeam: true,
  waivable: false,
  from: 'releasing',
  lasts: 'open',
  reads: ['approvals', 'change_type', 'actual', 'schedule'],
  options: deadlineOptions(
    {
      days: {
        en: 'Days after the deployment began within which the other roles approve; from then on it is a warning.',
        es: 'Días desde que empezó el despliegue en los que aprueban los demás roles; desde entonces es una advertencia.',
      },
      error: {
        en: 'Days after the deployment began from which it is an error. Without it, it never is.',
        es: 'Días desde que empezó el despliegue desde los que es un error. Sin ella no lo es nunca.',
      },
    },
    3,
  ),
  title: { en: 'Approval of an emergency overdue', es: 'Aprobación de una emergencia pendiente' },
  explanation: {
    en: 'An emergency is deployed with one approval, and every other role that such a change needs looks at it afterwards. `approval/missing` asks for that before it is done; but an emergency that nobody closes would never be looked at. So three days after its deployment began it is a warning that roles are missing, and an error where `approval/overdue: { error_days: 5 }` says so.',
    es: 'Una emergencia se despliega con una aprobación, y los demás roles que un cambio así necesita la miran después. `approval/missing` lo pide antes de cerrarla; pero una emergencia que nadie cierra no la miraría nadie. Por eso, a los tres días de empezar su despliegue es una advertencia que falten roles, y un error donde `approval/overdue: { error_days: 5 }` lo diga.',
  },
  messages: {
    overdue: {
      en: 'This emergency was deployed at {start}, and the approval as {roles} was due on {due}; ask for it.',
      es: 'Esta emergencia se desplegó el {start} y la aprobación como {roles} se esperaba el {due}; pídela.',
    },
  },
  facts: (record) =>
    record.data.change_type === 'emergency' ? record.lines.packedAt(gapIn(record, ['approvals'])) : undefined,
  *check(place, context) {
    const { summary, file, index, config, hasPassed } = context;
    const { change } = summary;
    // It did not begin at a moment that is still to come.
    const start = [change?.actualStart, change?.start].find(
      (moment) => moment !== undefined && hasPassed(moment),
    );
    // That it has no start is told elsewhere.
    const late = start === undefined ? undefined : passedDeadline(start, context);
    if (!change || start === undefined || late?.due === undefined) return;
    const needed = neededRoles(change, riskOf(change, file, index, hasPassed).level, config);
    const missing = rolesLeft(needed, factsOf(summary, approvalFacts)?.decisions ?? [], context);
    if (missing.length === 0) return;
    const zone = zoneOrUtc(config, change.customer);
    const times = { start: localText(start, zone), due: localText(late.due, zone) };
    const args = { ...roleArgs('roles', ...missing), ...times };
    yield {
      message: 'overdue',
      range: unpackRange(place),
      args,
      severity: late.severity,
      byOption: true,
    };
  },
});
