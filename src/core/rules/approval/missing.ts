import { approvedRoles, isInFuture, isValidApproval } from '../../approvals/approvedRoles';
import { emergencyRoles, neededRoles, needsNobody } from '../../approvals/neededRoles';
import { closingRules } from '../../approvals/partsNotApproved';
import type { RoleDecision } from '../../approvals/roleDecision';
import { bareId } from '../../config/conditions';
import { settingOf } from '../../config/ruleSetting';
import { zoneOrUtc } from '../../config/workspaceConfig';
import { gapIn } from '../../findings/places';
import { approvalFacts } from '../../index/approvalFacts';
import type { ChangeSummary } from '../../index/changeSummary';
import { factsOf } from '../../index/factSource';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { levelArgs } from '../../model/vocabulary/levelArgs';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { riskOf } from '../../risk/riskOf';
import { isOpen } from '../../workflow/stages';
import { checklistFacts } from '../checklist/checklistFacts';
import { leftOutSteps, procedureOf } from '../checklist/followedProcedure';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';
import { approvalDenied } from './denied';
import { approvalSelf } from './self';
import { approvalStandard } from './standard';
import { standardCover } from './standardCover';
import { approvalUnbound } from './unbound';

/** `approval/missing`: every role that a change needs has approved it. */
export const approvalMissing = defineRule({
  id: 'approval/missing',
  scope: 'workspace',
  severity: 'error',
  needsTeam: true,
  waivable: false,
  from: 'to_be_released',
  reads: ['approvals', 'deployment_type', 'impact', 'change_type', 'procedure', 'waivers'],
  sources: ['M', 'A'],
  title: { en: 'Approval missing', es: 'Falta una aprobación' },
  explanation: {
    en: 'From the moment that a change waits for its window, every role that it needs has approved it: quality assurance, a peer and operations always, project and product also for types 3 and 4 and where the risk is high. The configuration can say otherwise under `approvals`; where that decides by types, a change without a type needs the roles of all, and a change that no row speaks of needs a row that does: `roles: []` under a condition says that nobody has to approve. An emergency needs one approval before it is deployed, by somebody who neither requested nor performs it (`emergency: { approvals: [operations] }` names the roles), and the others before it is done. Standard changes that name their procedure need what the configuration says for them; where that is nobody, a change has all steps of its procedure, not all of them skipped, and no waiver but of what counts at its end. Of a role its latest decision by time counts, and only an approval that says who gave it, when, and of what, at a moment that has come.',
    es: 'Desde que un cambio espera su ventana lo han aprobado todos los roles que necesita: calidad, un par y operaciones siempre; proyecto y producto también en los tipos 3 y 4 y donde el riesgo es alto. La configuración puede decir otra cosa en `aprobaciones`; si allí se decide por tipos, un cambio sin tipo necesita los roles de todos, y un cambio del que no habla ninguna fila necesita una que lo haga: `roles: []` con una condición dice que nadie tiene que aprobar. Una emergencia necesita una aprobación antes de desplegarse, de alguien que ni la solicitó ni la realiza (`emergencia: { aprobaciones: [operaciones] }` nombra los roles), y las demás antes de cerrarla. Los cambios estándar que nombran su procedimiento necesitan lo que la configuración diga para ellos; si es que nadie apruebe, el cambio tiene todos los pasos de su procedimiento, no todos omitidos, y ninguna exención salvo de lo que cuenta al cerrarlo. De cada rol cuenta la última decisión por fecha, y solo una aprobación que diga quién la dio, cuándo y de qué, en un momento que ya ha llegado.',
  },
  messages: {
    missing: {
      en: 'Not approved yet by: {roles} (risk {risk}). Each decides in `approvals`.',
      es: 'Aún sin aprobar por: {roles} (riesgo {risk}). Cada rol decide en `aprobaciones`.',
    },
    emergency: {
      en: 'Before an emergency is deployed it is approved by: {roles}. The other roles approve before it is done.',
      es: 'Antes de desplegar una emergencia la aprueban: {roles}. Los demás roles aprueban antes de cerrarla.',
    },
    emergencyAny: {
      en: 'Nobody has approved this emergency: it needs one approval before it is deployed, by somebody who neither requested nor performs it. The other roles approve before it is done.',
      es: 'Nadie ha aprobado esta emergencia: necesita una aprobación antes de desplegarse, de alguien que ni la solicitó ni la realiza. Los demás roles aprueban antes de cerrarla.',
    },
    emergencyWhose: {
      en: 'This emergency names neither who requested it nor who performs it, so nobody knows whether its approval is by somebody else; add `requested_by`, and have it approved anew.',
      es: 'Esta emergencia no nombra ni a quien la solicitó ni a quien la realiza, así que no se sabe si la aprobó otra persona; añade `solicitante` y pide que se apruebe de nuevo.',
    },
    nobody: {
      en: 'Nobody is named to approve this change: no row of `approvals` in the configuration gives it a role.',
      es: 'No se nombra a nadie que apruebe este cambio: ninguna fila de `aprobaciones` en la configuración le da un rol.',
    },
    leftOut: {
      en: 'Nobody approved this change but with {procedure}, and it leaves out {count} {count|step|steps} of it. Do just those steps, or make it a normal change.',
      es: 'Este cambio solo se aprobó con {procedure}, y deja fuera {count} de sus pasos. Haz justo esos pasos, o conviértelo en un cambio normal.',
    },
    twin: {
      en: 'Nobody approved this change but with {procedure}, and there is {twin} as well, so nobody knows which of them is meant. Give one of them another id.',
      es: 'Este cambio solo se aprobó con {procedure}, y también existe {twin}, así que no se sabe a cuál se refiere la configuración. Da a uno de ellos otro identificador.',
    },
    waived: {
      en: 'Nobody approved this change but with {procedure}, so nobody has agreed to the waiver of {rule} either. Do without it, or make it a normal change.',
      es: 'Este cambio solo se aprobó con {procedure}, así que nadie ha aceptado la exención de {rule}. Prescinde de ella, o conviértelo en un cambio normal.',
    },
    toCome: {
      en: 'The approval as {role} is dated {at}, which is still to come, so it does not count. Have it given anew.',
      es: 'La aprobación como {role} lleva la fecha {at}, que aún no ha llegado, así que no cuenta. Pide que se dé de nuevo.',
    },
  },
  facts: (record) => record.lines.packedAt(gapIn(record, ['approvals'])),
  *check(place, context) {
    const { hasPassed, config, summary } = context;
    const range = unpackRange(place);
    const decisions = factsOf(summary, approvalFacts)?.decisions ?? [];
    for (const { role, at = 0 } of decisions.filter((decision) => isEarly(decision, hasPassed))) {
      const zone = zoneOrUtc(config, summary.change?.customer);
      yield { message: 'toCome', range, args: { ...roleArgs('role', role), at: localText(at, zone) } };
    }
    const report = summary.change && missingIn(summary.change, decisions, context);
    if (report) yield { ...report, range };
  },
});

function isEarly(decision: RoleDecision, hasPassed: WorkspaceContext['hasPassed']): boolean {
  return decision.decision === 'approved' && isInFuture(decision, hasPassed);
}

function missingIn(
  facts: ChangeSummary,
  decisions: readonly RoleDecision[],
  context: WorkspaceContext,
): Omit<SummaryReport, 'range'> | undefined {
  const { file, index, hasPassed, config, summary } = context;
  const { level } = riskOf(facts, file, index, hasPassed);
  const needed = neededRoles(facts, level, config);
  if (facts.changeType === 'emergency' && summary.stage !== 'done')
    return beforehand(decisions, needed, context);
  const cover = standardCover(context);
  if (needed.length === 0) {
    // What is not as its procedure was approved is told elsewhere.
    if (cover && (!cover.flaw || isError(approvalStandard.id, context))) return undefined;
    return needsNobody(facts, level, config) ? strayed(context) : { message: 'nobody' };
  }
  const missing = rolesLeft(needed, decisions, context, cover?.roles);
  if (missing.length === 0) return undefined;
  return { message: 'missing', args: { ...roleArgs('roles', ...missing), ...levelArgs('risk', level) } };
}

/**
 * The roles that have not approved a change yet. Those of which another finding says why are left out.
 *
 * @param covered roles that need not approve it themselves
 */
export function rolesLeft(
  needed: readonly string[],
  decisions: readonly RoleDecision[],
  context: WorkspaceContext,
  covered: Iterable<string> = [],
): string[] {
  const approved = new Set([...approvedRoles(decisions, context.hasPassed), ...covered]);
  const told = new Set(decisions.filter((own) => isDenied(own, context)).map(({ role }) => role));
  return needed.filter((role) => !approved.has(role) && !told.has(role));
}

/** Why a standard change that nobody has to approve is not just what was approved with its procedure. */
function strayed({ summary, index, config }: WorkspaceContext): Omit<SummaryReport, 'range'> | undefined {
  if (summary.change?.changeType !== 'standard' || !summary.change.procedure) return undefined;
  if (!isOpen(summary.stage)) return undefined;
  const procedure = procedureOf(summary, index);
  // That it is not there is told elsewhere.
  const left = procedure ? leftOutSteps(factsOf(summary, checklistFacts), procedure) : 0;
  const id = procedure?.summary.id ?? '';
  // Conditions compare ids without regard to case.
  const isTwin = (other: string): boolean => other !== id && bareId(other) === bareId(id);
  const twins = config.idPattern.test(id.toLowerCase()) ? [...index.ids()].filter(isTwin) : [];
  const [twin] = twins.length > 1 ? firstMet(twins, index) : twins;
  if (twin !== undefined) return { message: 'twin', args: { procedure: id, twin } };
  if (left > 0) return { message: 'leftOut', args: { count: left, procedure: id } };
  const waiver = summary.waivers?.find(({ rule }) => !closingRules.has(rule));
  return waiver && { message: 'waived', args: { rule: waiver.rule, procedure: id } };
}

/** Ids in the order in which a walk meets them: what a folder holds comes before what is named like it and more. */
function firstMet(ids: readonly string[], index: WorkspaceContext['index']): string[] {
  const place = (id: string): string =>
    index
      .filesWithId(id)
      .map((file) => file.replaceAll('/', '\0'))
      .sort()[0] ?? '';
  return [...ids].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** What an emergency lacks before it is deployed. */
function beforehand(
  decisions: readonly RoleDecision[],
  needed: readonly string[],
  context: WorkspaceContext,
): Omit<SummaryReport, 'range'> | undefined {
  const named = emergencyRoles(context.config);
  const good = decisions.filter((own) => isValidApproval(own, context.hasPassed) || isTold(own, context));
  const missing = named.filter((role) => !good.some((own) => own.role === role));
  if (missing.length > 0) return { message: 'emergency', args: roleArgs('roles', ...missing) };
  const isOne = (own: RoleDecision): boolean =>
    (needed.length === 0 || needed.includes(own.role)) &&
    (!own.involved || isError(approvalSelf.id, context));
  if (named.length === 0 && !good.some(isOne)) return { message: 'emergencyAny' };
  const counting = decisions.some((own) => isValidApproval(own, context.hasPassed));
  return counting && factsOf(context.summary, approvalFacts)?.nobodyInvolved
    ? { message: 'emergencyWhose' }
    : undefined;
}

/** Whether another finding says already why an approval does not count: nobody reads one thing twice. */
function isTold(decision: RoleDecision, context: WorkspaceContext): boolean {
  if (isEarly(decision, context.hasPassed)) return true;
  return decision.lacks !== undefined && isError(approvalUnbound.id, context);
}

/** The same, where a denial is told as well. */
function isDenied(own: RoleDecision, context: WorkspaceContext): boolean {
  return isTold(own, context) || (own.decision === 'denied' && isError(approvalDenied.id, context));
}

function isError(rule: string, { file, config }: WorkspaceContext): boolean {
  return (settingOf(rule, { file, config })?.severity ?? 'error') === 'error';
}
