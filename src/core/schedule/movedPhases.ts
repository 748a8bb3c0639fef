import type { ChangeSummary } from '../index/changeSummary';
import { locate } from '../model/parse/located';
import type { RecordOf } from '../model/parse/record';
import type { TextEdit } from '../model/text/edit';
import { momentOf } from '../model/time/dateTime';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { phaseWindows } from '../model/time/phaseWindows';
import { writeMoment } from '../model/time/writeMoment';

type Schedule = NonNullable<RecordOf<'change'>['data']['schedule']>;

/** A schedule with another start; its phases keep their distances from the first one. */
export function movedSchedule(schedule: Schedule | undefined, start: number, zone: string): Schedule {
  const iso = (moment: number): string => new Date(moment).toISOString();
  const own = momentOf(schedule?.start, zone) ?? start;
  const phases = schedule?.phases?.map((phase) => {
    const moment = momentOf(phase.start, zone);
    return moment === undefined ? phase : { ...phase, start: iso(moment + start - own) };
  });
  return { ...schedule, start: iso(start), ...(phases ? { phases } : {}) };
}

/** The windows of a change with another start. */
export function movedWindows(change: ChangeSummary, start: number, length: number): ChangeSummary {
  const delta = start - (change.start ?? start);
  const phases = change.phases?.map((phase) => ({
    ...phase,
    start: phase.start + delta,
    end: phase.end + delta,
  }));
  return { ...change, start, end: start + length, ...(phases ? { phases } : {}) };
}

/** The edits that move all phases but the first one as far as that. */
export function laterPhaseEdits(record: RecordOf<'change'>, start: number, zone: string): TextEdit[] {
  const [first, ...others] = phaseWindows(record.data.schedule, zone);
  return others.flatMap(({ at, start: own }): TextEdit[] => {
    const node = locate(record.located, ['schedule', 'phases', at, 'start'])?.node;
    if (node?.kind !== 'scalar' || !first) return [];
    const moment = own + start - first.start;
    const text = writeMoment(moment, zone, node.value) ?? isoWithOffset(moment, zone);
    const quote = /^["']/.exec(record.lines.text.slice(node.range.start, node.range.end))?.[0] ?? '';
    return [{ range: node.range, text: `${quote}${text}${quote}` }];
  });
}
