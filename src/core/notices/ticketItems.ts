import { isCostlyPattern, longestId } from '../config/costlyPatterns';
import { idNamed } from '../config/workspaceConfig';
import { encodeUriPart } from '../model/text/encodeUriPart';
import { ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { NoticeInput } from './noticeInput';
import type { NoticeItem } from './noticeVariable';

/** The tickets and mails that a change delivers. Titles of the workspace's own tickets come from their records. */
export function ticketItems({
  record,
  index,
  config,
  language,
}: Pick<NoticeInput, 'record' | 'index' | 'config' | 'language'>): NoticeItem[] {
  return (record.data.tickets ?? []).map(({ id, title, status, mail }) => {
    const own = id ? index.byId(idNamed(config, id))?.summary : undefined;
    const state = status ?? (own?.type === 'ticket' ? own.status : undefined);
    const name = title ?? mail ?? own?.title;
    return {
      id,
      title: name,
      label: [id, name].filter(Boolean).join(' '),
      url: id ? trackerUrl(id, config.data.trackers) : undefined,
      status: state && choiceIn(language, ticketStatusChoice.choices, state).replaceAll('_', ' '),
      mail,
    };
  });
}

/** The address of a ticket in the tracker whose pattern matches its id; undefined where none does. */
export function trackerUrl(
  id: string,
  trackers: NoticeInput['config']['data']['trackers'],
): string | undefined {
  for (const { pattern, url } of trackers ?? []) {
    if (pattern && url && fits(pattern, id)) return url.replaceAll('{id}', encodeUriPart(id));
  }
  return undefined;
}

/** Whether an id matches a pattern. Invalid and costly patterns, which a rule reports, match no id. */
function fits(pattern: string, id: string): boolean {
  if (id.length > longestId || isCostlyPattern(pattern)) return false;
  try {
    return new RegExp(pattern, 'u').test(id);
  } catch {
    return false;
  }
}
