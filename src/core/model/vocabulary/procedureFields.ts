import { changeStatusChoice } from './choices';
import { commonFields } from './commonFields';
import { defaultFields } from './defaultFields';
import { field } from './fieldType';
import { boolean, listOf, object, openChoice, text, version } from './fieldTypes';

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
  defaults: field(
    'valores_por_defecto',
    object(defaultFields),
    'What a new change that follows it begins with: any fields of a change but those that each change gets by itself.',
    'Con qué empieza un cambio nuevo que lo sigue: cualquier campo de un cambio, salvo los que cada cambio recibe por sí mismo.',
    '{ change_type: standard, environments: [PRO] }',
  ),
};
