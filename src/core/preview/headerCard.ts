import { neededRoles } from '../approvals/neededRoles';
import { conditionText } from '../config/conditions';
import { forCustomer } from '../config/forCustomer';
import { zoneFor } from '../config/recordZone';
import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { type ApprovalFacts, approvalFacts } from '../index/approvalFacts';
import type { ChangeSummary } from '../index/changeSummary';
import { factsOf } from '../index/factSource';
import type { RecordSummary } from '../index/recordSummary';
import { oneLine } from '../language/plainText';
import { statusName, versionName, windowText } from '../language/recordNames';
import { goesBack } from '../model/parse/goesBack';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { type Gate, leadsBack, nextStep, progressOf, relevantSteps } from '../model/parse/stepGates';
import { fillIn, type Language } from '../model/text/localized';
import { escapeMarkup } from '../model/text/markup';
import { momentOf } from '../model/time/dateTime';
import { localText } from '../model/time/localText';
import { decisionChoice, type RiskLevel, roleChoice } from '../model/vocabulary/choices';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import { standardFacts } from '../procedure/standardFacts';
import type { StandardCover } from '../rules/approval/standardCover';
import { recordSummary } from '../rules/recordEntry';
import { isOpen } from '../workflow/stages';
import { cardTexts } from './cardTexts';
import { contextRows } from './contextRows';

/** What a card needs besides the record's text. */
interface CardInput {
  /** Path of the file, relative to the workspace. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  readonly language: Language;
  /** The risk of a change. Without it, only roles that have decided are shown. */
  readonly risk?: RiskLevel | undefined;
  /** Of a standard change, what it is approved with. */
  readonly cover?: StandardCover | undefined;
  /** Of a change, the gates of its procedure, which decide what its next step is. */
  readonly gates?: readonly Gate[];
  /** The address that leads to a line of the record in an editor; a preview without one names the step alone. */
  readonly linkTo?: (line: number) => string | undefined;
}

type Row = readonly [label: string, html: string];

/**
 * The header of a record in the preview: state, title, window, customer, approvals and progress of the checklist, as
 * HTML with all values escaped.
 *
 * @returns undefined where the text is not a record
 */
export function headerCard(text: string, input: CardInput): string | undefined {
  const read = parseRecord(text);
  if (!read) return undefined;
  const record = forCustomer(read, input.config);
  const summary = recordSummary(record, input.file, input.config);
  const texts = cardTexts[input.language];
  const state =
    record.type === 'procedure' ? versionName(summary, input.language) : statusName(summary, input.language);
  const rows = record.type === 'change' ? changeRows(record, summary, input) : otherRows(summary, input);
  return [
    `<section class="changebook-card" aria-label="${escapeMarkup(texts.card)}">`,
    `<p class="changebook-head"><strong>${shown(summary.id ?? texts[record.type])}</strong>`,
    state
      ? ` <span class="changebook-state changebook-${escapeMarkup(summary.stage)}">${shown(state)}</span>`
      : '',
    `</p><p class="changebook-title">${shown(summary.title, 300)}</p>`,
    rows.length > 0
      ? `<dl>${rows.map(([label, html]) => `<dt>${label}</dt><dd>${html}</dd>`).join('')}</dl>`
      : '',
    progressBar(record, input.language),
    isOpen(summary.stage) ? nextText(record, input) : '',
    '</section>',
  ].join('');
}

function changeRows(record: RecordOf<'change'>, summary: RecordSummary, input: CardInput): Row[] {
  const texts = cardTexts[input.language];
  const { change } = summary;
  const window = windowText(summary, input.config);
  const zone = zoneFor(record, input.config);
  const rows: Row[] = [];
  if (window) rows.push([texts.window, `${shown(window)} <small>${shown(zone ?? '')}</small>`]);
  rows.push(...customerRow(summary, input, change?.environments ?? []));
  const approvals = change ? approvalList(change, factsOf(summary, approvalFacts), input) : '';
  if (approvals) rows.push([texts.approvals, approvals]);
  rows.push(
    ...rollbackRows(record, summary.stage, input),
    ...contextRows(record.data, input.language, zoneFor(record, input.config)),
  );
  return rows;
}

/** Since when and why it is rolled back; while it is being deployed, when it would be. */
function rollbackRows(record: RecordOf<'change'>, stage: string, { config, language }: CardInput): Row[] {
  const texts = cardTexts[language];
  const { data } = record;
  if (data.actual?.rollback) {
    const { at = '', reason = '' } = data.actual.rollback;
    const zone = zoneFor(record, config);
    const moment = momentOf(at, zone);
    const told = [moment === undefined ? at : localText(moment, zone), reason].filter((part) => part !== '');
    return [[texts.rolledBack, told.map((part) => shown(part, 300)).join(' · ')]];
  }
  const criteria = stage === 'releasing' && !goesBack(data) ? (data.abort_criteria ?? []) : [];
  if (criteria.length === 0) return [];
  const items = criteria.map((text) => `<li>${shown(text, 300)}</li>`);
  return [[texts.rollBackIf, `<ul>${items.join('')}</ul>`]];
}

function otherRows(summary: RecordSummary, input: CardInput): Row[] {
  const rows = [...customerRow(summary, input, []), ...standardRows(summary, input)];
  const change = summary.references.find(({ kind }) => kind === 'change');
  if (change) rows.push([cardTexts[input.language].change, shown(change.id)]);
  return rows;
}

/** Of a procedure: for which changes it is approved, until when, and who decided. */
function standardRows(summary: RecordSummary, input: CardInput): Row[] {
  const { terms } = factsOf(summary, standardFacts) ?? {};
  if (!terms) return [];
  const texts = cardTexts[input.language];
  const until = terms.until ? fillIn(texts.until, { until: terms.until }) : '';
  const told = [conditionText(Object.fromEntries(terms.when), input.language), until].filter(Boolean);
  const approvals = approvalList(undefined, factsOf(summary, approvalFacts), input);
  return [
    [texts.standard, told.map((part) => shown(part, 300)).join(' · ')],
    ...(approvals ? [[texts.approvals, approvals] as const] : []),
  ];
}

function customerRow(
  summary: RecordSummary,
  { config, language }: CardInput,
  places: readonly string[],
): Row[] {
  if (!summary.customer) return [];
  const name = customerNamed(config, summary.customer)?.name ?? summary.customer;
  return [[cardTexts[language].customer, [name, ...places].map((part) => shown(part)).join(' · ')]];
}

/** The roles that must decide or have decided, with their decisions. */
function approvalList(
  facts: ChangeSummary | undefined,
  { decisions = [], stale: old }: Partial<ApprovalFacts> = {},
  { config, language, risk, cover }: CardInput,
): string {
  const texts = cardTexts[language];
  const decided = new Map(decisions.map((approval) => [approval.role, approval]));
  const stale = new Set(old?.approvals.map(({ role }) => role));
  const needed = facts && risk ? neededRoles(facts, risk, config) : [];
  const procedure = cover?.procedure.summary.id ?? '';
  const roles = [...new Set([...needed, ...decided.keys()])];
  const items = roles.map((role) => {
    const approval = decided.get(role);
    const open = cover?.roles.has(role) ? 'covered' : 'open';
    const state = stale.has(role) ? 'stale' : approval?.lacks ? 'incomplete' : (approval?.decision ?? open);
    const said =
      state === 'approved' || state === 'denied'
        ? choiceIn(language, decisionChoice.choices, state)
        : fillIn(texts[state], { procedure });
    const by = approval?.by ? ` <small>${shown(approval.by)}</small>` : '';
    return `<li class="changebook-${escapeMarkup(state)}">${shown(withSpaces(choiceIn(language, roleChoice.choices, role)))}: ${shown(said)}${by}</li>`;
  });
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function progressBar(record: ParsedRecord, language: Language): string {
  const { done, all } = progressOf(relevantSteps(record));
  if (all === 0 || record.type === 'procedure') return '';
  const texts = cardTexts[language];
  const back = record.type === 'change' && goesBack(record.data);
  const label = escapeMarkup(fillIn(back ? texts.rollbackSteps : texts.steps, { done, all }));
  const other = otherWay(record, back, language);
  return `<p class="changebook-progress"><progress max="${all}" value="${done}" aria-label="${label}"></progress> ${label}${other}</p>`;
}

/** The next step to tick; it is ticked in an editor, so its name leads there. */
function nextText(record: ParsedRecord, { gates = [], linkTo, language }: CardInput): string {
  const step = record.type === 'change' ? nextStep(relevantSteps(record), gates) : undefined;
  if (!step) return '';
  const address = linkTo?.(step.line);
  const name = shown(step.text, 200);
  const linked = address === undefined ? name : `<a href="${escapeMarkup(address)}">${name}</a>`;
  // The name may hold braces, so it is put in last.
  const [before = '', after = ''] = escapeMarkup(cardTexts[language].next).split('{step}');
  return `<p class="changebook-next">${before}${linked}${after}</p>`;
}

/** The steps that do not count: those of the rollback, or of the deployment that is rolled back. */
function otherWay(record: ParsedRecord, back: boolean, language: Language): string {
  const { done, all } = progressOf(record.body.steps.filter((step) => leadsBack(step) !== back));
  if (all === 0 || record.type !== 'change') return '';
  const text = cardTexts[language][back ? 'notNeeded' : 'rollbackAside'];
  return ` <small>${escapeMarkup(fillIn(text, { done, all }))}</small>`;
}

function shown(text: string, most?: number): string {
  return escapeMarkup(oneLine(text, most));
}
