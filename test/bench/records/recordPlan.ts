import type { Language } from '../../../src/core/model/text/localized';
import { type BenchCustomer, benchCustomers } from './benchCustomers';
import type { Random } from './random';
import { wordsOf } from './recordWords';

/** A step before it is written down; `name` goes into its comment. */
export interface PlannedStep {
  readonly text: string;
  readonly name?: string;
  readonly nested: readonly string[];
}

/** Steps under one heading. */
export interface StepGroup {
  readonly title: string;
  readonly ordered: boolean;
  readonly steps: readonly PlannedStep[];
}

interface Planned {
  readonly id: string;
  readonly language: Language;
  /** Path in the workspace, with `/`. */
  readonly file: string;
}

export interface PlannedProcedure extends Planned {
  readonly subject: string;
  readonly version: string;
  readonly groups: readonly StepGroup[];
  readonly checklist: readonly string[];
}

export interface PlannedTicket extends Planned {
  readonly title: string;
  readonly customer: BenchCustomer;
  /** The change that delivers it. */
  readonly change: string;
}

export interface PlannedChange extends Planned {
  /** Its place among all changes. */
  readonly number: number;
  /** How many changes there are: numbers near it are recent. */
  readonly of: number;
  readonly customer: BenchCustomer;
  readonly procedure: PlannedProcedure;
  readonly tickets: readonly PlannedTicket[];
  readonly status: string;
  /** Which of its customer's windows to come is its own, where it waits for one. */
  readonly slot: number;
  readonly earlier: readonly string[];
}

/** Every record of the workspace, before any text is written: so they can refer to each other. */
export interface RecordPlan {
  readonly procedures: readonly PlannedProcedure[];
  readonly tickets: readonly PlannedTicket[];
  readonly changes: readonly PlannedChange[];
}

/** Records in one folder. */
const perFolder = 100;
const years = [2023, 2024, 2025, 2026];
/** Up to here changes are closed; the last ones are still open. */
const openFrom = 0.9;
const closedStates = [...Array<string>(30).fill('done'), 'rejected', 'cancelled'];
const openStates = ['to_do', 'in_progress', 'in_progress', 'to_be_reviewed', 'to_be_released', 'on_hold'];

/** Plans `count` records: one in fifty a procedure, one in six a ticket, the rest changes. */
export function planRecords(count: number, random: Random): RecordPlan {
  const procedureCount = Math.max(4, Math.round(count / 50));
  const ticketCount = Math.floor(count / 6);
  const procedures = Array.from({ length: procedureCount }, (_, number) => planProcedure(number, random));
  const tickets: PlannedTicket[] = [];
  const changes: PlannedChange[] = [];
  const changeCount = Math.max(1, count - procedureCount - ticketCount);
  for (let number = 0; number < changeCount; number++) {
    const due = Math.floor(((number + 1) * ticketCount) / changeCount) - tickets.length;
    changes.push(planChange({ number, of: changeCount, due }, { procedures, tickets, changes }, random));
  }
  return { procedures, tickets, changes };
}

function planProcedure(number: number, random: Random): PlannedProcedure {
  const language: Language = number % 2 === 0 ? 'en' : 'es';
  const words = wordsOf(language);
  const subject = random.pick(words.features);
  const id = `PROC-${slugOf(subject).toUpperCase().slice(0, 24).replace(/-$/, '')}-${number + 1}`;
  const titles = random.some(words.groups, random.between(3, 4));
  const pool = random.some(words.steps, titles.length * 5);
  const groups = titles.map((title, index) => ({
    title: `${index + 1}. ${title}`,
    ordered: random.chance(0.25),
    steps: pool.slice(index * 5, index * 5 + random.between(3, 4)).map((text, at) => ({
      text,
      ...(index === 0 && at === 0 ? { name: 'backup' } : {}),
      nested: random.chance(0.2) ? random.some(words.nested, 2) : [],
    })),
  }));
  return {
    id,
    language,
    file: place('procedures', number, id, subject),
    subject,
    version: `${random.between(1, 4)}.${random.between(0, 9)}.0`,
    groups,
    checklist: random.some(words.checks, random.between(3, 4)),
  };
}

interface ChangePlace {
  readonly number: number;
  readonly of: number;
  /** How many tickets it takes. */
  readonly due: number;
}

interface SoFar {
  readonly procedures: readonly PlannedProcedure[];
  readonly tickets: PlannedTicket[];
  readonly changes: readonly PlannedChange[];
}

function planChange(at: ChangePlace, soFar: SoFar, random: Random): PlannedChange {
  const { number, of, due } = at;
  const year = years[Math.floor((number * years.length) / of)] ?? 2026;
  const id = `CHG-${year}-${String(number + 1).padStart(4, '0')}`;
  const procedure = random.pick(soFar.procedures);
  const { language } = procedure;
  const customer = random.pick(benchCustomers);
  const tickets = Array.from({ length: due }, () => {
    const ticket = planTicket(soFar.tickets.length, { id, customer, language }, random);
    soFar.tickets.push(ticket);
    return ticket;
  });
  const file = place('changes', number, id, random.pick(wordsOf(language).features));
  const earlier = random.some(soFar.changes.slice(-20), random.between(0, 2)).map((change) => change.id);
  const status = random.pick(number / of < openFrom ? closedStates : openStates);
  const sameQueue = (other: PlannedChange): boolean =>
    other.customer === customer && other.status === 'to_be_released';
  const slot = status === 'to_be_released' ? soFar.changes.filter(sameQueue).length : 0;
  return { id, language, file, number, of, customer, procedure, tickets, status, slot, earlier };
}

function planTicket(
  number: number,
  change: Pick<PlannedChange, 'id' | 'customer' | 'language'>,
  random: Random,
): PlannedTicket {
  const { language, customer } = change;
  const id = `TKT-${number + 1}`;
  const title = random.pick(wordsOf(language).fixes);
  return { id, language, file: place('tickets', number, id, title), title, customer, change: change.id };
}

function place(folder: string, number: number, id: string, title: string): string {
  const part = String(Math.floor(number / perFolder)).padStart(3, '0');
  return `${folder}/${part}/${id}-${slugOf(title)}.md`;
}

/** A title as a file name has it: letters and digits without accents, hyphens between. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
}

/** The anchor that GitHub and VS Code give a heading. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}
