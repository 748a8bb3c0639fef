import * as vscode from 'vscode';
import type { NoticePicture, NoticeState, ShownDraft } from '../../core/model/messages/noticeMessages';
import { languageOf } from '../../core/model/text/localized';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { calledKinds } from '../../core/notices/calledKinds';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import { audienceChoice, channelChoice } from '../../core/notices/noticeChoices';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { writtenField } from '../../core/notices/noticeValues';
import type { Mailbox } from '../../core/notices/recipients';
import type { EditableChange } from '../editableRecord';
import { draftInEditor } from './draftInEditor';

/** What a panel shows of a change, and the draft behind it where there is one. */
export interface DrawnNotice {
  readonly picture: NoticePicture;
  readonly draft: NoticeDraft | undefined;
}

/** Draws the notice that a panel's state asks for: by default the next that the change's status calls for. */
export async function drawNotice(target: EditableChange, state: NoticeState): Promise<DrawnNotice> {
  const { record, session, file } = target;
  const { config } = session.input();
  const sent = new Set(record.data.notifications?.flatMap(({ kind }) => (kind ? [kind] : [])));
  const stage = session.entryOf(file)?.summary.stage ?? record.data.status ?? 'to_do';
  const { called, others, next } = calledKinds(stage, sent);
  const kind = [...called, ...others].find(({ name }) => name === state.kind) ?? next;
  const language = state.language ?? noticeLanguage(record, config);
  const result = await draftInEditor(target, kind, language);
  const words = languageOf(vscode.env.language);
  const named = [...called, ...others].map(({ name }) => ({
    name,
    label: noticeKindChoice.choices[name][1][words],
    called: called.some((other) => other.name === name),
  }));
  const heading = [record.data.id, record.data.title ?? ''].filter(Boolean).join(' · ');
  const draft = result.ok ? shownDraft(result.draft, target) : { problem: problemOf(result.fault) };
  return {
    draft: result.ok ? result.draft : undefined,
    picture: {
      ...{ kind: 'notice', heading, state, kinds: named, draft },
      shown: { kind: kind.name, language },
      mayMark: vscode.workspace.isTrusted && session.ground.onDisk,
    },
  };
}

function problemOf({
  file,
  line,
  column,
  reason,
}: {
  file: string;
  line: number;
  column: number;
  reason: string;
}): string {
  return vscode.l10n.t('The template {0} cannot be used ({1}:{2}): {3}.', file, line, column, reason);
}

/** The text that is copied: trackers and pull requests read markdown. */
export function plainOf({ channel, markdown, plain }: NoticeDraft): string {
  return channel === 'ticket' || channel === 'pull_request' ? markdown : plain;
}

function shownDraft(draft: NoticeDraft, { record }: EditableChange): ShownDraft {
  const missing = draft.missing.map(({ field, file }) => {
    const written = writtenField(field, file, record.language);
    return { mark: `⟨missing: ${written}⟩`, label: placeText(file, written) };
  });
  const left = draft.placeholders.map((text) => ({
    mark: text,
    label: vscode.l10n.t('“{0}” is still to be filled in', text),
  }));
  const { subject, html } = draft;
  return { subject, html, plain: plainOf(draft), facts: factsOf(draft), gaps: [...missing, ...left] };
}

function placeText(file: 'record' | 'customer' | 'config', field: string): string {
  if (file === 'customer') return vscode.l10n.t('“{0}” is missing in the customer’s file', field);
  if (file === 'config') return vscode.l10n.t('“{0}” is missing in the configuration', field);
  return vscode.l10n.t('“{0}” is missing in the record', field);
}

function factsOf({ audience, channel, recipients }: NoticeDraft): [string, string][] {
  const words = languageOf(vscode.env.language);
  const facts: [string, string][] = [
    [vscode.l10n.t('Goes to'), audienceChoice.choices[audience][1][words].replaceAll('`', '')],
    [vscode.l10n.t('Goes by'), channelChoice.choices[channel][1][words]],
  ];
  if (channel !== 'mail') return facts;
  const { to, hidden, unreached, refused } = recipients;
  facts.push([vscode.l10n.t('To'), listed(to.map(mailboxText))]);
  if (hidden.length > 0) facts.push([vscode.l10n.t('Blind copies'), String(hidden.length)]);
  if (unreached.length > 0) facts.push([vscode.l10n.t('No address of'), listed(unreached)]);
  if (refused.length > 0)
    facts.push([vscode.l10n.t('No mail address'), listed(refused.map((text) => JSON.stringify(text)))]);
  return facts;
}

function mailboxText({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return '—';
  const shown = texts.slice(0, 12).join(', ');
  return texts.length > 12 ? vscode.l10n.t('{0} and {1} more', shown, texts.length - 12) : shown;
}
