import { beginsOn, dayPlace, hasPlace, type RecurringWhen } from './when';

/** As many days as the weekdays of dates need to come again. */
const cycleDays = 28 * 366;

/** Whether there is a day on which something that comes again begins. */
export function everHappens(when: RecurringWhen): boolean {
  const { since, until } = when;
  // Without both ends every month that there may be comes sooner or later.
  if (since === undefined || until === undefined) return hasAnyPlace(when);
  for (let day = since; day <= Math.min(until, since + cycleDays); day++)
    if (beginsOn(when, day, dayPlace(day))) return true;
  return false;
}

function hasAnyPlace(when: RecurringWhen): boolean {
  for (let length = 28; length <= 31; length++)
    for (let ofMonth = 1; ofMonth <= length; ofMonth++)
      for (let weekday = 0; weekday < 7; weekday++)
        if (hasPlace(when, { weekday, ofMonth, fromEnd: length - ofMonth + 1 })) return true;
  return false;
}
