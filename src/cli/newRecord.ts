import type { Command, CommandOption } from './command';

function text(value: string, en: string, es: string): CommandOption {
  return { type: 'string', value, help: { en, es } };
}

/** `changebook new`: makes a change, from a procedure where one is named, or another record. */
export const newRecord: Command = {
  name: 'new',
  usage: 'changebook new <procedure|type>',
  summary: {
    en: 'Makes a change from a procedure (its id or file), or an empty change, ticket or procedure, in the language of --language, else of the procedure.',
    es: 'Crea un cambio a partir de un procedimiento (identificador o fichero), o un cambio, ticket o procedimiento vacío, en el idioma de --language o, si no, del procedimiento.',
  },
  options: {
    title: text('TEXT', 'what it is called', 'cómo se llama'),
    customer: text('NAME', 'the customer, by key or name', 'el cliente, por clave o nombre'),
    environments: text('A,B', 'the environments that change', 'los entornos que cambian'),
    'deployment-type': text('1|2|3|4', 'the type of deployment', 'el tipo de despliegue'),
    'change-type': text('TYPE', 'standard, normal or emergency', 'estándar, normal o emergencia'),
    emergency: {
      type: 'boolean',
      help: { en: 'short for --change-type emergency', es: 'igual que --change-type emergency' },
    },
    start: text('DATE-TIME', 'when it starts', 'cuándo empieza'),
    'next-slot': {
      type: 'boolean',
      help: { en: 'start at the next free slot', es: 'empezar en el siguiente hueco libre' },
    },
    duration: text('1h30m', 'how long it takes; 1h beside a start', 'cuánto dura; 1h si hay inicio'),
    'requested-by': text('NAME', 'who asks for it', 'quién lo pide'),
    assignee: text('NAME', 'who carries it out', 'quién lo ejecuta'),
    commit: {
      type: 'boolean',
      help: { en: 'make its first commit too', es: 'hacer también su primer commit' },
    },
    stdout: { type: 'boolean', help: { en: 'print it, write nothing', es: 'mostrarlo, sin escribir nada' } },
    format: text('pretty|json', 'how the answer is printed', 'cómo se muestra la respuesta'),
    now: text('DATE-TIME', 'make it as of that moment', 'crearlo como si fuera ese momento'),
  },
  examples: [
    'changebook new PROC-RELEASE --title "Portal 4.3.0" --customer acme --environments PRO --next-slot',
    'changebook new change --title "Open a port" --language es',
    'changebook new PROC-HOTFIX --emergency --start "2026-11-24 22:00" --stdout',
    'changebook new ticket --title "Search misses accents" --customer acme',
  ],
  async run(call) {
    return (await import('./createRecord')).createRecord(call);
  },
};
