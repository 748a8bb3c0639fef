import * as vscode from 'vscode';
import { zoneFor } from '../../core/config/recordZone';
import type {
  NoticeOption,
  NoticePicture,
  NoticeState,
  ShownDraft,
  ShownEstimate,
} from '../../core/model/messages/noticeMessages';
import { goesBack } from '../../core/model/parse/goesBack';
import { readDateTime } from '../../core/model/time/dateTime';
import { noticeKindChoice, notifyChoice } from '../../core/model/vocabulary/choices';
import { audienceChoice, channelChoice } from '../../core/model/vocabulary/noticeChoices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import type { NoticeDraft, TemplateFault } from '../../core/notices/draftNotice';
import { missingMark } from '../../core/notices/missingValue';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { writtenField } from '../../core/notices/noticeValues';
import { countMails, type Mailbox, mostBcc } from '../../core/notices/recipients';
import { isPreview, obstacleText, sendObstacle } from '../../core/notices/sendObstacle';
import { suggestedKinds } from '../../core/notices/suggestedKinds';
import { templateReason } from '../../core/notices/templateReason';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { withPlurals } from '../withPlurals';
import { draftInEditor } from './draftInEditor';

/** What a panel shows of a change, and the draft behind it where there is one. */
interface DrawnNotice {
  readonly picture: NoticePicture;
  readonly draft: NoticeDraft | undefined;
}

/** Draws the notice that a panel's state asks for: by default the next that the change's status calls for. */
export async function drawNotice(target: EditableChange, state: NoticeState): Promise<DrawnNotice> {
  const { record, session, file } = target;
  const { config } = session.input();
  const sent = new Set(record.data.notifications?.flatMap(({ kind }) => (kind ? [kind] : [])));
  const stage = session.entryOf(file)?.summary.stage ?? record.data.status ?? 'to_do';
  const { suggested: called, others, next } = suggestedKinds(stage, sent, goesBack(record.data));
  const fitting = called.find((own) => !sent.has(own.name) && !sendObstacle(own, record, config)) ?? next;
  const kind = [...called, ...others].find(({ name }) => name === state.kind) ?? fitting;
  const written = state.language ?? noticeLanguage(record, config);
  const asked = kind.saysEstimate ? askedEstimate(state.estimate ?? '', zoneFor(record, config)) : undefined;
  const result = await draftInEditor(target, kind, {
    language: written,
    ...(state.audience === undefined ? {} : { audience: state.audience }),
    ...(asked?.moment === undefined ? {} : { estimate: asked.moment }),
  });
  const unfit = result.ok ? result.draft.obstacle : undefined;
  // What has not happened yet, or is past, may be looked at; what will not happen is not put into words.
  const problem = unfit && !isPreview(unfit) ? obstacleText(unfit, language) : '';
  const draft = result.ok && problem === '' ? result.draft : undefined;
  const named = [...called, ...others].map(({ name }) => ({
    name,
    label: noticeKindChoice.choices[name][1][language],
    called: called.some((other) => other.name === name),
  }));
  const heading = [record.data.id, record.data.title ?? ''].filter(Boolean).join(' · ');
  return {
    draft,
    picture: {
      kind: 'notice',
      heading,
      state,
      kinds: named,
      estimate: asked?.shown,
      audiences: draft?.channel === 'mail' ? audienceOptions() : [],
      draft: draft ? shownDraft(draft, target) : { problem: result.ok ? problem : problemOf(result.fault) },
      shown: { kind: kind.name, language: written, audience: draft?.audience ?? kind.audience },
      mayAct: vscode.workspace.isTrusted && session.backend.onDisk,
    },
  };
}

/** The new time as the page's field gives it, in the zone in which the notice says it. */
function askedEstimate(at: string, zone: string): { moment: number | undefined; shown: ShownEstimate } {
  const read = at === '' ? undefined : readDateTime(at, zone);
  const problem = read && !read.ok ? vscode.l10n.t('There is no such time in {0}.', zone) : '';
  const label = vscode.l10n.t('New estimate ({0})', zone);
  return { moment: read?.ok ? read.epochMs : undefined, shown: { label, at, problem } };
}

/** Those whom mail can reach. */
function audienceOptions(): NoticeOption[] {
  const { tracker, ...others } = audienceChoice.choices;
  return Object.entries(others).map(([name, [, meaning]]) => ({
    name,
    label: meaning[language].replaceAll('`', ''),
  }));
}

function problemOf({ file, line, column, reason }: TemplateFault): string {
  const why = templateReason(reason, language);
  return vscode.l10n.t('The template {0} cannot be used ({1}:{2}): {3}.', file, line, column, why);
}

/** The text that is copied: trackers and pull requests read markdown. */
export function plainOf({ channel, markdown, plain }: NoticeDraft): string {
  return channel === 'ticket' || channel === 'pull_request' ? markdown : plain;
}

function shownDraft(draft: NoticeDraft, { record }: EditableChange): ShownDraft {
  const missing = draft.missing.map(({ field, file }) => {
    const mark = missingMark(writtenField(field, file, record.language), draft.language);
    return { mark, label: placeText(file, writtenField(field, file, language)) };
  });
  const left = draft.placeholders.map((text) => ({
    mark: text,
    label: vscode.l10n.t('“{0}” is still to be filled in', text),
  }));
  const { subject, html } = draft;
  const gaps = [...missing, ...left];
  const unfit = draft.obstacle ? obstacleText(draft.obstacle, language) : '';
  return {
    subject,
    html,
    plain: plainOf(draft),
    facts: factsOf(draft),
    gaps,
    unfit,
    saving: savingOf(draft),
  };
}

function savingOf(draft: NoticeDraft): string | undefined {
  if (draft.channel !== 'mail') return undefined;
  const count = countMails(draft.recipients);
  return count === 1 ? vscode.l10n.t('Save .eml…') : vscode.l10n.t('Save {0} .eml files…', count);
}

function placeText(file: 'record' | 'customer' | 'config', field: string): string {
  if (file === 'customer') return vscode.l10n.t('“{0}” is missing in the customer’s file', field);
  if (file === 'config') return vscode.l10n.t('“{0}” is missing in the configuration', field);
  return vscode.l10n.t('“{0}” is missing in the record', field);
}

function factsOf(draft: NoticeDraft): [string, string][] {
  const { channel, recipients } = draft;
  const by: [string, string] = [vscode.l10n.t('Goes by'), channelChoice.choices[channel][1][language]];
  if (channel !== 'mail') return [by];
  const { to, bcc, unreached, refused } = recipients;
  const facts: [string, string][] = [by, [vscode.l10n.t('To'), listed(to.map(mailboxText))]];
  if (bcc.length > 0) facts.push([vscode.l10n.t('Blind copies'), hiddenText(draft)]);
  if (unreached.length > 0) {
    const parties = unreached.map((party) => choiceIn(language, notifyChoice.choices, party));
    facts.push([vscode.l10n.t('No address of'), listed(parties)]);
  }
  if (refused.length > 0)
    facts.push([vscode.l10n.t('No mail address'), listed(refused.map((text) => JSON.stringify(text)))]);
  return facts;
}

/** How many get it unseen by each other, before anything is made of it. */
function hiddenText(draft: NoticeDraft): string {
  const { length } = draft.recipients.bcc;
  const mails = countMails(draft.recipients);
  if (mails === 1) return withPlurals(vscode.l10n.t('{0} {0|address|addresses}'), length);
  return withPlurals(
    vscode.l10n.t('{0} {0|address|addresses}, in {1} mails of at most {2} each'),
    length,
    mails,
    mostBcc,
  );
}

function mailboxText({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return '—';
  const shown = texts.slice(0, 12).join(', ');
  return texts.length > 12 ? vscode.l10n.t('{0} and {1} more', shown, texts.length - 12) : shown;
}
