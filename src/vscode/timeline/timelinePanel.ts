import * as vscode from 'vscode';
import { placeOf } from '../../core/findings/places';
import {
  type TimelinePicture,
  type TimelineRequest,
  type TimelineState,
  timelineRequestSchema,
  timelineStateSchema,
} from '../../core/model/messages/timelineMessages';
import { dayOf, momentAt, wallTime } from '../../core/model/time/zoneClock';
import { drawForEditor } from '../../core/timeline/drawTimeline';
import { readingZone } from '../../core/timeline/readTimeline';
import type { Timeline } from '../../core/timeline/timeline';
import { type DayRange, monthOf, weekOf } from '../../core/timeline/timelineDays';
import { monthText, rangeText } from '../../core/timeline/timelineWords';
import { openRecord } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { toRange } from '../language/toDiagnostic';
import { PagePanel, type PanelContext } from '../panels/pagePanel';
import type { Sessions } from '../session/sessions';
import { saveTimeline } from './saveTimeline';
import { timelineOf, timelineSources } from './sessionTimeline';
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

  /** The days that it shows. */
  days(): DayRange {
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
    if (request.kind === 'print') return saveTimeline(this.sessions, this.days(), undefined);
    if (request.kind === 'width') {
      this.width = request.width;
      this.pageBegins();
    } else this.move(request);
    return this.paintIn(0);
  }

  private move(request: Extract<TimelineRequest, { kind: 'view' | 'step' }>): void {
    const { first, last } = this.days();
    const today = this.today();
    if (request.kind === 'view') {
      // Whoever looks at the present goes on doing so.
      const here = today >= first && today <= last;
      // Of a week between two months its Thursday decides, as with the years.
      const day = request.view === 'month' ? Math.min(first + 3, last) : first;
      this.state = { view: request.view, ...(here ? {} : { day }) };
      return;
    }
    const { view } = this.state;
    if (request.step === 'today') this.state = { view };
    else this.state = { view, day: request.step === 'next' ? last + 1 : first - 1 };
  }

  protected async draw() {
    if (this.width <= 0) return undefined;
    const days = this.days();
    const timeline = await timelineOf(this.sessions, days);
    const svg = drawForEditor(timeline, this.width);
    const heading = this.state.view === 'month' ? monthText(days.first, language) : rangeText(days, language);
    const picture: TimelinePicture = { kind: 'picture', heading, svg, state: this.state };
    return { picture, staleMs: untilNext(timeline, this.width) };
  }
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

/** Opens the record of a bar beside the calendar, where its window is written. */
async function openBar(sessions: Sessions, key: string): Promise<void> {
  const [, at = '', file = ''] = /^(\d{1,4}):(.+)$/s.exec(key) ?? [];
  const session = sessions.all()[Number(at)];
  // Only what is a record opens, whatever the page says.
  if (!session?.entryOf(file)) return;
  const target = await openRecord(sessions, session.uriOf(file));
  if (!target) return;
  const { record, document } = target;
  const selection = toRange(record.lines.rangeAt(placeOf(record, ['schedule', 'start'])));
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { selection, viewColumn, preview: true });
}
