import type { Command } from './command';
import { flagOption, nowOption, outputOption, textOption } from './usualOptions';

/** `changebook log`: the deployment log of a customer, or of all. */
export const log: Command = {
  name: 'log',
  usage: 'changebook log [customer]',
  summary: {
    en: 'Makes the deployment log of a customer, or of the whole workspace: one row for each change. As .xlsx it is written to “CUSTOMER - Deployment log.xlsx” unless -o says otherwise.',
    es: 'Hace la bitácora de despliegues de un cliente, o de todo el espacio de trabajo: una fila por cambio. Como .xlsx se escribe en «CLIENTE - Bitácora de despliegues.xlsx» salvo que -o diga otra cosa.',
  },
  options: {
    format: textOption(
      'markdown|csv|xlsx',
      'what is made; markdown by default',
      'qué se hace; markdown si no se dice',
    ),
    audience: textOption(
      { en: 'team|customer', es: 'equipo|cliente' },
      'customer leaves out what is internal',
      'cliente deja fuera lo interno',
    ),
    output: outputOption,
    'no-bom': flagOption(
      'CSV without the byte order mark by which Excel knows UTF-8',
      'CSV sin la marca de orden de bytes por la que Excel reconoce UTF-8',
    ),
    now: nowOption,
  },
  examples: [
    'changebook log ribera --format xlsx',
    'changebook log --format csv -o all.csv',
    'changebook log ribera --audience customer --format csv -o ribera.csv',
  ],
  async run(call) {
    return (await import('./logOfCustomer')).logOfCustomer(call);
  },
};
