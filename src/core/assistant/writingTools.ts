import type { Localized } from '../model/text/localized';
import { answersOf, draftParameters, draftWords } from './draftInput';
import { type AssistantTool, flag, options, text } from './toolParameter';

const id = text(
  'Id of the record, such as CHG-2026-0042.',
  'Identificador del registro, como CHG-2026-0042.',
  { required: true, names: true },
);

const dryRun = flag('Only say what would happen.', 'Solo decir qué pasaría.');

const forPeople: Localized = {
  en: 'What the board decided (cab) is for people to write down.',
  es: 'Lo que decidió el comité (cab) lo anotan las personas.',
};

/** Whether an assignment writes down a decision that no action of its own guards. */
function decides(fields: unknown): boolean {
  return Array.isArray(fields) && fields.some((field) => /^\s*["']?(?:cab|comite)\b/i.test(String(field)));
}

/**
 * The tools that commit, each one action. What says yes for somebody (approve, agree, waive, accept a risk) is for
 * people, and in no tool.
 */
export const writingTools: readonly AssistantTool[] = [
  {
    name: 'tick',
    title: { en: 'Tick a step', es: 'Marcar un paso' },
    about: {
      en: 'Ticks one step of a record that was done, as one commit.',
      es: 'Marca un paso hecho de un registro, con un commit.',
    },
    parameters: {
      id,
      step: text(
        'The step: its name, number or text, or its line as L91.',
        'El paso: su nombre, número o texto, o su línea como L91.',
        { required: true, names: true, most: 300 },
      ),
      evidence: text('A link or figure that shows it.', 'Un enlace o una cifra que lo demuestra.'),
      reason: text('Why; kept in the commit.', 'Por qué; queda en el commit.'),
      dry_run: dryRun,
    },
    writes: true,
    call: (input) => ({
      args: [
        ...['tick', '--format=json', ...options(input, ['evidence', 'reason', 'dry_run'])],
        ...['--', String(input.id), String(input.step)],
      ],
    }),
  },
  {
    name: 'set',
    title: { en: 'Set fields', es: 'Cambiar campos' },
    about: {
      en: 'Sets fields of a record, as one commit. Refused where approvals or agreement would become void, and for what people decide: status, approvals, agreement, waivers.',
      es: 'Cambia campos de un registro, con un commit. Se rechaza si anularía aprobaciones o la conformidad, y para lo que deciden las personas: estado, aprobaciones, conformidad, exenciones.',
    },
    parameters: {
      id,
      fields: {
        type: 'texts',
        required: true,
        about: {
          en: 'Each as field=value, list+=item, list-=item, or field= to remove one; such as schedule.duration=1h.',
          es: 'Cada uno como campo=valor, lista+=elemento, lista-=elemento, o campo= para quitarlo; como horario.duracion=1h.',
        },
      },
      dry_run: dryRun,
    },
    writes: true,
    refuses: ({ fields }) => (decides(fields) ? forPeople : undefined),
    call: (input) => ({
      args: [
        ...['set', '--format=json', ...options(input, ['dry_run']), '--', String(input.id)],
        ...(Array.isArray(input.fields) ? input.fields.map(String) : []),
      ],
    }),
  },
  {
    name: 'new',
    title: { en: 'Make a record', es: 'Crear un registro' },
    about: {
      en: 'Makes a change, ticket or procedure from a description of its fields, and its first commit. Look at it with draft_change first.',
      es: 'Crea un cambio, incidencia o procedimiento a partir de la descripción de sus campos, con su primer commit. Míralo antes con draft_change.',
    },
    parameters: draftParameters,
    writes: true,
    repeats: true,
    call: (input) => ({ args: [...draftWords(input), '--commit'], ...answersOf(input) }),
  },
  {
    name: 'notify',
    title: { en: 'Mark a notice as sent', es: 'Marcar un aviso como enviado' },
    about: {
      en: 'Writes down that a person sent a notice, as one commit. It sends nothing.',
      es: 'Anota que una persona envió un aviso, con un commit. No envía nada.',
    },
    parameters: {
      id,
      kind: text('The kind of notice, such as start.', 'La clase de aviso, como inicio.', {
        required: true,
        names: true,
      }),
      channel: text('How it was sent.', 'Por dónde se envió.'),
      at: text('When it was sent; now by default.', 'Cuándo se envió; ahora por defecto.'),
      dry_run: dryRun,
    },
    writes: true,
    repeats: true,
    call: (input) => ({
      args: [
        ...['notify', '--format=json', ...options(input, ['channel', 'at', 'dry_run'])],
        ...['--', String(input.id), String(input.kind)],
      ],
    }),
  },
];
