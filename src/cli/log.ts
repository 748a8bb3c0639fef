import type { Command } from './command';
import { outputOption, textOption } from './usualOptions';

/** `changebook log`: a customer's deployment log. */
export const log: Command = {
  name: 'log',
  usage: 'changebook log <customer>',
  summary: {
    en: 'Makes the deployment log of a customer: one row for each change. As .xlsx it is written to “CUSTOMER - Deployment log.xlsx” unless -o says otherwise.',
    es: 'Hace el registro de despliegues de un cliente: una fila por cambio. Como .xlsx se escribe en «CLIENTE - Registro de despliegues.xlsx» salvo que -o diga otra cosa.',
  },
  options: {
    format: textOption(
      'markdown|csv|xlsx',
      'what is made; markdown by default',
      'qué se hace; markdown si no se dice',
    ),
    audience: textOption(
      'team|customer',
      'customer leaves out what is internal',
      'customer deja fuera lo interno',
    ),
    output: outputOption,
  },
  examples: [
    'changebook log ribera --format xlsx',
    'changebook log ribera --audience customer --format csv -o ribera.csv',
  ],
  async run(call) {
    return (await import('./logOfCustomer')).logOfCustomer(call);
  },
};
