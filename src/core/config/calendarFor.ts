import { RecordCalendar } from '../calendar/recordCalendar';
import { customerKeyOf, type WorkspaceConfig, zoneOrUtc } from './workspaceConfig';

/** Calendars by customer, cached as long as their configuration. */
const calendars = new WeakMap<WorkspaceConfig, Map<string, RecordCalendar>>();

/** The calendar for the records of a customer, which a record names by key or by name. */
export function calendarFor(config: WorkspaceConfig, written: string | undefined): RecordCalendar {
  const customer = customerKeyOf(config, written);
  let known = calendars.get(config);
  if (!known) {
    known = new Map();
    calendars.set(config, known);
  }
  let calendar = known.get(customer ?? '');
  if (!calendar) {
    calendar = new RecordCalendar(config.calendar, customer, zoneOrUtc(config, written));
    known.set(customer ?? '', calendar);
  }
  return calendar;
}
