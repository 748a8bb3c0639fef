import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { configTexts } from './records/benchCustomers';
import { inventFacts, unbound } from './records/changeFrontMatter';
import { changeText } from './records/changeText';
import { procedureText, ticketText } from './records/otherTexts';
import { Random } from './records/random';
import { type PlannedChange, planRecords } from './records/recordPlan';
import { wordsOf } from './records/recordWords';

/** Makes records as they are found in practice: sizes and step counts as measured for the bar of speed. */
const changeBytes = [5_000, 11_200] as const;
const ticketBytes = [2_100, 6_000] as const;
/** Windows line endings in every fifth file, a byte order mark in every fiftieth. */
const crlfShare = 0.2;
const bomShare = 0.02;

/** What was made. */
export interface MadeRecords {
  readonly records: number;
  /** Bytes of all records together. */
  readonly bytes: number;
}

/**
 * Makes a workspace: configuration, customers, procedures, tickets and changes, half of them in Spanish. The same
 * seed gives the same files.
 *
 * @param folder an empty folder, or one that is made
 * @param count how many records, at least ten
 */
export function makeRecords(folder: string, count: number, seed: number): MadeRecords {
  const random = new Random(seed);
  const plan = planRecords(count, random);
  const made = { records: 0, bytes: 0 };
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const record = (file: string, text: string): void => {
    const ended = random.chance(crlfShare) ? text.replaceAll('\n', '\r\n') : text;
    const whole = random.chance(bomShare) ? `\uFEFF${ended}` : ended;
    made.records++;
    made.bytes += Buffer.byteLength(whole);
    write(file, whole);
  };
  for (const [file, text] of configTexts()) write(file, text);
  for (const procedure of plan.procedures) record(procedure.file, procedureText(procedure, random));
  for (const change of plan.changes) {
    const text = changeText(change, inventFacts(change, random), random.between(...changeBytes), random);
    record(change.file, bound(text));
    for (const ticket of change.tickets) {
      const size = random.between(...ticketBytes);
      record(ticket.file, ticketText(ticket, ticketStatus(change), size, random));
    }
  }
  return made;
}

/** A change whose approvals are bound to what it says. */
function bound(text: string): string {
  const record = parseRecord(text);
  return record?.type === 'change' ? text.replaceAll(unbound, digestOf(record)) : text;
}

/** A ticket is where its change is. */
function ticketStatus({ status }: PlannedChange): string {
  return status === 'done' ? 'done' : 'in_progress';
}

/** One very long change, to type in: about 39 bytes for each line and a step in every thirteenth. */
export function makeLongRecord(lines: number, seed = 7): string {
  const random = new Random(seed);
  const plan = planRecords(60, random);
  const change = plan.changes[0];
  if (!change) throw new Error('a plan without changes');
  const text = changeText(change, inventFacts(change, random), 4_000, random);
  return text + longTail(lines - text.split('\n').length, random);
}

function longTail(lines: number, random: Random): string {
  const { sentences, scenarios, steps } = wordsOf('en');
  const tail: string[] = [];
  for (let wave = 1; tail.length < lines; wave++) {
    const commands = [
      '```bash',
      `cat > notes-${wave}.txt <<'EOF'`,
      '## Not a heading',
      '- [ ] not a step',
      'EOF',
    ];
    const table = [
      '| Node | Before | After |',
      '| --- | --- | --- |',
      `| n${wave} | 1.${wave}.0 | 1.${wave}.1 |`,
    ];
    tail.push('', `### Wave ${wave}`, '', ...random.some(sentences, 4), '', ...table, '');
    tail.push(`- [ ] ${random.pick(steps)} (${wave})`, `  - [ ] ${random.pick(steps)} again`, '');
    tail.push(...commands, `./deploy --wave ${wave} --node n${wave}.example.org`, '```', '');
    tail.push(...random.some(scenarios, 4).map((text) => `- ${text}`));
  }
  return `${tail.slice(0, Math.max(0, lines)).join('\n')}\n`;
}
