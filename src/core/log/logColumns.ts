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
import { valueIn } from '../model/vocabulary/valueIn';
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
interface LogColumn {
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

/** The columns of the log, one row each. */
export const logColumns: readonly LogColumn[] = [
  { title: { en: 'Change', es: 'Cambio' }, width: 16, value: ({ record }) => record.data.id },
  {
    title: { en: 'Customer', es: 'Cliente' },
    width: 18,
    whole: true,
    value: ({ record, customer = record.data.customer }) => customer,
  },
  { title: { en: 'Title', es: 'Título' }, width: 40, value: ({ record }) => titleOf(record) || undefined },
  {
    title: { en: 'Environments', es: 'Entornos' },
    width: 14,
    value: ({ record }) => joined(record.data.environments),
  },
  {
    title: { en: 'Status', es: 'Estado' },
    width: 22,
    value: ({ record, language }) =>
      word(changeStatusChoice.choices, record.data.status ?? initialStatus('change'), language),
  },
  {
    title: { en: 'Planned start', es: 'Inicio previsto' },
    width: 17,
    time: true,
    value: (input) => planned(input, false),
  },
  {
    title: { en: 'Planned end', es: 'Fin previsto' },
    width: 17,
    time: true,
    value: (input) => planned(input, true),
  },
  {
    title: { en: 'Actual start', es: 'Inicio real' },
    width: 17,
    time: true,
    value: ({ record, zone }) => momentOf(record.data.actual?.start, zone),
  },
  {
    title: { en: 'Actual end', es: 'Fin real' },
    width: 17,
    time: true,
    value: ({ record, zone }) => momentOf(record.data.actual?.end, zone),
  },
  {
    title: { en: 'Components', es: 'Componentes' },
    width: 34,
    value: ({ record }) =>
      joined(
        record.data.components?.map(({ name, from, to }) =>
          [name, [from, to].filter(Boolean).join(' → ')].filter(Boolean).join(' '),
        ),
      ),
  },
  {
    title: { en: 'Tickets', es: 'Tickets' },
    width: 40,
    value: ({ record, ticketTitle }) =>
      joined(
        record.data.tickets?.map(({ id, title, mail }) =>
          [id, title ?? mail ?? (id ? ticketTitle(id) : undefined)].filter(Boolean).join(' '),
        ),
      ),
  },
  {
    title: { en: 'Result', es: 'Resultado' },
    width: 16,
    value: result,
  },
  { title: { en: 'Tests passed', es: 'Pruebas superadas' }, width: 12, value: tests },
  { title: { en: 'Notices', es: 'Avisos' }, width: 44, value: notices },
  {
    title: { en: 'Agreed by', es: 'Conformidad de' },
    width: 18,
    value: ({ record }) => record.data.agreement?.by,
  },
  { title: { en: 'Approvals', es: 'Aprobaciones' }, width: 44, internal: true, value: approvals },
  {
    title: { en: 'Carried out by', es: 'Ejecutor' },
    width: 18,
    internal: true,
    value: ({ record }) => record.data.assignee,
  },
  {
    title: { en: 'Phases', es: 'Fases' },
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
    title: { en: 'Why', es: 'Motivo' },
    width: 40,
    internal: true,
    optional: true,
    value: ({ record }) => record.data.justification,
  },
  {
    title: { en: 'Stated risk', es: 'Riesgo indicado' },
    width: 30,
    internal: true,
    optional: true,
    value: ({ record, language }) => valueIn(language, record.data.risk, changeFields.risk.type) || undefined,
  },
  {
    title: { en: 'Advisory board', es: 'Comité de cambios' },
    width: 30,
    internal: true,
    optional: true,
    value: ({ record, language }) => valueIn(language, record.data.cab, changeFields.cab.type) || undefined,
  },
  { title: { en: 'Commit', es: 'Commit' }, width: 20, internal: true, value: ({ commit }) => commit },
];
