import { approvedRoles } from '../../approvals/approvedRoles';
import { neededRoles } from '../../approvals/neededRoles';
import { readCondition } from '../../config/conditions';
import { gapIn, placeOf } from '../../findings/places';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import { locate } from '../../model/parse/located';
import { hintArgs, nearestName } from '../../model/parse/nearest';
import type { ParsedRecord, RecordOf } from '../../model/parse/record';
import type { MessageArgs } from '../../model/text/localized';
import { type LineRange, type PackedRange, type TextRange, unpackRange } from '../../model/text/range';
import { riskOf } from '../../risk/riskOf';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';
import { standardCover, stateArgs } from './standardCover';
import { standardState } from './standardState';

/** Something about `standard` that cannot be used. */
interface StandardProblem {
  readonly message: 'noWhen' | 'field' | 'value' | 'noFailures';
  readonly range: LineRange;
  readonly args: MessageArgs;
}

/** Where the findings of a record belong, and what is wrong with its `standard`. */
interface StandardPlace {
  readonly range: PackedRange;
  readonly problems?: readonly StandardProblem[];
}

/** `approval/standard`: a standard change is what was approved with its procedure, while that counts. */
export const approvalStandard = defineRule({
  id: 'approval/standard',
  scope: 'workspace',
  severity: 'warning',
  needsTeam: true,
  appliesTo: ['change', 'procedure'],
  waivable: false,
  errorFrom: 'to_be_released',
  lasts: 'open',
  reads: ['change_type', 'procedure', 'standard'],
  title: {
    en: 'Standard change that needs its own approvals',
    es: 'Cambio estándar que necesita aprobación propia',
  },
  explanation: {
    en: 'A procedure with `standard` is approved once, with `changebook approve PROC-X`, by the roles that any change would need which is as `when` says. Its changes with `change_type: standard` then need no approval of their own: while they meet `when`, follow that version, and say under Deployment, Rollback and Checklist what `changebook new` wrote, ticks and n/a marks aside, without further steps and without waivers but of what counts at the end. The rest of the change may not alter what these sections say: where their links lead, by a definition or a heading elsewhere, what their footnotes say, HTML that opens above them, or another heading that reads like theirs. The approval is bound to the text of the procedure and verified by its commit, like that of a change; where nobody is named to hold a role, it counts for no change of whoever gave it. It ends with the day `until`, the last one on which a change may begin: what was begun by then may go on. It ends as well when so many of its changes as `max_failures` says (2) failed or were rolled back since, from the moment that somebody begins to, however the change ends; then the procedure is approved anew. A change that is none of these needs approvals of its own, like any other, and the rule is silent once it has them. With `check --since` the procedure of the base decides, with the failures that counted there, not that of the same branch.',
    es: 'Un procedimiento con `estandar` se aprueba una vez, con `changebook approve PROC-X`, por los roles que necesitaría cualquier cambio que sea como dice `cuando`. Sus cambios con `tipo_cambio: estandar` ya no necesitan aprobación propia: mientras cumplan `cuando`, sigan esa versión y digan en Despliegue, Reversión y Checklist lo que escribió `changebook new`, sin contar marcas ni n/a, sin pasos de más y sin exenciones, salvo de lo que cuenta al cerrarlo. El resto del cambio no puede alterar lo que dicen esas secciones: adónde llevan sus enlaces, por una definición o un título de otro lugar, qué dicen sus notas al pie, HTML que se abre antes de ellas u otro título que se lee como el suyo. La aprobación está ligada al texto del procedimiento y se verifica por su commit, como la de un cambio; si no se nombra a quienes tienen un rol, no cuenta para los cambios de quien la dio. Termina con el día `hasta`, el último en que puede empezar un cambio: lo que se empezó a tiempo puede seguir. También termina cuando desde entonces han fallado o se han revertido tantos de sus cambios como dice `max_fallos` (2), desde que alguien empieza a revertirlos y acaben como acaben; entonces el procedimiento se aprueba de nuevo. Un cambio que no es así necesita aprobaciones propias, como cualquier otro, y la regla calla cuando las tiene. Con `check --since` decide el procedimiento de la base, con los fallos que contaban allí, no el de la misma rama.',
  },
  messages: {
    noWhen: {
      en: 'A standard procedure says in `when` which changes it is approved for, such as `when: { risk: low }`; without it, none is.',
      es: 'Un procedimiento estándar dice en `cuando` para qué cambios se aprueba, como `cuando: { riesgo: bajo }`; sin ello, para ninguno.',
    },
    field: {
      en: 'A condition knows no “{value}”.{hint} It may ask for {known}.',
      es: 'Una condición no conoce «{value}».{hint} Puede preguntar por {known}.',
    },
    value: {
      en: '“{value}” is not a value of this field.{hint} It may be {known}.',
      es: '«{value}» no es un valor de este campo.{hint} Puede ser {known}.',
    },
    noFailures: {
      en: '`max_failures` is at least 1: how many failures end it.',
      es: '`max_fallos` es al menos 1: cuántos fallos lo terminan.',
    },
    noConditions: {
      en: '{procedure} does not say in `when` which changes it is approved for, so this one needs approvals of its own.',
      es: '{procedure} no dice en `cuando` para qué cambios se aprueba, así que este necesita aprobación propia.',
    },
    twin: {
      en: 'There is more than one {procedure}, so nobody knows which of them was approved; give one of them another id.',
      es: 'Hay más de un {procedure}, así que no se sabe cuál se aprobó; da a uno de ellos otro identificador.',
    },
    ended: {
      en: '{procedure} was approved for standard changes until {until}. Set another day and have it approved anew: `changebook approve {procedure}`.',
      es: '{procedure} estaba aprobado para cambios estándar hasta el {until}. Pon otro día y pide que se apruebe de nuevo: `changebook approve {procedure}`.',
    },
    late: {
      en: 'This change begins after {until}, the last day for which {procedure} is approved. Move it, or have it approved itself: `changebook approve`.',
      es: 'Este cambio empieza después del {until}, el último día para el que {procedure} está aprobado. Muévelo o pide que se apruebe él mismo: `changebook approve`.',
    },
    withdrawn: {
      en: '{count} {count|change|changes} of {procedure} failed or {count|was|were} rolled back since it was approved, so it is no standard one any more. Mend it and have it approved anew: `changebook approve {procedure}`.',
      es: '{count} {count|cambio|cambios} de {procedure} {count|ha fallado o se ha|han fallado o se han} revertido desde que se aprobó, así que ya no es estándar. Corrígelo y pide que se apruebe de nuevo: `changebook approve {procedure}`.',
    },
    denied: {
      en: '{procedure} was denied as a procedure for standard changes, so this one needs approvals of its own.',
      es: '{procedure} se denegó como procedimiento para cambios estándar, así que este necesita aprobación propia.',
    },
    edited: {
      en: '{procedure} was edited after it was approved. Have it approved anew by {roles}: `changebook approve {procedure}`.',
      es: '{procedure} se editó después de aprobarse. Falta que lo apruebe de nuevo {roles}: `changebook approve {procedure}`.',
    },
    unverified: {
      en: 'The approval of {procedure} as {roles} does not count by the commit that brought it. Have it given anew: `changebook approve {procedure}`.',
      es: 'La aprobación de {procedure} como {roles} no cuenta por el commit que la trajo. Pide que se dé de nuevo: `changebook approve {procedure}`.',
    },
    open: {
      en: '{procedure} is not approved for standard changes yet by: {roles}. `changebook approve {procedure}` does it.',
      es: '{procedure} aún no está aprobado para cambios estándar por: {roles}. Se hace con `changebook approve {procedure}`.',
    },
    version: {
      en: 'This change was made from version {pinned} of {procedure}, and {version} is what was approved. Take that over (`changebook update`), or have it approved itself: `changebook approve`.',
      es: 'Este cambio se creó con la versión {pinned} de {procedure}, y la aprobada es la {version}. Incorpórala (`changebook update`) o pide que se apruebe él mismo: `changebook approve`.',
    },
    conditions: {
      en: '{procedure} is not approved for changes like this one: see {fields} under its `when`. Make it a normal change, or have it approved itself: `changebook approve`.',
      es: '{procedure} no está aprobado para cambios como este: mira {fields} en su `cuando`. Conviértelo en un cambio normal o pide que se apruebe él mismo: `changebook approve`.',
    },
    differs: {
      en: 'Something else stands under {sections} than {procedure} was approved with, or the rest of the change alters what it says. Write what the procedure says, or have this change approved itself: `changebook approve`.',
      es: 'En {sections} hay algo distinto de lo que se aprobó con {procedure}, o el resto del cambio altera lo que dice. Escribe lo que dice el procedimiento, o pide que se apruebe este cambio: `changebook approve`.',
    },
    furtherStep: {
      en: '{procedure} was approved without the step {step}. Take it out, or have this change approved itself: `changebook approve`.',
      es: '{procedure} se aprobó sin el paso {step}. Quítalo o pide que se apruebe este cambio: `changebook approve`.',
    },
    waived: {
      en: 'Nobody agreed to the waiver of {rule} when {procedure} was approved. Do without it, or have this change approved itself: `changebook approve`.',
      es: 'Nadie aceptó la exención de {rule} cuando se aprobó {procedure}. Prescinde de ella o pide que se apruebe este cambio: `changebook approve`.',
    },
    own: {
      en: '{by}, who requested this change or performs it, approved {procedure} as {roles}, and the configuration names no `holders` of that role. Somebody else must approve one of the two.',
      es: '{by}, que solicitó este cambio o lo realiza, aprobó {procedure} como {roles}, y la configuración no nombra `titulares` de ese rol. Uno de los dos debe aprobarlo otra persona.',
    },
    procedure: { en: 'The procedure.', es: 'El procedimiento.' },
  },
  facts(record: ParsedRecord): StandardPlace | undefined {
    if (record.type === 'procedure') return ofProcedure(record);
    if (record.type !== 'change' || record.data.change_type !== 'standard') return undefined;
    return { range: record.lines.packedAt(placeOf(record, ['change_type'])) };
  },
  *check(place, context) {
    for (const problem of place.problems ?? []) yield { ...problem, severity: 'error' };
    const report =
      context.summary.type === 'procedure' ? stateReport(place, context) : coverReport(place, context);
    if (report) yield report;
  },
});

/** What is wrong with `standard` of a procedure, so that nobody can approve it. */
export function standardProblems(record: RecordOf<'procedure'>): readonly StandardProblem[] {
  return ofProcedure(record)?.problems ?? [];
}

function ofProcedure(record: RecordOf<'procedure'>): StandardPlace | undefined {
  const { standard } = record.data;
  if (!standard) return undefined;
  const { lines } = record;
  const problems: StandardProblem[] = [];
  const report = (message: StandardProblem['message'], range: TextRange, args: MessageArgs = {}): void => {
    problems.push({ message, range: lines.rangeAt(range), args });
  };
  const node = locate(record.located, ['standard', 'when'])?.node;
  const condition = readCondition(standard.when, ({ field, value, known }) => {
    const entry = node?.kind === 'map' ? node.entries.find(({ key }) => key === field) : undefined;
    const range =
      (value === undefined ? entry?.keyRange : entry?.value.range) ?? gapIn(record, ['standard', 'when']);
    const args = {
      value: (value ?? field).slice(0, 60),
      known: known.join(', '),
      ...hintArgs(nearestName(value ?? field, known)),
    };
    report(value === undefined ? 'field' : 'value', range, args);
  });
  if (condition.size === 0 && problems.length === 0) report('noWhen', gapIn(record, ['standard', 'when']));
  if (standard.max_failures === 0) report('noFailures', placeOf(record, ['standard', 'max_failures']));
  const range = lines.packedAt(gapIn(record, ['standard']));
  return problems.length > 0 ? { range, problems } : { range };
}

/** What the procedure itself is told: what it still needs, or that it has ended. */
function stateReport({ range }: StandardPlace, context: WorkspaceContext): SummaryReport | undefined {
  const { file, summary, index } = context;
  const entry = index.entry(file);
  const state = entry && standardState(entry, { ...context, index });
  const { flaw } = state ?? {};
  // What other rules say at its approvals is not said twice.
  if (!state || !flaw || !['open', 'ended', 'withdrawn', 'twin'].includes(flaw)) return undefined;
  const severity = flaw === 'open' ? ('info' as const) : ('warning' as const);
  return { message: flaw, range: unpackRange(range), args: stateArgs({ summary }, state), severity };
}

/** Why a change is not approved with its procedure; nothing where it has all approvals itself. */
function coverReport({ range }: StandardPlace, context: WorkspaceContext): SummaryReport | undefined {
  const { summary, file, index, config, hasPassed } = context;
  const cover = isOpen(summary.stage) ? standardCover(context) : undefined;
  if (!cover?.flaw || !summary.change) return undefined;
  const needed = neededRoles(summary.change, riskOf(summary.change, file, index, hasPassed).level, config);
  const own = approvedRoles(factsOf(summary, approvalFacts)?.decisions ?? [], hasPassed);
  if (needed.length > 0 && needed.every((role) => own.has(role))) return undefined;
  const { procedure } = cover;
  const related = [
    { file: procedure.file, range: unpackRange(procedure.summary.idRange), message: 'procedure' },
  ];
  return { ...cover.flaw, range: unpackRange(range), related };
}
