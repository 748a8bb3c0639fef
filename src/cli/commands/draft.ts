import { templateFolder } from '../../core/config/configFiles';
import { zoneFor } from '../../core/config/recordZone';
import type { RecordOf } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import { noticeKindChoice, notifyChoice } from '../../core/model/vocabulary/choices';
import { audienceChoice } from '../../core/model/vocabulary/noticeChoices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import { type DraftRequest, draftNotice, type NoticeDraft } from '../../core/notices/draftNotice';
import type { Audience, NoticeKind } from '../../core/notices/noticeKind';
import { noticeKinds } from '../../core/notices/noticeKinds';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { templateTexts } from '../../core/notices/noticeTemplate';
import { writtenField } from '../../core/notices/noticeValues';
import { isPreview, obstacleText } from '../../core/notices/sendObstacle';
import { templateReason } from '../../core/notices/templateReason';
import { draftReport } from '../../core/report/draftReport';
import { inputOf } from '../../node/checkWorkspace';
import { endUsersText } from '../../node/notices/endUsersText';
import { htmlPage } from '../../node/notices/mailFile';
import { type Call, type Command, say, wrongCall, wrongValue } from '../support/command';
import { draftMails } from '../support/draftMails';
import { type ExitCode, RefusedError, UsageError } from '../support/io';
import { changeOf, type NamedRecord, namedRecord } from '../support/namedRecord';
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
  const named = await namedRecord(call, { paths: [target] });
  const record = changeOf(named, target);
  const request = requestFor(call, named, record);
  const result = draftNotice(kind, request);
  if (!result.ok) {
    const { file, line, column } = result.fault;
    const reason = templateReason(result.fault.reason, named.language);
    const path = shownPath(call.io.cwd, named.workspace.root, `${templateFolder}/${file}`);
    throw new UsageError(say(named.language, 'badTemplate', { path, line, column, reason }));
  }
  const { draft } = result;
  // What has not happened yet may be looked at; what will not is not put into words.
  if (draft.obstacle && !isPreview(draft.obstacle))
    throw new RefusedError(
      `${obstacleText(draft.obstacle, named.language)} ${say(named.language, 'notDrafted')}`,
    );
  const file = shownPath(call.io.cwd, named.workspace.root, named.entry.file);
  tellRecipients(call, draft, named.language);
  if (format === 'eml') await draftMails(call, draft, named);
  else {
    const report = (): string =>
      `${JSON.stringify(draftReport(draft, record.data.id, file), undefined, 2)}\n`;
    writeOutput(call, named.language, format === 'json' ? report() : printed(draft, format));
  }
  return tellGaps(call, draft, named.language) ? 1 : 0;
}

function kindNamed(written: string): NoticeKind {
  const name = choiceNamed(noticeKindChoice.choices, written);
  const kind = noticeKinds.find((candidate) => candidate.name === name);
  if (kind) return kind;
  throw wrongValue('kind', written, choiceNames(noticeKindChoice.choices));
}

function requestFor(call: Call, { workspace, entry }: NamedRecord, record: RecordOf<'change'>): DraftRequest {
  const { config, index, now } = inputOf(workspace);
  const asked = call.text('language') === undefined ? undefined : call.language(undefined);
  const estimate = call.moment('until', { now, zone: zoneFor(record, config) });
  const audience = audienceAsked(call);
  return {
    record,
    file: entry.file,
    config,
    index,
    now,
    endUsers: () => endUsersText(workspace.root, config, record.data.customer),
    language: asked ?? noticeLanguage(record, config),
    templates: templateTexts(workspace.survey.texts),
    ...(estimate === undefined ? {} : { estimate }),
    ...(audience === undefined ? {} : { audience }),
  };
}

function audienceAsked(call: Call): Audience | undefined {
  const value = call.text('audience');
  if (value === undefined) return undefined;
  const audience = choiceNamed(audienceChoice.choices, value);
  if (audience) return audience;
  throw wrongValue('audience', value, choiceNames(audienceChoice.choices));
}

/** Trackers and pull requests read markdown, so that is their text. */
function printed(draft: NoticeDraft, format: 'text' | 'markdown' | 'html'): string {
  if (format === 'html') return htmlPage(draft);
  const markdown = format === 'markdown' || draft.channel === 'ticket' || draft.channel === 'pull_request';
  const body = markdown ? draft.markdown : draft.plain;
  return draft.channel === 'mail' && format === 'text' ? `${draft.subject}\n\n${body}` : body;
}

/** Told before anything is made: how many hear of it, and who does not. */
function tellRecipients(call: Call, { channel, recipients }: NoticeDraft, language: Language): void {
  if (channel !== 'mail') return;
  const { to, bcc, unreached, refused } = recipients;
  const tell = (id: Parameters<typeof say>[1], args: { [name: string]: string | number }): void => {
    call.tell(say(language, id, args));
  };
  tell('draftRecipients', { to: to.length, hidden: bcc.length });
  if (unreached.length > 0)
    tell('draftUnreached', { parties: choiceNames(notifyChoice.choices, unreached)[language] });
  if (refused.length > 0)
    tell('draftRefused', {
      addresses: refused
        .slice(0, 5)
        .map((text) => JSON.stringify(text))
        .join(', '),
    });
}

/** Whether something speaks against sending it. */
function tellGaps(
  call: Call,
  { missing, placeholders, obstacle: unfit }: NoticeDraft,
  language: Language,
): boolean {
  if (unfit) call.tell(obstacleText(unfit, language));
  for (const { field, file } of missing) {
    call.tell(
      `${say(language, `draftMissing_${file}`, { field: writtenField(field, file, language) })} (notify/placeholder)`,
    );
  }
  if (placeholders.length > 0) {
    const text = placeholders.slice(0, 10).join(', ');
    call.tell(`${say(language, 'draftPlaceholder', { text })} (notify/placeholder)`);
  }
  return missing.length > 0 || placeholders.length > 0 || unfit !== undefined;
}
