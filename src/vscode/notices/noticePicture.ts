import * as vscode from 'vscode';
import { zoneFor } from '../../core/config/recordZone';
import type {
  NoticeOption,
  NoticePicture,
  NoticeState,
  ShownEstimate,
} from '../../core/model/messages/noticeMessages';
import { goesBack } from '../../core/model/parse/goesBack';
import type { ChangeData } from '../../core/model/schema/recordData';
import { readDateTime } from '../../core/model/time/dateTime';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { audienceChoice } from '../../core/model/vocabulary/noticeChoices';
import type { NoticeDraft, TemplateFault } from '../../core/notices/draftNotice';
import type { NoticeKindName } from '../../core/notices/noticeKind';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { isPreview, obstacleText, sendObstacle } from '../../core/notices/sendObstacle';
import { suggestedKinds } from '../../core/notices/suggestedKinds';
import { templateReason } from '../../core/notices/templateReason';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { draftInEditor } from './draftInEditor';
import { shownDraft } from './shownDraft';

/** What a panel shows of a change, and the draft behind it where there is one. */
interface DrawnNotice {
  readonly picture: NoticePicture;
  readonly draft: NoticeDraft | undefined;
}

/** Draws the notice that a panel's state asks for: by default the next that the change's status calls for. */
export async function drawNotice(target: EditableChange, state: NoticeState): Promise<DrawnNotice> {
  const { record, session, file } = target;
  const { config } = session.input();
  const sent = sentTimes(record.data.notifications);
  const stage = session.entryOf(file)?.summary.stage ?? record.data.status ?? 'to_do';
  const {
    suggested: called,
    others,
    next,
  } = suggestedKinds(stage, new Set(sent.keys()), goesBack(record.data));
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
  const named = [...called, ...others].map((own) => ({
    name: own.name,
    label: kindLabel(own.name, sent.has(own.name), sendObstacle(own, record, config) !== undefined),
    called: called.includes(own),
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
      draft: draft
        ? shownDraft(draft, target, sent.get(kind.name) ?? [])
        : { problem: result.ok ? problem : problemOf(result.fault) },
      shown: { kind: kind.name, language: written, audience: draft?.audience ?? kind.audience },
      mayAct: vscode.workspace.isTrusted && session.backend.onDisk,
    },
  };
}

/** When notices of each kind were marked as sent, as the record writes it. */
function sentTimes(notifications: ChangeData['notifications'] = []): Map<string, string[]> {
  const times = new Map<string, string[]>();
  for (const { kind, at = '' } of notifications) if (kind) times.set(kind, [...(times.get(kind) ?? []), at]);
  return times;
}

/** A kind by its name, with what whoever picks one should know before. */
function kindLabel(name: NoticeKindName, isSent: boolean, isUntrue: boolean): string {
  const label = noticeKindChoice.choices[name][1][language];
  if (isSent) return vscode.l10n.t('{0} (sent)', label);
  return isUntrue ? vscode.l10n.t('{0} (not now)', label) : label;
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
