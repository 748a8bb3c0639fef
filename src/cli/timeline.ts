import type { Command } from './command';
import { nowOption, outputOption, textOption } from './usualOptions';

/** `changebook timeline`: the calendar of deployments as a picture. */
export const timeline: Command = {
  name: 'timeline',
  usage: 'changebook timeline [path] -o <file>',
  summary: {
    en: 'Draws the calendar of deployments as an SVG picture.',
    es: 'Dibuja el calendario de despliegues como imagen SVG.',
  },
  options: {
    output: outputOption,
    format: textOption('svg', 'what is drawn', 'qué se dibuja'),
    from: textOption(
      'DATE',
      'first day; the Monday of this week by default',
      'primer día; el lunes de esta semana si no se dice',
    ),
    to: textOption('DATE', 'last day; four weeks by default', 'último día; cuatro semanas si no se dice'),
    customer: textOption('NAME', 'one customer alone, by key or name', 'un solo cliente, por clave o nombre'),
    now: nowOption,
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
