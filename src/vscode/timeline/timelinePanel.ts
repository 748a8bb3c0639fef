import * as vscode from 'vscode';
import { withoutNothing } from '../../core/index/withoutNothing';
import {
  type TimelineFocus,
  type TimelinePicture,
  type TimelineRequest,
  type TimelineSaying,
  type TimelineState,
  timelineRequestSchema,
  timelineStateSchema,
} from '../../core/model/messages/timelineMessages';
import { dayOf, momentAt, wallTime } from '../../core/model/time/zoneClock';
import { nextWindow } from '../../core/timeline/comingWindows';
import { drawForEditor } from '../../core/timeline/drawTimeline';
import { readingZone } from '../../core/timeline/readTimeline';
import type { Timeline } from '../../core/timeline/timeline';
import { type DayRange, monthOf, weekOf } from '../../core/timeline/timelineDays';
import { filterChoices, type TimelineFilter } from '../../core/timeline/timelineFilter';
import { monthText, rangeText } from '../../core/timeline/timelineWords';
import { language } from '../editorLanguage';
import { PagePanel, type PanelContext } from '../panels/pagePanel';
import { openBar } from './openBar';
import { saveTimeline } from './saveTimeline';
import { type TimelineWish, timelineOf, timelineSources } from './sessionTimeline';
import { shownComing } from './shownComing';
import { timelineHtml } from './timelineHtml';

/** Records often change several at a time. */
const pauseMs = 60;
const soonestMs = 20_000;
const latestMs = 3_600_000;

/** One open calendar, which is also drawn again when now has moved by a pixel. */
export class TimelinePanel extends PagePanel {
  private state: TimelineState = { view: 'week' };
  private width = 0;

  constructor(context: PanelContext, state: unknown) {
    super(context, pauseMs);
    this.take(state);
  }

  protected html = timelineHtml;

  /** Brings it to the front, and to other days where some are asked for. */
  reveal(asked: unknown): void {
    this.take(asked);
    this.panel.reveal();
    this.paintIn(0);
  }

  private days(): DayRange {
    const { view, day = this.today() } = this.state;
    return view === 'month' ? monthOf(day) : weekOf(day);
  }

  private today(): number {
    return wallTime(Date.now(), readingZone(timelineSources(this.sessions))).day;
  }

  private take(asked: unknown): void {
    const written = typeof asked === 'object' && asked !== null && 'day' in asked ? asked.day : undefined;
    const named = typeof written === 'string' ? { ...Object(asked), day: dayOf(written) } : asked;
    const state = timelineStateSchema.safeParse(named);
    if (state.success) this.state = state.data;
  }

  protected failure(reason: string): string {
    return vscode.l10n.t('The calendar could not do that ({0}).', reason);
  }

  protected async act(message: unknown): Promise<unknown> {
    const parsed = timelineRequestSchema.safeParse(message);
    if (!parsed.success) return;
    const request = parsed.data;
    if (request.kind === 'open') return openBar(this.sessions, request.bar);
    if (request.kind === 'print') return saveTimeline(this.sessions, this.wish(), undefined);
    if (request.kind === 'find') return this.find(request);
    if (request.kind === 'width') {
      this.width = request.width;
      this.pageBegins();
    } else if (request.kind === 'filter' || request.kind === 'empty') this.filter(request);
    else this.move(request);
    return this.paintIn(0);
  }

  private filter(request: Extract<TimelineRequest, { kind: 'filter' | 'empty' }>): void {
    if (request.kind === 'empty') {
      this.state = { ...this.state, empty: request.shown };
      return;
    }
    const { view, day, empty } = this.state;
    const { customer, environment } = request;
    this.state = withoutNothing({
      ...{ view, day, empty },
      customer: customer || undefined,
      environment: environment || undefined,
    });
  }

  /** Goes to the next deployment or conflict, in whatever days it is, and has the page put the focus there. */
  private async find({ what, after }: Extract<TimelineRequest, { kind: 'find' }>): Promise<void> {
    const now = Date.now();
    const sources = timelineSources(this.sessions);
    const zone = readingZone(sources);
    const { first, last } = this.days();
    const begin = momentAt(first, 0, zone);
    const isNow = now >= begin && now < momentAt(last + 1, 0, zone);
    const from = after ?? { start: isNow ? now : begin };
    const found = nextWindow(sources, what, from, { ...filterOf(this.state), now });
    if (!found) {
      const text =
        what === 'conflict'
          ? vscode.l10n.t('There is no other conflict to come.')
          : vscode.l10n.t('There is no other deployment to come.');
      await this.panel.webview.postMessage({ kind: 'said', text } satisfies TimelineSaying);
      return;
    }
    const { day } = wallTime(found.start, zone);
    if (day < first || day > last) this.state = { ...this.state, day };
    const { key, start } = found;
    await this.panel.webview.postMessage({ kind: 'focus', key, start } satisfies TimelineFocus);
    this.paintIn(0);
  }

  private move(request: Extract<TimelineRequest, { kind: 'view' | 'step' }>): void {
    const { first, last } = this.days();
    const today = this.today();
    if (request.kind === 'view') {
      // Whoever looks at the present goes on doing so.
      const here = today >= first && today <= last;
      // Of a week between two months its Thursday decides, as with the years.
      const day = request.view === 'month' ? Math.min(first + 3, last) : first;
      this.state = this.at(here ? undefined : day, request.view);
      return;
    }
    if (request.step === 'today') this.state = this.at(undefined);
    else this.state = this.at(request.step === 'next' ? last + 1 : first - 1);
  }

  /** The same filter at other days; without one it goes along with today. */
  private at(day: number | undefined, view = this.state.view): TimelineState {
    const { day: former, ...others } = this.state;
    return { ...others, view, ...(day === undefined ? {} : { day }) };
  }

  /** What it shows, for whoever saves it. */
  wish(): TimelineWish {
    return { ...this.days(), ...filterOf(this.state), hideEmpty: !this.state.empty };
  }

  protected async draw() {
    if (this.width <= 0) return undefined;
    const days = this.days();
    const sources = timelineSources(this.sessions);
    const timeline = await timelineOf(this.sessions, this.wish());
    const svg = drawForEditor(timeline, this.width);
    const heading = this.state.view === 'month' ? monthText(days.first, language) : rangeText(days, language);
    const filter = filterOf(this.state);
    const configs = sources.map(({ config }) => config);
    const picture: TimelinePicture = {
      ...{ kind: 'picture', heading, svg, state: this.state },
      ...filterChoices(configs, filter),
      coming: shownComing(sources, filter, timeline),
    };
    return { picture, staleMs: untilNext(timeline, this.width) };
  }
}

function filterOf({ customer, environment }: TimelineState): TimelineFilter {
  return withoutNothing({ customer, environment });
}

/** How long a picture holds if nothing changes but the clock: until now moves on, a window opens or a day ends. */
function untilNext({ bands, now, zone }: Timeline, width: number): number {
  const moments = [momentAt(wallTime(now, zone).day + 1, 0, zone)];
  for (const { start, end, groups } of bands) {
    if (now >= start && now < end) moments.push(now + (end - start) / width);
    const bars = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
    moments.push(...bars.filter((bar) => bar.start >= now).map((bar) => bar.start + 1));
  }
  const next = moments.reduce((least, moment) => Math.min(least, moment));
  return Math.min(Math.max(next - now, soonestMs), latestMs);
}
