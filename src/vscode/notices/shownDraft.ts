import * as vscode from 'vscode';
import type { ForeignTexts, ShownDraft } from '../../core/model/messages/noticeMessages';
import type { Language } from '../../core/model/text/localized';
import { notifyChoice } from '../../core/model/vocabulary/choices';
import { channelChoice } from '../../core/model/vocabulary/noticeChoices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import { missingMark } from '../../core/notices/missingValue';
import { doubtText } from '../../core/notices/noticeDoubt';
import { writtenField } from '../../core/notices/noticeValues';
import { countMails, type Mailbox, mostBcc } from '../../core/notices/recipients';
import { obstacleText } from '../../core/notices/sendObstacle';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { withPlurals } from '../withPlurals';

/** The text that is copied: trackers and pull requests read markdown. */
export function plainOf({ channel, markdown, plain }: NoticeDraft): string {
  return channel === 'ticket' || channel === 'pull_request' ? markdown : plain;
}

/** A draft as the page shows it, with when notices of its kind were marked as sent. */
export function shownDraft(
  draft: NoticeDraft,
  { record }: EditableChange,
  sent: readonly string[],
): ShownDraft {
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
    doubt: draft.doubt ? doubtText(draft.doubt, language) : '',
    sent: sent.length > 0 ? vscode.l10n.t('Marked as sent: {0}', listed(sent)) : '',
    foreign: foreignOf(draft, record.language),
    saving: savingOf(draft),
  };
}

/** What a notice takes over from a record in another language; that stays as it is, and is marked. */
function foreignOf({ foreign }: NoticeDraft, written: Language): ForeignTexts | undefined {
  if (foreign.length === 0) return undefined;
  const spanish = written === 'es';
  return {
    texts: foreign,
    language: written,
    label: spanish
      ? vscode.l10n.t('In Spanish, as the record has it')
      : vscode.l10n.t('In English, as the record has it'),
    told: spanish
      ? vscode.l10n.t('What is marked with dots is in Spanish, as the record has it.')
      : vscode.l10n.t('What is marked with dots is in English, as the record has it.'),
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
