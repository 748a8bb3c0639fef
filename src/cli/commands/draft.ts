import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import type { NoticeKind } from '../../core/notices/noticeKind';
import { noticeKinds } from '../../core/notices/noticeKinds';
import { isPreview, obstacleText } from '../../core/notices/sendObstacle';
import { draftReport } from '../../core/report/draftReport';
import { type Call, type Command, say, wrongCall, wrongValue } from '../support/command';
import { type ExitCode, RefusedError } from '../support/io';
import { changeOf, namedRecord } from '../support/namedRecord';
import { draftOf, printedDraft, tellGaps, tellRecipients } from '../support/noticeDraft';
import { shownPath } from '../support/selection';
import { nowOption, outputOption, textOption } from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

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
  run: draftRecord,
};

const formats = ['text', 'markdown', 'html', 'eml', 'json'] as const;

/** Drafts the notice that a call asks for, prints or writes it, and says what speaks against sending it. */
async function draftRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', formats, 'text');
  const [target, written = call.text('kind'), ...more] = call.paths;
  if (!target || !written || more.length > 0) throw wrongCall('recordAndKind');
  const kind = kindNamed(written);
  const named = await namedRecord(call, { paths: [target], questions: false });
  const record = changeOf(named, target);
  const draft = draftOf(call, named, record, kind);
  // What has not happened yet may be looked at; what will not is not put into words.
  if (draft.obstacle && !isPreview(draft.obstacle))
    throw new RefusedError(
      `${obstacleText(draft.obstacle, named.language)} ${say(named.language, 'notDrafted')}`,
    );
  const file = shownPath(call.io.cwd, named.workspace.root, named.entry.file);
  tellRecipients(call, draft, named.language);
  if (format === 'eml') await (await import('../support/draftMails')).draftMails(call, draft, named);
  else {
    const report = (): string =>
      `${JSON.stringify(draftReport(draft, record.data.id, file), undefined, 2)}\n`;
    writeOutput(call, named.language, format === 'json' ? report() : printedDraft(draft, format));
  }
  return tellGaps(call, draft, named.language) ? 1 : 0;
}

function kindNamed(written: string): NoticeKind {
  const name = choiceNamed(noticeKindChoice.choices, written);
  const kind = noticeKinds.find((candidate) => candidate.name === name);
  if (kind) return kind;
  throw wrongValue('kind', written, choiceNames(noticeKindChoice.choices));
}
