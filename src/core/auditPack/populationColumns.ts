import { deviationText, spanText } from '../audit/auditText';
import { minutesLate } from '../audit/plannedTimes';
import type { DeliveryFacts } from '../delivery/deliveryFacts';
import type { LogCell } from '../log/logColumns';
import type { Language, Localized } from '../model/text/localized';
import { endOfSaidMinute } from '../model/time/endOfSaidMinute';
import { localText } from '../model/time/localText';
import {
  changeTypeChoice,
  decisionChoice,
  noticeKindChoice,
  outcomeChoice,
  partyChoice,
  roleChoice,
} from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { stateName } from '../model/vocabulary/stateName';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import { periodReasonTexts } from './periodReasons';
import type { PopulationRow } from './populationRow';
import { columnTitles, type PopulationColumnName, populationWords } from './populationWords';

/** What a cell is made for. */
export interface CellInput {
  readonly row: PopulationRow;
  readonly language: Language;
  /** The zone of all times of the table. */
  readonly zone: string;
  readonly isDrawn: boolean;
}

/** One column of the population. */
export interface PopulationColumn {
  readonly name: PopulationColumnName;
  readonly title: Localized;
  /** Characters. */
  readonly width: number;
  /** Whether its cells are moments. */
  readonly time?: true;
  value(input: CellInput): LogCell;
}

type Value = PopulationColumn['value'];

/** The columns in their order. */
const values: readonly (readonly [name: PopulationColumnName, width: number, value: Value])[] = [
  ['change', 16, ({ row }) => row.facts.id],
  ['title', 40, ({ row }) => row.facts.title || undefined],
  ['customer', 18, ({ row }) => row.customer],
  ['type', 12, ({ row, language }) => word(changeTypeChoice.choices, row.facts.changeType, language)],
  ['status', 16, ({ row, language }) => withSpaces(stateName(row.facts.status, language))],
  ['outcome', 24, outcomeText],
  ['reasons', 22, reasonsText],
  ['environments', 14, ({ row }) => joined(row.facts.environments)],
  ['components', 26, ({ row }) => joined(row.facts.components)],
  ['tickets', 22, ({ row }) => joined(row.facts.tickets ?? [])],
  ['requested_at', 17, ({ row }) => row.facts.requestedAt],
  ['requested_by', 18, ({ row }) => row.facts.requestedBy],
  ['approvals', 50, approvalsText],
  ['approved_before', 14, approvedBeforeText],
  ['agreement', 30, agreementText],
  ['planned_start', 17, ({ row }) => row.facts.start],
  ['planned_end', 17, ({ row }) => row.facts.end],
  ['windows', 40, windowsText],
  ['actual_start', 17, ({ row }) => row.facts.actualStart],
  ['actual_end', 17, ({ row }) => row.facts.actualEnd],
  ['deviations', 34, deviationsText],
  ['tests', 24, testsText],
  ['waivers', 44, waiversText],
  ['notices', 40, noticesText],
  ['assignee', 18, ({ row }) => row.facts.assignee],
  ['performed_by', 14, ({ row, language }) => word(partyChoice.choices, row.facts.performedBy, language)],
  ['procedure', 22, ({ row: { facts } }) => named(facts.procedure, facts.procedureVersion)],
  ['release', 26, ({ row }) => releaseText(row.facts)],
  ['justification', 40, ({ row }) => row.facts.justification],
  ['supersedes', 16, ({ row }) => row.facts.supersedes],
  ['file', 40, ({ row }) => row.file],
  ['remarks', 34, remarksText],
  ['sampled', 10, ({ isDrawn, language }) => (isDrawn ? populationWords.yes[language] : undefined)],
];

const timeColumns: ReadonlySet<PopulationColumnName> = new Set([
  'requested_at',
  'planned_start',
  'planned_end',
  'actual_start',
  'actual_end',
]);

export const populationColumns: readonly PopulationColumn[] = values.map(([name, width, value]) => ({
  name,
  title: columnTitles[name],
  width,
  ...(timeColumns.has(name) ? { time: true as const } : {}),
  value,
}));

function word(choices: ChoiceTable, value: string | undefined, language: Language): string | undefined {
  return value === undefined ? undefined : withSpaces(choiceIn(language, choices, value));
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part);
  return given.length > 0 ? given.join('; ') : undefined;
}

function named(id: string | undefined, version: string | undefined): string | undefined {
  return id && version ? `${id}@${version}` : id;
}

function reasonsText({ row, language }: CellInput): string | undefined {
  return joined(row.reasons.map((reason) => periodReasonTexts[reason][language]));
}

/** How it ended; of what was rolled back also when and why. */
function outcomeText({ row: { facts }, language, zone }: CellInput): string | undefined {
  const { outcome, goesBack, rollbackAt, rollbackReason } = facts;
  const ended = word(outcomeChoice.choices, goesBack ? 'rolled_back' : outcome, language);
  const told = [rollbackAt === undefined ? undefined : localText(rollbackAt, zone), rollbackReason];
  return joined([ended, told.filter(Boolean).join(', ')]);
}

/** All decisions, since one that does not count any more was taken all the same. */
function approvalsText({ row: { facts }, language, zone }: CellInput): string | undefined {
  const decisions = facts.approvals?.map(({ role = '?', by = '?', at, decision }) => {
    const when = at === undefined ? populationWords.noTime[language] : localText(at, zone);
    const what = word(decisionChoice.choices, decision, language) ?? '?';
    return `${choiceIn(language, roleChoice.choices, role)}: ${by}, ${what}, ${when}`;
  });
  return joined(decisions ?? []);
}

/** Whether all that approved it did so before it began; undefined where it did not begin. */
export function approvedBefore({ approvals = [], actualStart }: DeliveryFacts): boolean | undefined {
  if (actualStart === undefined) return undefined;
  const began = endOfSaidMinute(actualStart);
  const approved = approvals.filter(({ decision }) => decision === 'approved');
  return approved.length > 0 && approved.every(({ at }) => at !== undefined && at <= began);
}

function approvedBeforeText({ row, language }: CellInput): string | undefined {
  const answer = approvedBefore(row.facts);
  return answer === undefined ? undefined : populationWords[answer ? 'yes' : 'no'][language];
}

function agreementText({ row: { facts }, language, zone }: CellInput): string | undefined {
  const { by, at, riskAcceptedBy } = facts.agreement ?? {};
  const given = [by, at === undefined ? undefined : localText(at, zone)].filter(Boolean).join(', ');
  return joined([given, riskAcceptedBy && `${populationWords.riskAccepted[language]}: ${riskAcceptedBy}`]);
}

function windowsText({ row: { facts }, zone }: CellInput): string | undefined {
  return joined(
    facts.phases?.map(({ name, start, end }) => `${name}: ${spanText({ start, end }, zone)}`) ?? [],
  );
}

/** How what happened differs from what was planned. */
export function deviationsText({
  row: { facts },
  language,
}: Pick<CellInput, 'row' | 'language'>): string | undefined {
  const { start, end, actualStart, actualEnd } = facts;
  const [startLate, endLate] = [minutesLate(start, actualStart), minutesLate(end, actualEnd)];
  const times = {
    planned: {},
    actual: {},
    ...(startLate ? { startLate } : {}),
    ...(endLate ? { endLate } : {}),
  };
  const isUnplanned = actualStart !== undefined && start === undefined;
  return joined([
    deviationText(times, language),
    isUnplanned ? populationWords.noWindow[language] : undefined,
    facts.goesBack ? populationWords.rolledBack[language] : undefined,
  ]);
}

function testsText({ row: { facts }, language }: CellInput): string | undefined {
  const { passed, total, validatedIn = [], artifact } = facts.tests ?? {};
  const counted = passed === undefined || total === undefined ? undefined : `${passed}/${total}`;
  const places = validatedIn.join(', ');
  return joined([counted, places && `${populationWords.validatedIn[language]} ${places}`, artifact]);
}

function waiversText({ row: { facts }, language }: CellInput): string | undefined {
  const told = facts.waivers?.map(({ rule, by = '?', until, reason }) => {
    const end = until === undefined ? undefined : `${populationWords.until[language]} ${until}`;
    return [`${rule}: ${by}`, end, reason].filter(Boolean).join(', ');
  });
  return joined(told ?? []);
}

function noticesText({ row: { facts }, language, zone }: CellInput): string | undefined {
  const told = facts.notices?.map(({ kind, at }) => {
    const name = word(noticeKindChoice.choices, kind, language) ?? '?';
    return at === undefined ? name : `${name}: ${localText(at, zone)}`;
  });
  return joined(told ?? []);
}

function releaseText({ release }: DeliveryFacts): string | undefined {
  return joined([release?.version, release?.tag, release?.artifact, release?.repository]);
}

function remarksText({ row: { removed, facts }, language, zone }: CellInput): string | undefined {
  const went =
    removed &&
    `${populationWords.removed[language]} ${localText(removed.at, zone)}, ${removed.by}, ${removed.commit.slice(0, 10)}`;
  return joined([
    went,
    facts.unsure && populationWords.unsure[language],
    facts.stage === 'done' && facts.owesReview ? populationWords.unreviewed[language] : undefined,
    facts.cameClosed && populationWords.cameClosed[language],
  ]);
}
