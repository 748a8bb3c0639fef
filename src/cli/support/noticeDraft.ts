import { templateFolder } from '../../core/config/configFiles';
import { zoneFor } from '../../core/config/recordZone';
import type { RecordOf } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import { notifyChoice } from '../../core/model/vocabulary/choices';
import { audienceChoice } from '../../core/model/vocabulary/noticeChoices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import { type DraftRequest, draftNotice, type NoticeDraft } from '../../core/notices/draftNotice';
import { doubtText } from '../../core/notices/noticeDoubt';
import type { Audience, NoticeKind } from '../../core/notices/noticeKind';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { templateTexts } from '../../core/notices/noticeTemplate';
import { writtenField } from '../../core/notices/noticeValues';
import { obstacleText } from '../../core/notices/sendObstacle';
import { templateReason } from '../../core/notices/templateReason';
import { inputOf } from '../../node/checkWorkspace';
import { endUsersText } from '../../node/notices/endUsersText';
import { htmlPage } from '../../node/notices/htmlPage';
import { type Call, say, wrongValue } from './command';
import { UsageError } from './io';
import type { NamedRecord } from './namedRecord';
import { shownPath } from './selection';

/** Drafts a notice of a change as it is given, or says why its template cannot be used. */
export function draftOf(
  call: Call,
  named: NamedRecord,
  record: RecordOf<'change'>,
  kind: NoticeKind,
): NoticeDraft {
  const result = draftNotice(kind, requestFor(call, named, record));
  if (result.ok) return result.draft;
  const { file, line, column } = result.fault;
  const reason = templateReason(result.fault.reason, named.language);
  const path = shownPath(call.io.cwd, named.workspace.root, `${templateFolder}/${file}`);
  throw new UsageError(say(named.language, 'badTemplate', { path, line, column, reason }));
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
export function printedDraft(draft: NoticeDraft, format: 'text' | 'markdown' | 'html'): string {
  if (format === 'html') return htmlPage(draft);
  const markdown = format === 'markdown' || draft.channel === 'ticket' || draft.channel === 'pull_request';
  const body = markdown ? draft.markdown : draft.plain;
  return draft.channel === 'mail' && format === 'text' ? `${draft.subject}\n\n${body}` : body;
}

/** Told before anything is made: how many hear of it, and who does not. */
export function tellRecipients(call: Call, { channel, recipients }: NoticeDraft, language: Language): void {
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
export function tellGaps(
  call: Call,
  { missing, placeholders, obstacle: unfit, doubt }: NoticeDraft,
  language: Language,
): boolean {
  if (unfit) call.tell(obstacleText(unfit, language));
  if (doubt) call.tell(doubtText(doubt, language));
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
