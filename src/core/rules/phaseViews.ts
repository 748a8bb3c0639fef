import type { Located } from '../model/parse/located';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { RuleData } from './rule';

/**
 * A change as several with one window each, where it has phases; else the record itself. What rules find of a window
 * then stands at its own phase.
 */
export function phaseViews(
  record: ParsedRecord,
  rule: Pick<RuleData, 'about' | 'eachWindow'>,
): readonly ParsedRecord[] {
  if (record.type !== 'change' || (rule.about !== 'start' && !rule.eachWindow)) return [record];
  const places = record.located.fields?.schedule?.fields?.phases?.items;
  const phases = record.data.schedule?.phases ?? [];
  if (!places || phases.length === 0) return [record];
  return places.flatMap((place, at) => {
    const phase = phases[at];
    return phase?.start === undefined ? [] : [viewOf(record, phase, place)];
  });
}

type Phase = NonNullable<NonNullable<RecordOf<'change'>['data']['schedule']>['phases']>[number];

function viewOf(record: RecordOf<'change'>, phase: Phase, place: Located): RecordOf<'change'> {
  const { data, located } = record;
  const { start, duration, environments = data.environments } = phase;
  const outage = located.fields?.schedule?.fields?.outage;
  const fields = { ...place.fields, ...(outage ? { outage } : {}) };
  return {
    ...record,
    data: {
      ...data,
      ...(environments ? { environments } : {}),
      schedule: {
        ...(start === undefined ? {} : { start }),
        ...(duration === undefined ? {} : { duration }),
        ...(data.schedule?.outage === undefined ? {} : { outage: data.schedule.outage }),
      },
    },
    located: { ...located, fields: { ...located.fields, schedule: { ...place, fields } } },
  };
}
