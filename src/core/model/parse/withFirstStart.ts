import type { ParsedRecord } from './record';

/**
 * A change with phases as one that starts with the first of them: whoever asks for its start gets that, and where it
 * stands. The end of the last one is its end. A start beside the phases is an error and stays what it is.
 */
export function withFirstStart(record: ParsedRecord): ParsedRecord {
  if (record.type !== 'change') return record;
  const { data, located } = record;
  const { schedule } = data;
  const start = schedule?.phases?.[0]?.start;
  const place = located.fields?.schedule;
  const first = place?.fields?.phases?.items?.[0]?.fields?.start;
  if (!schedule || schedule.start !== undefined || start === undefined || !place || !first) return record;
  const fields = { ...located.fields, schedule: { ...place, fields: { ...place.fields, start: first } } };
  return { ...record, data: { ...data, schedule: { ...schedule, start } }, located: { ...located, fields } };
}
