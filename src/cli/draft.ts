import type { Command } from './command';

/** `changebook draft`: a notice of a change, ready to be sent by whoever sends it. */
export const draft: Command = {
  name: 'draft',
  usage: 'changebook draft <id|file> <kind>',
  summary: {
    en: 'Drafts a notice of a change: approval_request, agreement_request, users, banner, start, delay, end, qa_results, rollback, announcement, closing, ticket_comment or pull_request. Nothing is sent.',
    es: 'Redacta un aviso de un cambio: solicitud_aprobacion, solicitud_conformidad, usuarios, aviso_aplicacion, inicio, demora, fin, resultados_qa, reversion, anuncio, cierre, comentario_ticket o pull_request. No se envía nada.',
  },
  options: {
    kind: {
      type: 'string',
      value: 'KIND',
      help: { en: 'the kind, where it is not the second word', es: 'la clase, si no es la segunda palabra' },
    },
    format: {
      type: 'string',
      value: 'text|markdown|html|eml|json',
      help: { en: 'how it is printed', es: 'cómo se muestra' },
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: { en: 'write it to a file', es: 'escribirlo en un fichero' },
    },
    until: {
      type: 'string',
      value: 'DATE-TIME',
      help: {
        en: 'of a delay: when it should be finished now',
        es: 'de una demora: cuándo debería terminar ahora',
      },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'draft as of that moment', es: 'redactar como si fuera ese momento' },
    },
  },
  examples: [
    'changebook draft CHG-2026-0042 start',
    'changebook draft CHG-2026-0042 end --language es --format eml -o end.eml',
    'changebook draft CHG-2026-0042 delay --until "2026-11-25 23:30"',
    'changebook draft CHG-2026-0042 pull_request --format markdown',
  ],
  async run(call) {
    return (await import('./draftRecord')).draftRecord(call);
  },
};
