import { figureGroupings } from '../figures/figureGroupings';
import { groupings } from '../pending/pendingNames';
import { answersOf, draftParameters, draftWords } from './draftInput';
import { noRecordIn } from './noRecordIn';
import { type AssistantTool, flag, option, options, text } from './toolParameter';

const id = text(
  'Id of the record, such as CHG-2026-0042, or its file in the workspace.',
  'Identificador del registro, como CHG-2026-0042, o su fichero en el espacio de trabajo.',
  { required: true, names: true },
);

const json = '--format=json';

/** The tools that read; none of them writes or commits anything. */
export const readingTools: readonly AssistantTool[] = [
  {
    name: 'list_pending',
    title: { en: 'List pending changes', es: 'Listar los cambios pendientes' },
    about: {
      en: 'The changes that are still open: when they go out, how late they are, on whom they wait, how many steps are done, and what was found in them.',
      es: 'Los cambios aún abiertos: cuándo salen, cuánto retraso llevan, a quién le toca, cuántos pasos están hechos y qué se ha encontrado en ellos.',
    },
    parameters: {
      customer: text(
        'Only those of a customer, by key or name.',
        'Solo los de un cliente, por clave o nombre.',
      ),
      waits_on: text('Only those that wait on them.', 'Solo los que esperan a estos.', {
        oneOf: ['us', 'customer', 'partner', 'nobody'],
      }),
      group: text(
        'How they are grouped; window by default.',
        'Cómo se agrupan; si no se dice, por ventana.',
        {
          oneOf: groupings,
        },
      ),
      due: flag('Only those with a step that is due.', 'Solo los que tienen un paso que ya toca.'),
      mine: flag(
        'Only those that name whoever git knows here.',
        'Solo los que nombran a quien git conoce aquí.',
      ),
    },
    call: (input) => ({
      args: ['pending', json, ...options(input, ['customer', 'waits_on', 'group', 'due', 'mine'])],
    }),
  },
  {
    name: 'get_record',
    title: { en: 'Read a record', es: 'Leer un registro' },
    about: {
      en: 'What a record says: its fields, sections, steps and risk, and its whole text.',
      es: 'Lo que dice un registro: sus campos, secciones, pasos y riesgo, y su texto completo.',
    },
    parameters: { id },
    keepsBack: noRecordIn,
    call: (input) => ({ args: ['show', json, '--text', '--', String(input.id)] }),
  },
  {
    name: 'check',
    title: { en: 'Check records', es: 'Comprobar registros' },
    about: {
      en: 'What the rules find: in the whole workspace, in one file or folder of it, or in a text that is not written yet.',
      es: 'Lo que encuentran las reglas: en todo el espacio de trabajo, en uno de sus ficheros o carpetas, o en un texto aún sin escribir.',
    },
    parameters: {
      path: text(
        'A file or folder of the workspace; of a text, the file that it would be.',
        'Un fichero o carpeta del espacio de trabajo; de un texto, el fichero que sería.',
        { names: true },
      ),
      text: text('The text of a record, in place of files.', 'El texto de un registro, en vez de ficheros.', {
        most: 200_000,
      }),
      since: text(
        'Only what came with this branch since that revision.',
        'Solo lo que trae esta rama desde esa revisión.',
        { names: true },
      ),
    },
    call(input) {
      const { path, since } = input;
      if (typeof input.text === 'string')
        return { args: ['check', json, ...option('stdin-path', path), '-'], input: input.text };
      const paths = path === undefined ? [] : ['--', String(path)];
      return { args: ['check', json, ...option('since', since), ...paths] };
    },
  },
  {
    name: 'explain_rule',
    title: { en: 'Explain a rule', es: 'Explicar una regla' },
    about: {
      en: 'The page of a rule: what it finds and why, an example that is wrong and one that is right, its options and fixes.',
      es: 'La página de una regla: qué encuentra y por qué, un ejemplo equivocado y otro correcto, sus opciones y correcciones.',
    },
    parameters: {
      rule: text('Its id, such as schedule/freeze.', 'Su identificador, como schedule/freeze.', {
        required: true,
        most: 80,
      }),
    },
    call: (input) => ({ rule: String(input.rule) }),
  },
  {
    name: 'next_slot',
    title: { en: 'Find the next slot', es: 'Buscar el siguiente hueco' },
    about: {
      en: 'The next starts of a change that no rule of the schedule speaks against; or what speaks against one start.',
      es: 'Los siguientes inicios de un cambio que ninguna regla del calendario impide; o qué impide un inicio concreto.',
    },
    parameters: {
      id,
      count: {
        type: 'number',
        about: { en: 'How many are looked for.', es: 'Cuántos se buscan.' },
      },
      at: text(
        'A start, such as 2026-12-18 22:00, of which it is said what speaks against it.',
        'Un inicio, como 2026-12-18 22:00, del que se dice qué lo impide.',
      ),
    },
    call: (input) => ({ args: ['slot', json, ...options(input, ['count', 'at']), '--', String(input.id)] }),
  },
  {
    name: 'draft_change',
    title: { en: 'Draft a change', es: 'Redactar un cambio' },
    about: {
      en: 'The text of a new change (or ticket or procedure) from a description of its fields, with what is still open in it. Nothing is written; the tool check takes the text.',
      es: 'El texto de un cambio nuevo (o incidencia o procedimiento) a partir de la descripción de sus campos, con lo que aún queda abierto. No se escribe nada; la herramienta check admite el texto.',
    },
    parameters: draftParameters,
    call: (input) => ({ args: [...draftWords(input), '--stdout'], ...answersOf(input) }),
  },
  {
    name: 'draft_notice',
    title: { en: 'Draft a notice', es: 'Redactar un aviso' },
    about: {
      en: 'A notice of a change, ready to be sent by a person, with whom it goes to and what it still lacks. Nothing is sent.',
      es: 'Un aviso de un cambio, listo para que lo envíe una persona, con sus destinatarios y lo que aún le falta. No se envía nada.',
    },
    parameters: {
      id,
      kind: text(
        'approval_request, agreement_request, users, banner, start, delay, end, qa_results, rollback, announcement, closing, ticket_comment or pull_request.',
        'solicitud_aprobacion, solicitud_conformidad, usuarios, aviso_aplicacion, inicio, demora, fin, resultados_qa, reversion, anuncio, cierre, comentario_ticket o pull_request.',
        { required: true, names: true },
      ),
      language: text('Its language; the customer’s by default.', 'Su idioma; por defecto, el del cliente.', {
        oneOf: ['en', 'es'],
      }),
      audience: text('To whom it goes.', 'A quién va.', { oneOf: ['team', 'customer', 'parties', 'users'] }),
      until: text(
        'Of a delay: when it should be finished now.',
        'De una demora: cuándo debería terminar ahora.',
      ),
    },
    call: (input) => ({
      args: [
        ...['draft', json, ...options(input, ['language', 'audience', 'until'])],
        ...['--', String(input.id), String(input.kind)],
      ],
    }),
  },
  {
    name: 'diff',
    title: { en: 'Compare revisions', es: 'Comparar revisiones' },
    about: {
      en: 'What changed in records since a revision of git, by whom, and what was loosened.',
      es: 'Qué cambió en los registros desde una revisión de git, quién lo cambió y qué se relajó.',
    },
    parameters: {
      base: text('The older revision, such as origin/main.', 'La revisión anterior, como origin/main.', {
        required: true,
        names: true,
      }),
      head: text(
        'The newer one; else the files as they are.',
        'La posterior; si no, los ficheros tal cual.',
        {
          names: true,
        },
      ),
    },
    call: ({ base, head }) => ({
      args: ['diff', json, '--', String(base), ...(head === undefined ? [] : [String(head)])],
    }),
  },
  {
    name: 'audit',
    title: { en: 'Show an audit trail', es: 'Mostrar un historial' },
    about: {
      en: 'The audit trail of a record: who did what, when, why and with what evidence.',
      es: 'El historial de un registro: quién hizo qué, cuándo, por qué y con qué evidencia.',
    },
    parameters: { id },
    call: (input) => ({ args: ['audit', json, '--', String(input.id)] }),
  },
  {
    name: 'figures',
    title: { en: 'Reckon delivery figures', es: 'Calcular cifras de entrega' },
    about: {
      en: 'How often and how fast changes were deployed, how many failed, how long it took to restore, and whether plans and notices were kept; with how many deployments each figure is made of and how many are left out. Times are minutes.',
      es: 'Con qué frecuencia y rapidez se desplegaron los cambios, cuántos fallaron, cuánto se tardó en restaurar y si se cumplieron planes y avisos; con cuántos despliegues forman cada cifra y cuántos no cuentan. Los tiempos son minutos.',
    },
    parameters: {
      group: text('Figures of each group as well.', 'También las cifras de cada grupo.', {
        oneOf: figureGroupings,
      }),
      from: text('First day, such as 2026-01-01.', 'Primer día, como 2026-01-01.'),
      to: text('Last day; today by default.', 'Último día; si no se dice, hoy.'),
      customer: text('One customer alone, by key or name.', 'Un solo cliente, por clave o nombre.'),
    },
    call: (input) => ({
      args: ['figures', json, ...options(input, ['group', 'from', 'to', 'customer'])],
    }),
  },
];
