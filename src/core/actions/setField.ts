import { zoneFor } from '../config/recordZone';
import { editBetween, type FieldWrite, writeEdits } from '../edits/fieldWrites';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { type Assignments, readAssignments } from './assignments';
import { editFault } from './editFaults';
import { type Action, planWritten, refusedPlan } from './recordAction';
import type { TextChange } from './textChange';
import { touchedDecisions } from './touchedDecisions';

/**
 * Sets fields of a record, as somebody wrote them: `field=value`, `list+=item`. Refused is what has an action of its own,
 * and what would bring an error.
 *
 * @param sure whether approvals and agreement may become void by it
 */
export function setField(texts: readonly string[], sure: boolean): Action<ParsedRecord> {
  return {
    takes: (record): record is ParsedRecord => record !== undefined,
    asks: () => [],
    plan(on) {
      const zone = zoneFor(on.record, on.input.config);
      const read = readAssignments(texts, on.record, { now: on.input.now, zone }, on.input.config);
      if ('refusal' in read) return read;
      const { writes, fields, taken } = read;
      const change: TextChange = {
        plan(text, copy) {
          const edits = assignedEdits(text, writes);
          if (!edits)
            return refusedPlan(parseRecord(text, { expected: true }) ? 'cannotWrite' : 'notARecord');
          const after = applyEdits(text, edits).text;
          const decided = touchedDecisions(text, after);
          if (decided) return { refusal: decided };
          const judged = copy === 'committed' && edits.length > 0;
          const fault = judged ? editFault(on.file, { before: text, after }, sure, on.input) : undefined;
          return fault ? { refusal: fault } : { edits };
        },
      };
      return { ...planWritten(on, { change, parts: { action: 'set', fields } }), taken };
    },
  };
}

/** The edits of assignments. A title is written where it stands: in its field, in the heading, or in both. */
function assignedEdits(text: string, writes: Assignments['writes']): TextEdit[] | undefined {
  const edits = writeEdits(text, writes);
  const isTitle = ({ kind, path }: FieldWrite): boolean => kind === 'write' && path.join('.') === 'title';
  if (!edits || !writes.some(isTitle)) return edits;
  const written = applyEdits(text, edits).text;
  const [before, after] = [text, written].map((own) => parseRecord(own, { expected: true }));
  const { title } = after?.data ?? {};
  const old = before?.body.headings.find(({ level }) => level === 1)?.title;
  const inField = before?.data.title;
  if (title === undefined || old === undefined || (inField !== undefined && inField !== old)) return edits;
  const others =
    inField === undefined
      ? writeEdits(
          text,
          writes.filter((write) => !isTitle(write)),
        )
      : edits;
  const rest = others && applyEdits(text, others).text;
  const headed = rest === undefined ? undefined : withHeading(rest, title);
  return headed === undefined ? edits : editBetween(text, headed);
}

/** A text with another first heading; undefined where it would not read as it is meant. */
function withHeading(text: string, title: string): string | undefined {
  const headingOf = (own: string) =>
    parseRecord(own, { expected: true })?.body.headings.find(({ level }) => level === 1);
  const heading = headingOf(text);
  if (!heading || /[\r\n]/.test(title)) return undefined;
  const made = applyEdits(text, [{ range: heading.range, text: title }]).text;
  return headingOf(made)?.title === title ? made : undefined;
}
