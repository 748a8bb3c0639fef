import type { Localized } from '../text/localized';

/** What stands behind the `=` of a word; a word that holds nothing has none. */
export type StepWordValue = 'nothing' | 'text' | 'duration' | 'offset';

/** A word that the comment of a step may hold besides the step's name. */
export interface StepWord {
  /** Its Spanish name. */
  readonly es: string;
  readonly holds: StepWordValue;
  readonly description: Localized;
  readonly example: Localized;
}

/** The words of `<!-- step: name by=dba takes=10m evidence -->`, in any order behind the name. */
export const stepWords = {
  by: {
    es: 'por',
    holds: 'text',
    description: {
      en: 'Who does it: a role of the approvals, a person, or any name of a team. Who ticks it is compared where the configuration says who that is',
      es: 'Quién lo hace: un rol de las aprobaciones, una persona o el nombre de un equipo. Se compara con quien lo marca si la configuración dice quién es',
    },
    example: { en: 'by=dba', es: 'por=dba' },
  },
  takes: {
    es: 'dura',
    holds: 'duration',
    description: {
      en: 'How long it takes; together the steps fit into the window',
      es: 'Cuánto dura; todos los pasos juntos caben en la ventana',
    },
    example: { en: 'takes=10m', es: 'dura=10m' },
  },
  at: {
    es: 'a',
    holds: 'offset',
    description: {
      en: 'When it is due: so long before the start (`-24h`), or behind it (`+30m`, `0m` at the start itself)',
      es: 'Cuándo toca: tanto tiempo antes del inicio (`-24h`) o después (`+30m`, `0m` en el mismo inicio)',
    },
    example: { en: 'at=-24h', es: 'a=-24h' },
  },
  choice: {
    es: 'opcion',
    holds: 'text',
    description: {
      en: 'One of several: of the steps with the same choice one is ticked, and the others then do not apply',
      es: 'Uno de varios: de los pasos con la misma opción se marca uno, y los demás entonces no se aplican',
    },
    example: { en: 'choice=channel', es: 'opcion=canal' },
  },
  if: {
    es: 'si',
    holds: 'text',
    description: {
      en: 'It counts only where the change has that field, or where the conditions of the change or of its customer have that word',
      es: 'Solo cuenta si el cambio tiene ese campo, o si las condiciones del cambio o de su cliente tienen esa palabra',
    },
    example: { en: 'if=database', es: 'si=base_de_datos' },
  },
  evidence: {
    es: 'evidencia',
    holds: 'nothing',
    description: {
      en: 'Ticking it, or marking it as not applicable, asks for evidence: a line, or a file',
      es: 'Marcarlo, o señalar que no se aplica, pide evidencia: una línea o un fichero',
    },
    example: { en: 'evidence', es: 'evidencia' },
  },
  optional: {
    es: 'opcional',
    holds: 'nothing',
    description: {
      en: 'It may stay open: no gate waits for it, nor does the end of the change',
      es: 'Puede quedar abierto: ni las compuertas ni el cierre del cambio lo esperan',
    },
    example: { en: 'optional', es: 'opcional' },
  },
} as const satisfies { readonly [name: string]: StepWord };

export type StepWordName = keyof typeof stepWords;

const named = new Map<string, StepWordName>();
for (const [name, { es }] of Object.entries(stepWords))
  for (const written of [name, es]) named.set(written, name as StepWordName);

/** The word that is written so, in either language. */
export function stepWordNamed(written: string): StepWordName | undefined {
  return named.get(written);
}
