import { plainName } from '../text/plainName';
import { fieldsByName, recordTypes } from '../vocabulary/vocabulary';
import type { ParsedRecord } from './record';
import type { Step } from './step';

/**
 * Marks the steps whose condition is not met: the record has neither such a field nor such a word among its `conditions`,
 * nor has its customer. The steps of a procedure are those of any change, and stay as they are.
 *
 * @param customer conditions of the customer's file
 */
export function markConditions<R extends ParsedRecord>(record: R, customer: readonly string[] = []): R {
  const { steps } = record.body;
  if (record.type === 'procedure' || !steps.some((step) => step.if !== undefined)) return record;
  const own = record.type === 'change' ? (record.data.conditions ?? []) : [];
  const words = new Set([...own, ...customer].map(plainName));
  const marked = steps.map((step): Step => {
    if (step.if === undefined) return step;
    const { unmet: _, ...plain } = step;
    const isMet = words.has(plainName(step.if)) || hasField(record, step.if);
    return isMet || step.checked ? plain : { ...plain, unmet: true };
  });
  return { ...record, body: { ...record.body, steps: marked } };
}

/** Whether a record of a type has such a field, under either of its names, with something in it. */
function hasField({ type, data }: ParsedRecord, written: string): boolean {
  const name = fieldsByName(recordTypes[type].fields).get(written)?.name;
  const [, value] = Object.entries(data).find(([key]) => key === name) ?? [];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
