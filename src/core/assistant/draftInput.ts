import { flag, options, type ToolCall, type ToolInput, type ToolParameter, text } from './toolParameter';

/** What a new record is made from: the words of `changebook new`, and its answers. */
export const draftParameters: { readonly [name: string]: ToolParameter } = {
  kind: text(
    'What it is made from: the id of a procedure, or change, ticket or procedure.',
    'De qué se hace: el identificador de un procedimiento, o cambio, incidencia o procedimiento.',
    { required: true, names: true },
  ),
  title: text('What it is called.', 'Cómo se llama.', { most: 200 }),
  customer: text('The customer, by key or name.', 'El cliente, por clave o nombre.'),
  environments: {
    type: 'texts',
    about: { en: 'The environments that change.', es: 'Los entornos que cambian.' },
  },
  start: text(
    'When it starts, such as 2026-12-01 22:00; next_slot looks for one.',
    'Cuándo empieza, como 2026-12-01 22:00; next_slot busca uno.',
  ),
  next_slot: flag('It starts at the next free slot.', 'Empieza en el siguiente hueco libre.'),
  duration: text('How long it takes, such as 1h30m.', 'Cuánto dura, como 1h30m.'),
  change_type: text('standard, normal or emergency.', 'estandar, normal o emergencia.'),
  requested_by: text('Who asks for it.', 'Quién lo pide.'),
  assignee: text('Who carries it out.', 'Quién lo ejecuta.'),
  from_tag: text(
    'Components, changelog and tickets of the release with that tag.',
    'Componentes, cambios y tickets de la publicación con esa etiqueta.',
    { names: true },
  ),
  since_tag: text(
    'The same of the commits since that tag; `last` is the last one.',
    'Lo mismo de los commits desde esa etiqueta; `last` es la última.',
    { names: true },
  ),
  fields: {
    type: 'object',
    about: {
      en: 'Of a change: other fields by their names, such as risk or justification.',
      es: 'De un cambio: otros campos por su nombre, como riesgo o justificacion.',
    },
  },
  sections: {
    type: 'object',
    about: {
      en: 'Of a change: markdown of its sections by name: summary, impact, changelog, deployment, rollback, tests.',
      es: 'De un cambio: markdown de sus secciones por su nombre: resumen, impacto, cambios, despliegue, reversion, pruebas.',
    },
  },
  language: text('Its language.', 'Su idioma.', { oneOf: ['en', 'es'] }),
};

const asOptions = [
  ...['title', 'customer', 'environments', 'start', 'next_slot', 'duration', 'change_type'],
  ...['requested_by', 'assignee', 'from_tag', 'language'],
];

/** The words of a call that makes such a record, without where it goes. */
export function draftWords(input: ToolInput): string[] {
  const { since_tag: since } = input;
  const sinceTag = since === undefined ? [] : [`--since-tag=${since === 'last' ? '' : String(since)}`];
  const answers = hasAnswers(input) ? ['--answers=-'] : [];
  return ['new', '--format=json', ...options(input, asOptions), ...sinceTag, ...answers, String(input.kind)];
}

/** Fields and sections as the answers that such a call reads. */
export function answersOf({ fields, sections }: ToolInput): Pick<ToolCall, 'input'> {
  if (!hasAnswers({ fields, sections })) return {};
  const given = typeof fields === 'object' ? fields : {};
  return { input: JSON.stringify({ ...given, ...(sections === undefined ? {} : { sections }) }) };
}

function hasAnswers({ fields, sections }: ToolInput): boolean {
  return fields !== undefined || sections !== undefined;
}
