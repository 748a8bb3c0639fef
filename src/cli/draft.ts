import type { Command } from './command';
import { nowOption, outputOption, textOption } from './usualOptions';

/** `changebook draft`: a notice of a change, ready to be sent by whoever sends it. */
export const draft: Command = {
  name: 'draft',
  usage: 'changebook draft <id|file> <kind>',
  summary: {
    en: 'Drafts a notice of a change: approval_request, agreement_request, users, banner, start, delay, end, qa_results, rollback, announcement, closing, ticket_comment or pull_request. Nothing is sent.',
    es: 'Redacta un aviso de un cambio: solicitud_aprobacion, solicitud_conformidad, usuarios, aviso_aplicacion, inicio, demora, fin, resultados_qa, reversion, anuncio, cierre, comentario_ticket o pull_request. No se envía nada.',
  },
  options: {
    kind: textOption(
      'KIND',
      'the kind, where it is not the second word',
      'la clase, si no es la segunda palabra',
    ),
    format: textOption('text|markdown|html|eml|json', 'how it is printed', 'cómo se muestra'),
    output: outputOption,
    audience: textOption(
      { en: 'team|customer|parties|users', es: 'equipo|cliente|partes|usuarios' },
      'to whom it goes, where not to those whom its kind is for',
      'a quién va, si no a quienes suele ir',
    ),
    until: textOption(
      'DATE-TIME',
      'of a delay: when it should be finished now',
      'de una demora: cuándo debería terminar ahora',
    ),
    now: nowOption,
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
