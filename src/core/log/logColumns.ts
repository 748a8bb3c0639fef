import { titleOf } from '../index/summarise';
import { goesBack } from '../model/parse/goesBack';
import { latestApprovals } from '../model/parse/latestApprovals';
import type { RecordOf } from '../model/parse/record';
import type { Language, Localized } from '../model/text/localized';
import { momentOf } from '../model/time/dateTime';
import { localText, windowBetween } from '../model/time/localText';
import { phaseTitle, phaseWindows } from '../model/time/phaseWindows';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import { changeFields } from '../model/vocabulary/changeFields';
import {
  changeStatusChoice,
  decisionChoice,
  noticeKindChoice,
  outcomeChoice,
  roleChoice,
} from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { type LogColumnName, logColumnChoice } from '../model/vocabulary/logFields';
import { valueIn } from '../model/vocabulary/valueIn';
import { choiceNamed } from '../model/vocabulary/vocabulary';
import { initialStatus } from '../workflow/stages';

/** A cell: text, or a moment in milliseconds since 1970; undefined where the record has no value. */
export type LogCell = string | number | undefined;

/** The input of a row of the log. */
export interface LogInput {
  readonly record: RecordOf<'change'>;
  /** The customer's zone, in which the record gives its times. */
  readonly zone: string;
  /** Name of the customer. */
  readonly customer?: string | undefined;
  readonly language: Language;
  /** The title of one of the workspace's own tickets. */
  readonly ticketTitle: (id: string) => string | undefined;
  /** What it says in fields of the team's own. */
  readonly own?: { readonly [name: string]: unknown };
  /** The last commit of the record, as an address or an id. */
  readonly commit: string | undefined;
}

/** One column of the log. */
export interface LogColumn {
  readonly title: { readonly en: string; readonly es: string };
  /** Characters. */
  readonly width: number;
  /** Whether only the team sees it, and neither customers nor partners. */
  readonly internal?: true;
  /** Only in the log of a whole workspace. */
  readonly whole?: true;
  /** Only where a change says something in it. */
  readonly optional?: true;
  /** Whether its cells are moments. */
  readonly time?: true;
  /** `zone` is that of the log. */
  readonly value: (input: LogInput, zone: string) => LogCell;
}

function word(choices: ChoiceTable, value: string | undefined, language: Language): string | undefined {
  const known = value !== undefined && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return known ? known[1][language] : value;
}

function joined(parts: readonly (string | undefined)[] | undefined): string | undefined {
  const given = (parts ?? []).filter((part) => part);
  return given.length > 0 ? given.join('; ') : undefined;
}

function planned({ record, zone }: LogInput, end: boolean): number | undefined {
  const start = momentOf(record.data.schedule?.start, zone);
  const minutes = scheduledMinutes(record.data.schedule, zone) ?? 0;
  if (!end) return start;
  return start === undefined || minutes === 0 ? undefined : start + minutes * 60_000;
}

function tests({ record }: LogInput): string | undefined {
  const { passed, total } = record.data.tests ?? {};
  return passed === undefined || total === undefined ? undefined : `${passed}/${total}`;
}

function approvals({ record, zone, language }: LogInput): string | undefined {
  return joined(
    latestApprovals(record.data.approvals, zone).map(({ role, by, decision }) => {
      const decided = decision === 'denied' ? ` (${word(decisionChoice.choices, decision, language)})` : '';
      return `${word(roleChoice.choices, role, language)}: ${by}${decided}`;
    }),
  );
}

/** How it ended; of what was rolled back also when and why, while it is still going on, too. */
function result({ record, zone, language }: LogInput, shown: string): string | undefined {
  const { outcome, actual } = record.data;
  const { at, reason } = actual?.rollback ?? {};
  const ended = word(outcomeChoice.choices, goesBack(record.data) ? 'rolled_back' : outcome, language);
  const moment = momentOf(at, zone);
  const told = [moment === undefined ? at : localText(moment, shown), reason].filter(Boolean).join(', ');
  return told ? `${ended}: ${told}` : ended;
}

const sentWord: Localized = { en: 'sent', es: 'enviado' };

/** The notices with the word “sent” and their times, which could otherwise be taken for those of the deployment. */
function notices({ record, zone, language }: LogInput, shown: string): string | undefined {
  return joined(
    record.data.notifications?.map(({ kind, at }) => {
      const name = kind ? word(noticeKindChoice.choices, kind, language) : undefined;
      const moment = momentOf(at, zone);
      const when = moment === undefined ? at : localText(moment, shown);
      return [name, when && `${sentWord[language]} ${when}`].filter(Boolean).join(': ');
    }),
  );
}

/** The column of a field of the team's own. What it means to others the team alone knows, so they are not shown it. */
export function ownColumn(name: string): LogColumn {
  const value = ({ own, language }: LogInput): LogCell => valueIn(language, own?.[name]) || undefined;
  return { title: { en: name, es: name }, width: 18, internal: true, value };
}

/** What can be told of a change, one row a column. */
const rows: readonly (Omit<LogColumn, 'title'> & { readonly name: LogColumnName })[] = [
  { name: 'change', width: 16, value: ({ record }) => record.data.id },
  {
    name: 'customer',
    width: 18,
    whole: true,
    value: ({ record, customer = record.data.customer }) => customer,
  },
  { name: 'title', width: 40, value: ({ record }) => titleOf(record) || undefined },
  {
    name: 'environments',
    width: 14,
    value: ({ record }) => joined(record.data.environments),
  },
  {
    name: 'status',
    width: 22,
    value: ({ record, language }) =>
      word(changeStatusChoice.choices, record.data.status ?? initialStatus('change'), language),
  },
  {
    name: 'planned_start',
    width: 17,
    time: true,
    value: (input) => planned(input, false),
  },
  {
    name: 'planned_end',
    width: 17,
    time: true,
    value: (input) => planned(input, true),
  },
  {
    name: 'actual_start',
    width: 17,
    time: true,
    value: ({ record, zone }) => momentOf(record.data.actual?.start, zone),
  },
  {
    name: 'actual_end',
    width: 17,
    time: true,
    value: ({ record, zone }) => momentOf(record.data.actual?.end, zone),
  },
  {
    name: 'components',
    width: 34,
    value: ({ record }) =>
      joined(
        record.data.components?.map(({ name, from, to }) =>
          [name, [from, to].filter(Boolean).join(' → ')].filter(Boolean).join(' '),
        ),
      ),
  },
  {
    name: 'tickets',
    width: 40,
    value: ({ record, ticketTitle }) =>
      joined(
        record.data.tickets?.map(({ id, title, mail }) =>
          [id, title ?? mail ?? (id ? ticketTitle(id) : undefined)].filter(Boolean).join(' '),
        ),
      ),
  },
  {
    name: 'result',
    width: 16,
    value: result,
  },
  { name: 'tests', width: 12, value: tests },
  { name: 'notices', width: 44, value: notices },
  {
    name: 'agreement',
    width: 18,
    value: ({ record }) => record.data.agreement?.by,
  },
  { name: 'approvals', width: 44, internal: true, value: approvals },
  {
    name: 'assignee',
    width: 18,
    internal: true,
    value: ({ record }) => record.data.assignee,
  },
  {
    name: 'phases',
    width: 40,
    optional: true,
    value: ({ record, zone }, shown) =>
      joined(
        phaseWindows(record.data.schedule, zone).map(
          (phase) => `${phaseTitle(phase)}: ${windowBetween(phase.start, phase.end, shown)}`,
        ),
      ),
  },
  {
    name: 'justification',
    width: 40,
    internal: true,
    optional: true,
    value: ({ record }) => record.data.justification,
  },
  {
    name: 'risk',
    width: 30,
    internal: true,
    optional: true,
    value: ({ record, language }) => valueIn(language, record.data.risk, changeFields.risk.type) || undefined,
  },
  {
    name: 'cab',
    width: 30,
    internal: true,
    optional: true,
    value: ({ record, language }) => valueIn(language, record.data.cab, changeFields.cab.type) || undefined,
  },
  { name: 'commit', width: 20, internal: true, value: ({ commit }) => commit },
];

/** The columns that a log has where the configuration names none, in their order. */
export const logColumns: readonly LogColumn[] = rows.map((row) => ({
  ...row,
  title: titleOfColumn(row.name),
}));

/** The column that a name stands for, in either language; undefined for any other name. */
export function logColumnNamed(written: string): LogColumn | undefined {
  const name = choiceNamed(logColumnChoice.choices, written);
  return name === undefined ? undefined : logColumns[rows.findIndex((row) => row.name === name)];
}

function titleOfColumn(name: LogColumnName): Localized {
  return logColumnChoice.choices[name][1];
}
