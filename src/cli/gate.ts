import type { Command } from './command';

/** `changebook gate`: whether a change may be deployed now, for a pipeline to ask just before it deploys. */
export const gate: Command = {
  name: 'gate',
  usage: 'changebook gate [id|file]',
  summary: {
    en: 'Says whether a change may be deployed now, and if not, why.',
    es: 'Dice si un cambio se puede desplegar ahora y, si no, por qué.',
  },
  options: {
    tag: {
      type: 'string',
      value: 'TAG',
      help: { en: 'the changes that release that tag', es: 'los cambios que publican esa etiqueta' },
    },
    environment: {
      type: 'string',
      value: 'NAME',
      help: { en: 'the changes of that environment', es: 'los cambios de ese entorno' },
    },
    customer: {
      type: 'string',
      value: 'NAME',
      help: { en: 'only those of that customer', es: 'solo los de ese cliente' },
    },
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how the answer is printed', es: 'cómo se muestra la respuesta' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'evaluate as of that moment', es: 'evaluar como si fuera ese momento' },
    },
  },
  examples: [
    'changebook gate CHG-2026-0042',
    'changebook gate --tag v4.2.0 --environment PRO',
    'changebook gate --environment PRO --customer ribera --format json',
  ],
  async run(call) {
    return (await import('./gateChange')).gateChange(call);
  },
};
