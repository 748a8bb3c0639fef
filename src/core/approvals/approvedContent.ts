import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { canonicalJson } from '../model/text/canonicalJson';
import { sha256 } from '../model/text/sha256';

/** What moves on while a change is carried out, and is not what people approve. */
const notApproved = new Set([
  'status',
  'actual',
  'approvals',
  'agreement',
  'notifications',
  'hold',
  'outcome',
]);
const testFigures = new Set(['passed', 'total', 'run']);
const ticketFigures = new Set(['status']);

/**
 * The canonical content that an approval is about, part by part: fields under canonical names with their values as
 * JSON, and the sections of the body under `# title`, without ticks, not-applicable marks and line-break styles.
 */
export type ApprovedContent = ReadonlyMap<string, string>;

/** Takes from a change what its approvals are about. */
export function approvedContent(record: RecordOf<'change'>): ApprovedContent {
  const parts = new Map<string, string>();
  const data: { readonly [name: string]: unknown } = record.data;
  for (const name of Object.keys(data).sort()) {
    const text = notApproved.has(name) ? undefined : canonicalJson(approvedValue(name, data[name]));
    if (text !== undefined) parts.set(name, text);
  }
  for (const [title, text] of bodyParts(record)) parts.set(title, text);
  return parts;
}

/** The digest of a change as it stands: `sha256:` and the hash of its canonical content in hexadecimal. */
export function digestOf(record: RecordOf<'change'>): string {
  return `sha256:${sha256(JSON.stringify([...approvedContent(record)]))}`;
}

/** A short hash of one part, to tell whether it differs from another state's. */
export function partHash(text: string): string {
  return sha256(text).slice(0, 16);
}

/** Names of the parts that differ between two states of a change, by the parts' hashes or texts. */
export function changedParts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

/** What of a field's value is approved. */
function approvedValue(name: string, value: unknown): unknown {
  if (name === 'tests') return without(value, testFigures);
  if (name !== 'tickets' || !Array.isArray(value)) return value;
  return value.map((ticket: unknown) => without(ticket, ticketFigures));
}

function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));
}

/**
 * The body in pieces that a person would name: what stands before the first `##`, then section by section. In each,
 * every step is open and applicable.
 */
export function bodyParts(record: ParsedRecord): [string, string][] {
  const { lines, body, bodyStart } = record;
  const starts = body.headings
    .filter(({ level }) => level === 2)
    .map(({ line, title }) => ({ start: lines.startOf(line), title }));
  const parts: [string, string][] = [];
  const seen = new Map<string, number>();
  let step = 0;
  [{ start: bodyStart, title: '' }, ...starts].forEach(({ start, title }, index) => {
    const end = starts[index]?.start ?? lines.text.length;
    const first = step;
    while ((body.steps[step]?.range.start ?? end) < end) step++;
    const text = withoutTicks(lines.text, start, end, body.steps.slice(first, step));
    if (text === '' && title === '') return;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    parts.push([`# ${title}${count > 1 ? ` (${count})` : ''}`, text]);
  });
  return parts;
}

/** A piece of the body in which every step is open and applicable, with LF and without space at its ends. */
function withoutTicks(text: string, start: number, end: number, steps: readonly Step[]): string {
  let plain = '';
  let position = start;
  for (const step of steps) {
    plain += `${text.slice(position, step.range.start)}[ ] ${stepText(step)}`;
    position = step.range.end;
  }
  plain += text.slice(position, end);
  return (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).trim();
}

function stepText({ text, name, evidence }: Step): string {
  return name ? `${text} <!-- step: ${name}${evidence ? ' evidence' : ''} -->` : text;
}
