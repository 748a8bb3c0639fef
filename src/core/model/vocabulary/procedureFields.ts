import { changeStatusChoice } from './choices';
import { commonFields } from './commonFields';
import { field } from './fieldType';
import { listOf, object, openChoice, semanticVersion, text } from './fieldTypes';

/** Fields of a gate: what must be ticked before a section or a state is open. */
export const gateFields = {
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
    semanticVersion,
    'Version of the procedure, by Semantic Versioning; changes pin it.',
    'Versión del procedimiento, según Semantic Versioning; los cambios la fijan.',
    '1.0.0',
  ),
  gates: field(
    'compuertas',
    listOf(object(gateFields)),
    'Which steps must be ticked before a section or a state is open.',
    'Qué pasos deben marcarse antes de abrir una sección o un estado.',
    '[{ section: "5.", requires: ["1."] }]',
  ),
};
