import { editBetween } from '../../edits/fieldWrites';
import { parseRecord } from '../../model/parse/parseRecord';
import type { ParsedRecord } from '../../model/parse/record';
import { type Refusal, refusal } from '../refusals';
import { touchedByEdit } from '../touchedByEdit';
import { mergedFields } from './mergedFields';
import type { RecordStep, Redo } from './redo';

/**
 * How an edit of a record is done again: its fields and its sections, each where it still reads as it did before. What
 * others changed elsewhere stays; where both changed the same, nothing is guessed. What touches a tick or a decision is
 * no edit, whatever its commit says.
 */
export function editRedo(step: RecordStep): Redo | undefined {
  const { before, after } = step;
  if (before === after || touchedByEdit(before, after)) return undefined;
  return (text) => {
    if (text === before) return { edits: editBetween(before, after) };
    if (text === after) return { edits: [] };
    const merged = mergedText(step, text);
    if (typeof merged !== 'string') return { refusal: merged };
    const fault = touchedByEdit(text, merged);
    return fault ? { refusal: fault } : { edits: editBetween(text, merged) };
  };
}

function mergedText({ before, after }: RecordStep, text: string): string | Refusal {
  const [old, now, here] = [before, after, text].map((own) => parseRecord(own, { expected: true }));
  if (!old || !now || !here) return refusal('notARecord');
  const front = mergedFront(frontOf(old), frontOf(now), frontOf(here));
  if (typeof front !== 'string') return front;
  const body = mergedBody(old, now, here);
  return typeof body === 'string' ? front + body : body;
}

function frontOf({ lines, bodyStart }: ParsedRecord): string {
  return lines.text.slice(0, bodyStart);
}

function mergedFront(old: string, now: string, here: string): string | Refusal {
  if (old === now || here === now) return here;
  if (here === old) return now;
  // Comments and the order of fields are none of any field's; where they changed, the whole was edited.
  return mergedFields(old, now, old) === now ? mergedFields(old, now, here) : refusal('frontDiffers');
}

/** The text under one heading, up to the next one. */
interface Part {
  readonly level: number;
  readonly title: string;
  readonly text: string;
}

function partsOf({ lines, bodyStart, body }: ParsedRecord): Part[] {
  const starts = body.headings.map(({ line }) => lines.startOf(line));
  const text = (at: number, from: number): string => lines.text.slice(from, starts[at] ?? lines.text.length);
  const headed = body.headings.map(({ level, title }, at) => {
    return { level, title, text: text(at + 1, starts[at] ?? bodyStart) };
  });
  return [{ level: 0, title: '', text: text(0, bodyStart) }, ...headed];
}

function mergedBody(
  oldRecord: ParsedRecord,
  nowRecord: ParsedRecord,
  hereRecord: ParsedRecord,
): string | Refusal {
  const [old, now, here] = [partsOf(oldRecord), partsOf(nowRecord), partsOf(hereRecord)];
  const edited = aligned(old, now);
  const whole = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
  if (!edited) return whole(here) === whole(old) ? whole(now) : refusal('bodyDiffers');
  const texts = here.map(({ text }) => text);
  const taken = new Set<number>();
  for (const [at, part] of old.entries()) {
    const place = here.findIndex((own, index) => !taken.has(index) && isSame(own, part));
    if (place >= 0) taken.add(place);
    const after = edited[at] ?? '';
    if (after === part.text || texts[place] === after) continue;
    if (texts[place] !== part.text) return refusal('sectionDiffers', { section: part.title });
    texts[place] = after;
  }
  return texts.join('');
}

/** The texts that the parts of a body have become; undefined where parts went. New parts belong to the one before them. */
function aligned(old: readonly Part[], now: readonly Part[]): string[] | undefined {
  // With the same headings some may only be called otherwise.
  if (old.length === now.length && old.every(({ level }, at) => now[at]?.level === level))
    return now.map(({ text }) => text);
  const texts: string[] = [];
  for (const part of now) {
    const next = old[texts.length];
    if (next && isSame(next, part)) texts.push(part.text);
    else texts.push((texts.pop() ?? '') + part.text);
  }
  return texts.length === old.length ? texts : undefined;
}

function isSame(one: Part, other: Part): boolean {
  return one.level === other.level && one.title === other.title;
}
