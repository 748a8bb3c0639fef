import { neededRoles } from '../../approvals/neededRoles';
import { unpackRange } from '../../model/text/range';
import { impactLevelChoice } from '../../model/vocabulary/choices';
import { riskOf } from '../../risk/riskOf';
import { ofChangeFacts } from '../ofChange';
import { roleArgs } from '../roleArgs';
import type { WorkspaceRule } from '../rule';

/** `approval/missing`: every role that a change needs has approved it. */
export const approvalMissing: WorkspaceRule = {
  id: 'approval/missing',
  scope: 'workspace',
  severity: 'error',
  from: 'to_be_released',
  emergency: { from: 'done' },
  appliesTo: ['change'],
  reads: ['approvals', 'deployment_type', 'impact', 'change_type'],
  options: {},
  sources: ['M', 'A'],
  title: { en: 'Approval missing', es: 'Falta una aprobación' },
  explanation: {
    en: 'From the moment that a change waits for its window, every role that it needs has approved it: quality assurance, a peer and operations always, project and product also for types 3 and 4 and where the risk is high. The configuration can say otherwise under `approvals`. Emergencies are approved afterwards, before they are done; standard changes as the configuration says for them.',
    es: 'Desde que un cambio espera su ventana lo han aprobado todos los roles que necesita: calidad, un par y operaciones siempre; proyecto y producto también en los tipos 3 y 4 y donde el riesgo es alto. La configuración puede decir otra cosa en `aprobaciones`. Las emergencias se aprueban después, antes de cerrarlas; los cambios estándar, como diga la configuración para ellos.',
  },
  messages: {
    missing: {
      en: 'Not approved yet by: {roles} (risk {risk}). Each decides in `approvals`.',
      es: 'Aún sin aprobar por: {roles} (riesgo {risk}). Cada rol decide en `aprobaciones`.',
    },
  },
  fixTitles: {},
  check: ofChangeFacts(function* (facts, { file, index, hasPassed, config }) {
    const { level } = riskOf(facts, file, index, hasPassed);
    const approved = new Set(
      facts.approvals.flatMap(({ role, decision }) => (decision === 'approved' ? [role] : [])),
    );
    const missing = neededRoles(facts, level, config).filter((role) => !approved.has(role));
    const { approvals: place } = facts.at;
    if (missing.length === 0 || !place) return;
    const args = {
      ...roleArgs('roles', ...missing),
      'risk.en': level,
      'risk.es': impactLevelChoice.choices[level][0],
    };
    yield { message: 'missing', range: unpackRange(place), args };
  }),
};
