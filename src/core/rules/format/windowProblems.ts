import { given, placeOf } from '../../findings/places';
import type { Report } from '../../findings/report';
import { locate } from '../../model/parse/located';
import type { ParsedRecord } from '../../model/parse/record';
import { plainName } from '../../model/text/plainName';
import { localText } from '../../model/time/localText';
import { phaseWindows } from '../../model/time/phaseWindows';

/** What says of a window what something else says already: an end beside a duration, and either beside phases. */
export function* windowTwice(record: ParsedRecord): Generator<Report> {
  const schedule = locate(record.located, ['schedule'])?.node;
  const phases = given(record, ['schedule', 'phases']);
  if (schedule?.kind !== 'map') return;
  for (const name of phases ? ['start', 'duration', 'end'] : []) {
    const place = given(record, ['schedule', name]);
    // The start of the first phase is that of the change.
    const own = place?.keyRange && schedule.entries.some(({ keyRange }) => keyRange === place.keyRange);
    if (own && place.keyRange)
      yield { message: 'besidePhases', range: place.keyRange, args: { key: place.key ?? name } };
  }
  const end = given(record, ['schedule', 'end']);
  if (!phases && end?.keyRange && given(record, ['schedule', 'duration']))
    yield { message: 'endTwice', range: end.keyRange };
}

/** Phases without a window, of one name, and those that do not wait for the end of the one before them. */
export function* phasesInTurn(record: ParsedRecord, zone: string): Generator<Report> {
  if (record.type !== 'change') return;
  const places = locate(record.located, ['schedule', 'phases'])?.items ?? [];
  for (const [at, place] of places.entries()) {
    const lacks = (['start', 'duration'] as const).some(
      (name) => !given(record, ['schedule', 'phases', at, name]),
    );
    if (lacks) yield { message: 'phaseWindow', range: place.node.range };
  }
  const names = new Set<string>();
  for (const [at, { name = '' }] of (record.data.schedule?.phases ?? []).entries()) {
    const key = plainName(name);
    const range = names.has(key) ? given(record, ['schedule', 'phases', at, 'name'])?.node.range : undefined;
    if (range) yield { message: 'phaseTwice', range, args: { name: name.slice(0, 60) } };
    names.add(key);
  }
  let before: number | undefined;
  for (const { at, start, end } of phaseWindows(record.data.schedule, zone)) {
    const range = places[at]?.fields?.start?.node.range;
    if (range && before !== undefined && start < before) {
      const args = { start: localText(start, zone), end: localText(before, zone) };
      yield { message: 'phaseFirst', range, args };
    }
    before = Math.max(before ?? end, end);
  }
}

/** Environments of phases that the change itself does not name, so that no other rule knows of them. */
export function* phasePlaces(record: ParsedRecord): Generator<Report> {
  if (record.type !== 'change') return;
  const named = new Set(record.data.environments?.map(plainName));
  for (const [at, { environments = [] }] of (record.data.schedule?.phases ?? []).entries())
    for (const [index, name] of environments.entries()) {
      if (named.has(plainName(name))) continue;
      const range = placeOf(record, ['schedule', 'phases', at, 'environments', index]);
      yield { message: 'phasePlace', range, args: { value: name.slice(0, 60) } };
    }
}
