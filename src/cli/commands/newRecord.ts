import type { Command } from '../support/command';
import { createRecord } from '../support/createRecord';
import { answerFormatOption, flagOption, pushOption, textOption } from '../support/usualOptions';

/** `changebook new`: makes a change, from a procedure where one is named, or another record. */
export const newRecord: Command = {
  name: 'new',
  usage: 'changebook new <procedure|type>',
  summary: {
    en: 'Makes a change from a procedure (its id or file), or an empty change, ticket or procedure, in the language of --language, else of the procedure. `new hotfix` makes an emergency that may be deployed once somebody else approves it, and commits it.',
    es: 'Crea un cambio a partir de un procedimiento (identificador o fichero), o un cambio, incidencia o procedimiento vacío, en el idioma de --language o, si no, del procedimiento. `new hotfix` crea una emergencia que se puede desplegar en cuanto otra persona la aprueba, y hace su commit.',
  },
  options: {
    title: textOption('TEXT', 'what it is called', 'cómo se llama'),
    customer: textOption('NAME', 'the customer, by key or name', 'el cliente, por clave o nombre'),
    environments: textOption('A,B', 'the environments that change', 'los entornos que cambian'),
    'deployment-type': textOption('1|2|3|4', 'the type of deployment', 'el tipo de despliegue'),
    'change-type': textOption('TYPE', 'standard, normal or emergency', 'estandar, normal o emergencia'),
    emergency: flagOption('short for --change-type emergency', 'igual que --change-type emergencia'),
    start: textOption('DATE-TIME', 'when it starts', 'cuándo empieza'),
    'next-slot': flagOption('start at the next free slot', 'empezar en el siguiente hueco libre'),
    duration: textOption('1h30m', 'how long it takes; 1h beside a start', 'cuánto dura; 1h si hay inicio'),
    'requested-by': textOption('NAME', 'who asks for it', 'quién lo pide'),
    assignee: textOption('NAME', 'who carries it out', 'quién lo ejecuta'),
    supersedes: textOption('ID', 'the change that it follows up', 'el cambio al que da continuidad'),
    'from-tag': textOption(
      'TAG',
      'components, changelog and tickets of the release with that tag',
      'componentes, cambios y tickets de la versión con esa etiqueta',
    ),
    'since-tag': {
      ...textOption(
        '[TAG]',
        'the same of what came since a tag, or since the last one',
        'lo mismo de lo hecho desde una etiqueta, o desde la última',
      ),
      optional: true,
    },
    'from-change': textOption(
      'ID',
      'for a procedure: the change whose steps it gets, all of them open',
      'para un procedimiento: el cambio cuyos pasos recibe, todos sin marcar',
    ),
    answers: textOption(
      'FILE|-',
      'fields and sections as JSON, - from standard input',
      'campos y secciones en JSON, - desde la entrada estándar',
    ),
    commit: flagOption('make its first commit too', 'hacer también su primer commit'),
    push: pushOption,
    stdout: flagOption('print it, write nothing', 'mostrarlo, sin escribir nada'),
    format: answerFormatOption,
    now: textOption('DATE-TIME', 'make it as of that moment', 'crearlo como si fuera ese momento'),
  },
  acts: true,
  examples: [
    'changebook new PROC-RELEASE --title "Portal 4.3.0" --customer acme --environments PRO --next-slot',
    'changebook new change --title "Open a port" --language es',
    'changebook new hotfix --title "Login fails" --customer acme',
    'changebook new PROC-HOTFIX --emergency --start "tomorrow 22:00" --stdout',
    'changebook new PROC-RELEASE --from-tag v4.3.0 --next-slot',
    'changebook new PROC-HOTFIX --answers answers.json --commit',
    'changebook new procedure --from-change CHG-2026-0042 --title "Release of the portal"',
    'changebook new ticket --title "Search misses accents" --customer acme',
  ],
  run: createRecord,
};
