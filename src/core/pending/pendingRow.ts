import { waitsOn } from '../actions/moves';
import { calendarFor } from '../config/calendarFor';
import { productionEnvironments } from '../config/environments';
import { customerNameOf, type WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import type { ChangePhase, DueStep } from '../index/changeSummary';
import type { IndexEntry } from '../index/indexEntry';
import { oneLine } from '../language/plainText';
import { plainName } from '../model/text/plainName';
import { severityChoice } from '../model/vocabulary/choices';
import { frontMatter } from '../rules/format/frontMatter';
import { isOpen, stageRank } from '../workflow/stages';

/** The party that a change waits on. */
export type Waiting = ReturnType<typeof waitsOn>;

/** How many findings of each severity a record has. */
export interface Marks {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** One of several windows of a change, its name on one line. */
export type PendingPhase = Pick<ChangePhase, 'name' | 'start' | 'end'>;

/** A pending change, or a record that cannot be read, without what depends on the time. */
export interface PendingRow {
  readonly file: string;
  readonly id: string | undefined;
  /** On one line, without control characters. */
  readonly title: string;
  readonly isChange: boolean;
  readonly unreadable: boolean;
  readonly status: string;
  /** Position of its stage in the workflow, from 0. */
  readonly rank: number;
  /** Key of the configured customer, else its name as written in lower case. */
  readonly customer: string | undefined;
  readonly customerName: string;
  readonly environments: readonly string[];
  /** The environment that it is listed under: production if it has one, else the first. */
  readonly environment: string | undefined;
  readonly waitsOn: Waiting;
  readonly start: number | undefined;
  /** End of the window; the start where it has no length. */
  readonly end: number | undefined;
  /** Its windows, where it has several, one after the other. */
  readonly phases: readonly PendingPhase[];
  /** Time zone of its customer. */
  readonly zone: string;
  /** Rank of its severity, from 0 for the worst. */
  readonly severity: number;
  /** Whether it is rolled back; then the steps that count are those of its rollback. */
  readonly goesBack: boolean;
  readonly done: number;
  readonly steps: number;
  readonly marks: Marks;
  /** Its open steps that are due at a moment, the earliest first. */
  readonly due: readonly DueStep[];
  /** Keys of all the people that it names. */
  readonly people: readonly string[];
  /** The text that is searched, in lower case. */
  readonly words: string;
}

const severities = Object.keys(severityChoice.choices);

/** Whether the front matter of a record cannot be read. */
function isUnreadable({ findings }: IndexEntry): boolean {
  return findings.some(({ rule, severity }) => rule === frontMatter.id && severity === 'error');
}

/**
 * The row of a record in the view of pending changes.
 *
 * @param findings all findings of the record
 * @returns undefined for a readable record that is not a pending change
 */
export function pendingRow(
  entry: IndexEntry,
  findings: readonly Finding[],
  config: WorkspaceConfig,
): PendingRow | undefined {
  const { summary, file } = entry;
  const { change, customer } = summary;
  const unreadable = isUnreadable(entry);
  const pending = change !== undefined && isOpen(summary.stage);
  if (!pending && !unreadable) return undefined;
  const environments = change?.environments ?? [];
  const production = productionEnvironments({ customer, environments: [...environments] }, config);
  const performed_by = partyOf(change?.performedBy);
  const [done, steps] = change?.progress ?? [0, 0];
  const row = {
    file,
    id: summary.id,
    title: oneLine(summary.title, 200),
    unreadable,
    environments,
    goesBack: change?.goesBack === true,
    done,
    steps,
    isChange: pending,
    status: summary.status,
    rank: stageRank(summary.stage),
    customer: change?.customer,
    customerName: oneLine(customerNameOf(config, customer) ?? ''),
    environment: production[0] ?? environments[0],
    waitsOn: waitsOn(summary.status, performed_by ? { performed_by } : {}, config.workflow),
    start: change?.start,
    end: change?.end,
    phases: (change?.phases ?? []).map(({ name, start, end }) => ({ name: oneLine(name, 60), start, end })),
    zone: calendarFor(config, customer).zone,
    severity: change?.severity ? severities.indexOf(change.severity) : severities.length,
    marks: marksOf(findings),
    due: change?.due ?? [],
    people: change?.people ?? [],
  };
  return { ...row, words: wordsOf(row, change?.components ?? []) };
}

function partyOf(written: string | undefined): 'provider' | 'customer' | 'partner' | undefined {
  return written === 'provider' || written === 'customer' || written === 'partner' ? written : undefined;
}

function marksOf(findings: readonly Finding[]): Marks {
  let [errors, warnings, infos] = [0, 0, 0];
  for (const { severity, waived } of findings) {
    if (waived || severity === 'info') infos++;
    else if (severity === 'error') errors++;
    else warnings++;
  }
  return { errors, warnings, infos };
}

function wordsOf(row: Omit<PendingRow, 'words'>, components: readonly string[]): string {
  const { id = '', title, customerName, customer = '', environments, status, file } = row;
  const parts = [id, title, customerName, customer, status, file, ...environments, ...components];
  return plainName(parts.join(' ')).slice(0, 2000);
}

/** The order of pending changes: by start, those without one last, then by severity, then by id. */
export function compareRows(a: PendingRow, b: PendingRow): number {
  return (
    (a.start ?? Number.MAX_VALUE) - (b.start ?? Number.MAX_VALUE) ||
    a.severity - b.severity ||
    compareText(a.id ?? '', b.id ?? '') ||
    compareText(a.file, b.file)
  );
}

/** Compares texts by their characters, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
