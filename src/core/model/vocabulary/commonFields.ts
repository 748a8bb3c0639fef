import { languageChoice, recordTypeChoice } from './choices';
import { field } from './fieldType';
import { boolean, date, listOf, listOrOne, object, recordId, text } from './fieldTypes';

/** Fields of a waiver: a finding that somebody answers for. */
export const waiverFields = {
  rule: field('regla', text, 'Rule whose finding is waived.', 'Regla que se exime.', 'schedule/friday'),
  by: field('por', text, 'Who answers for it.', 'Quién responde de ello.', 'Rita Mas'),
  reason: field(
    'motivo',
    text,
    'Why it is acceptable.',
    'Por qué es aceptable.',
    'The customer closes on Mondays',
  ),
  until: field('hasta', date, 'Last day on which it holds.', 'Último día en que vale.', '2026-12-31'),
};

/** Where a record came from that was not written here. */
const importedFields = {
  from: field('de', text, 'What it was imported from.', 'De dónde se importó.', 'servicenow'),
  id: field('id', text, 'Its id there.', 'Su identificador allí.', 'CHG0030001'),
  url: field(
    'url',
    text,
    'Its address there.',
    'Su dirección allí.',
    'https://acme.service-now.com/change_request.do?sys_id=1',
  ),
  open: field(
    'abierto',
    boolean,
    'It was still open when it was imported, so that all rules count for it.',
    'Seguía abierto al importarlo, así que valen para él todas las reglas.',
    'true',
  ),
};

/** `imported`, of changes and tickets: they come last. */
export const importedField = field(
  'importado',
  object(importedFields),
  'Where the record was imported from. One that was closed there is reported only for its format and its links.',
  'De dónde se importó el registro. De uno que allí ya estaba cerrado solo se señalan el formato y los enlaces.',
  '{ from: servicenow, id: CHG0030001 }',
);

/** Fields that every record has, in their usual order. */
export const commonFields = {
  id: field(
    'id',
    recordId,
    'Identifier of the record, unique in the workspace.',
    'Identificador del registro, único en el espacio de trabajo.',
    'CHG-2026-0042',
  ),
  type: field(
    'tipo',
    recordTypeChoice,
    'What the record is: a procedure, a change or a ticket.',
    'Qué es el registro: un procedimiento, un cambio o una incidencia.',
    'change',
  ),
  title: field(
    'titulo',
    text,
    'Title; without it the first top heading counts.',
    'Título; si falta, vale el primer encabezado de nivel uno.',
    'Portal 4.2.0 in production',
  ),
  category: field(
    'categoria',
    text,
    'Free grouping of records.',
    'Agrupación libre de registros.',
    'release',
  ),
  owner: field(
    'propietario',
    text,
    'Team or person that answers for the record.',
    'Equipo o persona responsable del registro.',
    'portal-team',
  ),
  created: field(
    'fecha_creacion',
    date,
    'Day on which the record was made.',
    'Día en que se creó el registro.',
    '2026-11-03',
  ),
  related: field(
    'relacionados',
    listOf(recordId),
    'Ids of records to read beside this one.',
    'Identificadores de registros que conviene leer junto a este.',
    '[PROC-RELEASE]',
  ),
  language: field(
    'idioma',
    languageChoice,
    'Language of the record and of what is drafted from it.',
    'Idioma del registro y de lo que se redacta a partir de él.',
    'es',
  ),
  waivers: field(
    'exenciones',
    listOf(object(waiverFields)),
    'Findings that somebody answers for, with who and why.',
    'Hallazgos de los que alguien responde, con quién y por qué.',
    '[{ rule: schedule/friday, by: Rita Mas, reason: The customer closes on Mondays }]',
  ),
  tags: field(
    'etiquetas',
    listOrOne(text),
    'Words of your own to find it by.',
    'Palabras propias para encontrarlo.',
    '[infra]',
  ),
};
