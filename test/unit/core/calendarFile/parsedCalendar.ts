import { strict as assert } from 'node:assert';
import ICAL from 'ical.js';
import { calendarEntries } from '../../../../src/core/calendarFile/calendarEntries';
import type { EntrySource } from '../../../../src/core/calendarFile/calendarEntry';
import { type CalendarFileOptions, calendarFile } from '../../../../src/core/calendarFile/calendarFile';
import { organizerOf } from '../../../../src/core/calendarFile/calendarOwner';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { stageOf } from '../../../../src/core/workflow/stages';

export const changedAt = Date.UTC(2026, 10, 20, 9);

export const configResult = readConfig([
  {
    file: '.changebook/config.yaml',
    text: 'timezone: Europe/Madrid\nsupport: { email: help@example.org }\nsignature: { en: Platform team }\n',
  },
  {
    file: '.changebook/customers/ribera.yaml',
    text: 'name: Ribera\ncontacts: [{ name: "Nuria, Campos", email: nuria@example.org, role: manager }, { name: Jordi, email: jordi@example.org, role: project }]\n',
  },
  { file: '.changebook/customers/harbour.yaml', text: 'name: Harbour Trust\ntimezone: Europe/London\n' },
]);
export const { config } = configResult;

/** A change with some front matter. */
export function source(front: string, own: Partial<EntrySource> = {}): EntrySource {
  const record = parseRecord(`---\ntype: change\n${front}\n---\n`, { expected: true });
  assert.ok(record?.type === 'change');
  const stage = stageOf(record.data.status ?? 'to_do', record.data.hold?.from, config.stages);
  return { record, stage, config, language: 'en', changedAt, ...own };
}

/** The file of some changes. */
export function fileOf(sources: readonly EntrySource[], options: Partial<CalendarFileOptions> = {}): string {
  const { entries, skipped: left } = calendarEntries(sources);
  assert.deepEqual(left, []);
  const { organizer } = organizerOf(config, 'en');
  const usual = { language: 'en', name: 'Deployments', alarms: [15], invite: false } as const;
  return calendarFile(entries, { ...usual, organizer, now: Date.UTC(2026, 10, 21, 10), ...options });
}

/** What an independent reader makes of a file; also whether its lines are as the format asks. */
export function parsed(text: string): ICAL.Component {
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\r\n\p{Cc}]/u);
    assert.equal(Buffer.from(line).toString('utf8'), line);
  }
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  return new ICAL.Component(ICAL.parse(text));
}

/** The entries of a file as its reader knows them, in its own zones. */
export function events(calendar: ICAL.Component): ICAL.Event[] {
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** A property of a component as text. */
export function property(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name));
}
