import type { Command } from './command';

/** `changebook timeline`: the calendar of deployments as a picture. */
export const timeline: Command = {
  name: 'timeline',
  usage: 'changebook timeline [path] -o <file>',
  summary: {
    en: 'Draws the calendar of deployments as an SVG picture.',
    es: 'Dibuja el calendario de despliegues como imagen SVG.',
  },
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: { en: 'where the picture goes; - is standard output', es: 'dónde va la imagen; - es la salida' },
    },
    from: {
      type: 'string',
      value: 'DATE',
      help: {
        en: 'first day; the Monday of this week by default',
        es: 'primer día; el lunes de esta semana si no se dice',
      },
    },
    to: {
      type: 'string',
      value: 'DATE',
      help: { en: 'last day; four weeks by default', es: 'último día; cuatro semanas si no se dice' },
    },
    customer: {
      type: 'string',
      value: 'NAME',
      help: { en: 'one customer alone, by key or name', es: 'un solo cliente, por clave o nombre' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'draw as of that moment', es: 'dibujar como en ese momento' },
    },
  },
  examples: [
    'changebook timeline -o calendar.svg',
    'changebook timeline examples --from 2026-11-01 --to 2026-11-30 -o november.svg',
    'changebook timeline --customer acme -o - > acme.svg',
  ],
  async run(call) {
    return (await import('./pictureOfTimeline')).pictureOfTimeline(call);
  },
};
