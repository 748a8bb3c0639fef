import { RecordCalendar } from '../calendar/recordCalendar';
import { perConfig } from './perConfig';
import { customerKeyOf, type WorkspaceConfig, zoneOrUtc } from './workspaceConfig';

const calendarsOf = perConfig(() => new Map<string, RecordCalendar>());

/** The calendar for the records of a customer, which a record names by key or by name. */
export function calendarFor(config: WorkspaceConfig, written: string | undefined): RecordCalendar {
  const customer = customerKeyOf(config, written);
  const calendars = calendarsOf(config);
  let calendar = calendars.get(customer ?? '');
  if (!calendar) {
    calendar = new RecordCalendar(config.calendar, customer, zoneOrUtc(config, written));
    calendars.set(customer ?? '', calendar);
  }
  return calendar;
}
