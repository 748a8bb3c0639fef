import { fillIn, type Language, type Localized } from '../model/text/localized';
import { type ToolCall, type ToolParameter, text } from './toolParameter';

/** Something that a person asks an assistant for by name: words to begin with, and what they are about. */
export interface AssistantPrompt {
  readonly name: string;
  readonly title: Localized;
  readonly about: Localized;
  readonly parameters: { readonly [name: string]: ToolParameter };
  readonly words: Localized;
  /** Whether what the rules find in the file of the first answer is quoted, too. */
  readonly checks?: true;
  /** Whose answers it is about, each a call of the command line. */
  calls(input: { readonly [name: string]: string | undefined }): readonly ToolCall[];
}

/** All prompts. */
export const assistantPrompts: readonly AssistantPrompt[] = [
  {
    name: 'write_change',
    title: { en: 'Write a change from these commits', es: 'Escribir un cambio a partir de estos commits' },
    about: {
      en: 'A draft from the commits since a tag, its open places filled in and checked.',
      es: 'Un borrador a partir de los commits desde una etiqueta, con sus huecos rellenados y comprobado.',
    },
    parameters: {
      procedure: text('The procedure that it follows.', 'El procedimiento que sigue.', { names: true }),
      since: text('The tag; the last one by default.', 'La etiqueta; por defecto, la última.', {
        names: true,
      }),
    },
    words: {
      en: 'Write a change record from the commits in the draft below. 1. Call draft_change with the same kind and since_tag, and with what you know: title, customer, environments, sections (summary, impact, rollback, tests). Say what a commit says and nothing that none says; leave as a placeholder what only a person knows. 2. Call check with the text, and change what is found until only decisions of people are left. 3. Show the text with a list of what is still open and who has to say it. Approvals, agreement and waivers are for people: do not write any.',
      es: 'Escribe un registro de cambio a partir de los commits del borrador de abajo. 1. Llama a draft_change con la misma clase y since_tag, y con lo que sepas: título, cliente, entornos, secciones (resumen, impacto, reversion, pruebas). Di lo que dice un commit y nada que no diga ninguno; deja como marcador lo que solo sabe una persona. 2. Llama a check con el texto y cambia lo que se encuentre hasta que solo queden decisiones de personas. 3. Muestra el texto con una lista de lo que sigue abierto y quién tiene que decirlo. Las aprobaciones, la conformidad y las exenciones son cosa de personas: no escribas ninguna.',
    },
    calls: ({ procedure = 'change', since = '' }) => [
      { args: ['new', '--format=json', '--stdout', `--since-tag=${since}`, procedure] },
    ],
  },
  {
    name: 'review_change',
    title: { en: 'Review this change', es: 'Revisar este cambio' },
    about: {
      en: 'What speaks for and against a change before people approve it.',
      es: 'Lo que habla a favor y en contra de un cambio antes de que lo aprueben las personas.',
    },
    parameters: {
      id: text('Id of the change.', 'Identificador del cambio.', { required: true, names: true }),
    },
    words: {
      en: 'Review the change {id}, which is quoted below with its findings and its audit trail. Say in this order: what it does and to whom; what the rules found, and what of it stops the deployment (explain_rule tells why a rule is there); whether the steps could be followed by somebody who did not write them, and whether the rollback takes back each of them; what the text promises and no step does; what you would ask the author. Do not decide: approving, agreeing, waiving and accepting a risk are for people.',
      es: 'Revisa el cambio {id}, citado abajo con sus hallazgos y su historial. Di, en este orden: qué hace y a quién afecta; qué encontraron las reglas y qué de ello impide el despliegue (explain_rule dice por qué existe una regla); si podría seguir los pasos alguien que no los escribió, y si la reversión deshace cada uno; qué promete el texto que ningún paso hace; qué preguntarías al autor. No decidas: aprobar, dar la conformidad, eximir y aceptar un riesgo es cosa de personas.',
    },
    checks: true,
    calls: ({ id = '' }) => [
      { args: ['show', '--format=json', '--text', '--', id] },
      { args: ['audit', '--format=json', '--', id] },
    ],
  },
];

/** The words of a prompt, with what was given filled in; the rest is quoted behind them. */
export function promptWords(
  { words }: AssistantPrompt,
  input: { readonly [name: string]: string | undefined },
  language: Language,
): string {
  const given = Object.entries(input).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return fillIn(words[language], Object.fromEntries(given));
}
