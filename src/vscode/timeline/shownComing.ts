import type { ShownComing } from '../../core/model/messages/timelineMessages';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { type ComingWindow, comingWindows } from '../../core/timeline/comingWindows';
import type { Timeline } from '../../core/timeline/timeline';
import type { TimelineFilter } from '../../core/timeline/timelineFilter';
import type { TimelineSource } from '../../core/timeline/timelineSource';
import { statusText, timelineWord, windowText } from '../../core/timeline/timelineWords';
import { language } from '../editorLanguage';

/** As many as fit below most pictures. */
const most = 12;

/** The deployments that are on or come next, whatever days the picture shows. */
export function shownComing(
  sources: readonly TimelineSource[],
  filter: TimelineFilter,
  { now, zone }: Pick<Timeline, 'now' | 'zone'>,
): ShownComing[] {
  const shown: ShownComing[] = [];
  for (const window of comingWindows(sources, now, { ...filter, now })) {
    if (shown.push(shownWindow(window, zone)) === most) break;
  }
  return shown;
}

function shownWindow(window: ComingWindow, zone: string): ShownComing {
  const { key, id, title, start, end, status, conflicts, customer, environments } = window;
  const where = [customer, environments.join(', ')].filter(Boolean).join(' ');
  const ids = conflicts.map((other) => oneLineValue(other, 60)).join(', ');
  const conflict = ids ? timelineWord(language, 'conflictWith', { ids }) : '';
  const when = windowText(start, end, window.zone, language);
  const city = window.zone === zone ? '' : ` (${window.zone})`;
  return {
    bar: key,
    title: oneLineValue(`${id} ${title}`, 200),
    when: `${when}${city}`,
    about: [where, statusText(status, language), conflict].filter(Boolean).join(' · '),
  };
}
