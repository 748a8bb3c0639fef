import type { ConfigPlace } from '../../calendar/configPlace';
import type { RecordCalendar } from '../../calendar/recordCalendar';
import type { Environments } from '../../calendar/when';
import { calendarFor } from '../../config/calendarFor';
import { environmentScope } from '../../config/environments';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { RelatedPlace } from '../../findings/finding';
import { placeOf } from '../../findings/places';
import type { RecordOf } from '../../model/parse/record';
import type { TextRange } from '../../model/text/range';
import { momentOf } from '../../model/time/dateTime';
import { scheduledMinutes } from '../../model/time/scheduledMinutes';
import { momentAt, wallTime } from '../../model/time/zoneClock';
import type { RuleContext } from '../rule';

/** A change that says when it starts, with the calendar that counts for it. */
export interface Scheduled {
  readonly data: RecordOf<'change'>['data'];
  readonly calendar: RecordCalendar;
  readonly zone: string;
  /** Its environments; undefined where nothing in the calendar depends on them. */
  readonly environments: Environments;
  /** The window in milliseconds since 1970, its end not included; both are the same without a duration. */
  readonly start: number;
  readonly end: number;
  /** The local days on which it starts, and on which its last moment lies. */
  readonly day: number;
  readonly lastDay: number;
  /** Where its start is written. */
  readonly range: TextRange;
}

/** Every rule of the schedule asks the same of a record, one after the other. */
const lately = new WeakMap<RecordOf<'change'>, { config: WorkspaceConfig; change: Scheduled | undefined }>();

/** When a change takes place; undefined where it does not say so. */
export function scheduled(record: RecordOf<'change'>, { config }: RuleContext): Scheduled | undefined {
  const known = lately.get(record);
  if (known?.config === config) return known.change;
  const change = read(record, config);
  lately.set(record, { config, change });
  return change;
}

function read(record: RecordOf<'change'>, config: WorkspaceConfig): Scheduled | undefined {
  const { data } = record;
  const calendar = calendarFor(config, data.customer);
  const { zone } = calendar;
  const start = momentOf(data.schedule?.start, zone);
  if (start === undefined) return undefined;
  const end = start + (scheduledMinutes(data.schedule, zone) ?? 0) * 60_000;
  const { day } = wallTime(start, zone);
  const lastDay = wallTime(Math.max(start, end - 1), zone).day;
  const environments = calendar.variesByEnvironment ? environmentScope(data, config) : undefined;
  const range = placeOf(record, ['schedule', 'start']);
  return { data, calendar, zone, environments, start, end, day, lastDay, range };
}

/** The first moment of the next local day. */
export function nextDay({ day, zone }: Scheduled): number {
  return momentAt(day + 1, 0, zone);
}

/** The place in the configuration that a finding comes from. */
export function configured(at: ConfigPlace): RelatedPlace {
  return { ...at, message: 'configured' };
}
