import { approvalFields } from './changeParts';
import { changeStatusChoice } from './choices';
import { commonFields } from './commonFields';
import { defaultFields } from './defaultFields';
import { field } from './fieldType';
import { boolean, date, integer, listOf, object, openChoice, raw, text, version } from './fieldTypes';

/** Fields of a gate: what must be ticked before a section or a state is open. */
const gateFields = {
  section: field(
    'seccion',
    text,
    'Start of the heading whose steps wait.',
    'Comienzo del encabezado cuyos pasos esperan.',
    '"5."',
  ),
  state: field(
    'estado',
    openChoice(changeStatusChoice.choices, 'configuredState'),
    'State that waits.',
    'Estado que espera.',
    'releasing',
  ),
  phase: field('fase', text, 'Phase that waits, by its name.', 'Fase que espera, por su nombre.', 'All'),
  requires: field(
    'requiere',
    listOf(text),
    'Starts of the headings whose steps must be ticked first.',
    'Comienzos de los encabezados cuyos pasos deben marcarse antes.',
    '["1."]',
  ),
};

/** Fields of what is approved once for all changes that are made from a procedure. */
export const standardFields = {
  when: field(
    'cuando',
    raw,
    'Values of closed fields that a change must have, as in `approvals` of the configuration.',
    'Valores de campos cerrados que debe tener un cambio, como en `aprobaciones` de la configuración.',
    '{ risk: low, deployment_type: [1, 2] }',
  ),
  until: field(
    'hasta',
    date,
    'Last day on which its changes may begin.',
    'Último día en que pueden empezar sus cambios.',
    '2027-06-30',
  ),
  max_failures: field(
    'max_fallos',
    integer,
    'How many failed or rolled back changes end it, so that it has to be approved anew; 2 without it.',
    'Cuántos cambios fallidos o revertidos lo terminan, de modo que hay que aprobarlo de nuevo; sin ello, 2.',
    '2',
  ),
  approvals: field(
    'aprobaciones',
    listOf(object(approvalFields)),
    'Decisions by role on this very text; the latest of a role counts.',
    'Decisiones por rol sobre este mismo texto; cuenta la última de cada rol.',
    '[{ role: operations, by: Nil Roca, at: 2026-11-02 10:05, decision: approved }]',
  ),
};

/** Fields of a procedure. */
export const procedureFields = {
  ...commonFields,
  version: field(
    'version',
    version,
    'Version of the procedure, of any scheme; changes pin it.',
    'Versión del procedimiento, de cualquier esquema; los cambios la fijan.',
    '1.0.0',
  ),
  retired: field(
    'retirado',
    boolean,
    'Whether the version that the file has is retired: no change is made from it any more.',
    'Si la versión que tiene el fichero está retirada: ya no se crean cambios a partir de ella.',
    'true',
  ),
  gates: field(
    'compuertas',
    listOf(object(gateFields)),
    'Which steps must be ticked before a section or a state is open.',
    'Qué pasos deben marcarse antes de abrir una sección o un estado.',
    '[{ section: "5.", requires: ["1."] }]',
  ),
  standard: field(
    'estandar',
    object(standardFields),
    'That its changes are standard ones: approved with it, so that those which are as it says need no approval of their own.',
    'Que sus cambios son estándar: se aprueban con él, así que los que son como dice no necesitan aprobación propia.',
    '{ when: { risk: low }, until: 2027-06-30 }',
  ),
  defaults: field(
    'valores_por_defecto',
    object(defaultFields),
    'What a new change that follows it begins with: any fields of a change but those that each change gets by itself.',
    'Con qué empieza un cambio nuevo que lo sigue: cualquier campo de un cambio, salvo los que cada cambio recibe por sí mismo.',
    '{ change_type: standard, environments: [PRO] }',
  ),
};
