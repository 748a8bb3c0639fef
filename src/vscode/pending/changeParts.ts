import * as vscode from 'vscode';
import { approvedRoles } from '../../core/approvals/approvedRoles';
import { neededRoles } from '../../core/approvals/neededRoles';
import { forCustomer } from '../../core/config/forCustomer';
import { zoneFor } from '../../core/config/recordZone';
import { idNamed } from '../../core/config/workspaceConfig';
import type { Severity } from '../../core/findings/finding';
import { approvalFacts } from '../../core/index/approvalFacts';
import { factsOf } from '../../core/index/factSource';
import type { IndexEntry } from '../../core/index/indexEntry';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { goesBack } from '../../core/model/parse/goesBack';
import { latestApprovals } from '../../core/model/parse/latestApprovals';
import { locate } from '../../core/model/parse/located';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { FieldPath } from '../../core/model/parse/problem';
import type { RecordOf } from '../../core/model/parse/record';
import type { Step } from '../../core/model/parse/step';
import { isRequiredStep, leadsBack, progressOf, relevantSteps } from '../../core/model/parse/stepGates';
import { decisionChoice, noticeKindChoice, roleChoice } from '../../core/model/vocabulary/choices';
import { choiceIn, withSpaces } from '../../core/model/vocabulary/vocabulary';
import { riskOf } from '../../core/risk/riskOf';
import { standardCover } from '../../core/rules/approval/standardCover';
import { stageOfRecord } from '../../core/rules/recordStage';
import { messageOf } from '../../core/rules/renderFinding';
import { language } from '../editorLanguage';
import { isolated } from './isolated';
import type { ChangeNode, LeafNode, PartNode, PendingNode, StepNode } from './pendingNodes';
import { openCommand, treeItem } from './treeItem';

/** More steps than this below one heading are shown in pages, which open one by one. */
const pageSize = 200;

/** Everything that the tree shows below a change, from its text as it stands. */
export function partsOf(change: ChangeNode, text: string): PartNode[] {
  const read = parseRecord(text, { expected: true });
  const record = read && forCustomer(read, change.session.input().config);
  const entry = change.session.entryOf(change.file);
  const own = record?.type === 'change' ? record : undefined;
  return [
    ...(own ? [criteriaPart(change, own), ...checklistParts(change, own)] : []),
    ...(own && entry ? [approvalsPart(change, own, entry)] : []),
    ...(own ? [noticesPart(change, own), ticketsPart(change, own)] : []),
    findingsPart(change),
  ].filter(({ children }) => children.length > 0);
}

/** While the change is deployed: what it would be rolled back for. */
function criteriaPart(change: ChangeNode, record: RecordOf<'change'>): PartNode {
  const isAsked =
    stageOfRecord(record, change.session.input().config) === 'releasing' && !goesBack(record.data);
  const leaves = (isAsked ? (record.data.abort_criteria ?? []) : []).slice(0, pageSize).map((label, index) =>
    leaf(change, record, ['abort_criteria', index], {
      id: `abort:${index}`,
      label,
      description: '',
      icon: 'history',
    }),
  );
  const label = vscode.l10n.t('Roll back if');
  const description = String(leaves.length);
  return part(change, { id: 'abort', label, description, icon: 'warning', open: true }, leaves);
}

/** The steps by heading: those that count first, then those that lead the other way. */
function checklistParts(change: ChangeNode, record: RecordOf<'change'>): PartNode[] {
  const { steps } = record.body;
  const back = goesBack(record.data);
  const byPath = new Map<string, Step[]>();
  const counts = (step: Step): boolean => leadsBack(step) === back;
  for (const step of [...steps.filter(counts), ...steps.filter((other) => !counts(other))]) {
    const key = JSON.stringify(step.path);
    const own = byPath.get(key);
    if (own) own.push(step);
    else byPath.set(key, [step]);
  }
  const ids = new Map<string, number>();
  const nextOpen = relevantSteps(record).find(isRequiredStep);
  return [...byPath].map(([key, own]) => {
    const id = `steps:${key}`;
    const nodes = own.map((step): StepNode => {
      const stepKey = `${id}:${step.text.slice(0, 300)}`;
      const ordinal = ids.get(stepKey) ?? 0;
      ids.set(stepKey, ordinal + 1);
      const waits = leadsBack(step) && !back;
      return { kind: 'step', change, id: `${stepKey}:${ordinal}`, uri: change.uri, step, steps, waits };
    });
    const look = { id, ...lookOf(own, back), open: nextOpen !== undefined && own.includes(nextOpen) };
    return part(change, look, nodes.length > pageSize ? pagesOf(change, id, nodes) : nodes);
  });
}

function lookOf(own: readonly Step[], back: boolean): Pick<Look, 'icon' | 'label' | 'description'> {
  const titles = own[0]?.path.slice(1) ?? [];
  const isWayBack = own.some(leadsBack);
  const { done, all } = progressOf(own);
  const whether = isWayBack ? vscode.l10n.t('only if rolled back') : vscode.l10n.t('not needed any more');
  const parts = [
    `${done}/${all}`,
    isWayBack === back ? '' : whether,
    oneLine(titles.slice(0, -1).join(' › ')),
  ];
  return {
    icon: isWayBack ? 'history' : back ? 'circle-slash' : done === all ? 'pass' : 'checklist',
    label: oneLine(titles.at(-1) ?? vscode.l10n.t('Checklist')),
    description: parts.filter(Boolean).join(' · '),
  };
}

function pagesOf(change: ChangeNode, id: string, nodes: readonly StepNode[]): PartNode[] {
  const pages: PartNode[] = [];
  for (let from = 0; from < nodes.length; from += pageSize) {
    const children = nodes.slice(from, from + pageSize);
    const { done, all } = progressOf(children.map(({ step }) => step));
    const label = `${from + 1}–${from + children.length}`;
    const look = { id: `${id}:${from}`, icon: 'list-ordered', label, description: `${done}/${all}` };
    pages.push(part(change, look, children));
  }
  return pages;
}

function approvalsPart(change: ChangeNode, record: RecordOf<'change'>, entry: IndexEntry): PartNode {
  const { config, index, git, now } = change.session.input();
  const hasPassed = (moment: number): boolean => moment <= now;
  const facts = entry.summary.change;
  const risk = facts && riskOf(facts, entry.file, index, hasPassed);
  const needed = facts && risk ? neededRoles(facts, risk.level, config) : [];
  const decided = latestApprovals(record.data.approvals, zoneFor(record, config));
  const decisions = factsOf(entry.summary, approvalFacts)?.decisions ?? [];
  const counting = approvedRoles(decisions, hasPassed);
  const cover = standardCover({ ...entry, config, index, git, hasPassed });
  const lacks = (role: string): string =>
    decisions.some((own) => own.role === role && own.lacks) ? vscode.l10n.t('incomplete') : '';
  const leaves = decided.map(({ role, by, decision, index: at }): LeafNode => {
    const approved = counting.has(role);
    const written = record.data.approvals?.[at]?.at ?? '';
    return leaf(change, record, ['approvals', at], {
      id: `approval:${role}`,
      label: withSpaces(choiceIn(language, roleChoice.choices, role)),
      description: [choiceIn(language, decisionChoice.choices, decision), by, written, lacks(role)]
        .filter(Boolean)
        .join(' · '),
      icon: approved ? 'pass-filled' : 'error',
      color: approved ? 'testing.iconPassed' : 'testing.iconFailed',
    });
  });
  const open = needed.filter((role) => !decided.some((decision) => decision.role === role));
  for (const role of open) {
    const procedure = cover?.roles.has(role) ? (cover.procedure.summary.id ?? '') : undefined;
    const undecided = leaf(change, record, ['approvals'], {
      id: `approval:${role}`,
      label: withSpaces(choiceIn(language, roleChoice.choices, role)),
      description:
        procedure === undefined
          ? vscode.l10n.t('not decided yet')
          : vscode.l10n.t('approved with {0}', procedure),
      icon: procedure === undefined ? 'circle-large-outline' : 'pass-filled',
      ...(procedure === undefined ? {} : { color: 'testing.iconPassed' }),
    });
    leaves.push(undecided);
  }
  const covered = open.filter((role) => cover?.roles.has(role));
  const description = `${counting.size + covered.length}/${leaves.length}`;
  const label = vscode.l10n.t('Approvals');
  return part(change, { id: 'approvals', label, description, icon: 'verified' }, leaves);
}

function noticesPart(change: ChangeNode, record: RecordOf<'change'>): PartNode {
  const leaves = (record.data.notifications ?? [])
    .slice(0, pageSize)
    .map(({ kind = '', at, channel, by }, index) =>
      leaf(change, record, ['notifications', index], {
        id: `notice:${index}`,
        label: choiceIn(language, noticeKindChoice.choices, kind),
        description: [at, channel, by].filter(Boolean).join(' · '),
        icon: 'mail',
      }),
    );
  const label = vscode.l10n.t('Notices');
  return part(change, { id: 'notices', label, description: String(leaves.length), icon: 'mail' }, leaves);
}

function ticketsPart(change: ChangeNode, record: RecordOf<'change'>): PartNode {
  const { session } = change;
  const leaves = (record.data.tickets ?? []).slice(0, pageSize).map((ticket, index): LeafNode => {
    const { id, title, status, mail } = ticket;
    const own = id ? session.input().index.byId(idNamed(session.input().config, id)) : undefined;
    const state = own ? statusName(own.summary, language) : status;
    const look = {
      id: `ticket:${index}`,
      label: id ?? mail ?? '',
      description: [own?.summary.title ?? title, state].filter(Boolean).join(' · '),
      icon: mail && !id ? 'mail' : 'issues',
    };
    return leaf(change, record, ['tickets', index], look, own && session.uriOf(own.file));
  });
  const label = vscode.l10n.t('Tickets');
  return part(change, { id: 'tickets', label, description: String(leaves.length), icon: 'issues' }, leaves);
}

const severityIcons: { readonly [S in Severity]: readonly [icon: string, color: string] } = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
};

function findingsPart(change: ChangeNode): PartNode {
  const findings = change.session.findingsOf(change.file);
  const leaves = findings.slice(0, pageSize).map((finding, index): LeafNode => {
    const { rule, severity, range } = finding;
    const [icon, color] = severityIcons[severity];
    const label = oneLine(messageOf(finding, language), 400);
    const look = { id: `finding:${index}:${rule}`, label, description: rule, icon, color, tooltip: label };
    return leafAt(change, look, change.uri, range.start);
  });
  const label = vscode.l10n.t('Findings');
  return part(
    change,
    { id: 'findings', label, description: String(findings.length), icon: 'warning' },
    leaves,
  );
}

/** How a part or a line below a change is drawn; its id tells it apart there. */
interface Look {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly color?: string;
  readonly tooltip?: string;
  /** Whether it begins expanded. */
  readonly open?: boolean;
}

function part(
  change: ChangeNode,
  { id, label, description, icon, open }: Look,
  children: readonly PendingNode[],
): PartNode {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const key = `part:${change.session.root}:${change.file}:${id}`;
  const item = treeItem(isolated(label), open ? Expanded : Collapsed, key, {
    description,
    icon,
    contextValue: 'part',
    spoken: [label, description].filter(Boolean).join(', '),
  });
  return { kind: 'part', change, item, children };
}

/** A line that leads to a field of the record, or to the beginning of another file. */
function leaf(
  change: ChangeNode,
  record: RecordOf<'change'>,
  path: FieldPath,
  look: Look,
  other?: vscode.Uri,
): LeafNode {
  const node = locate(record.located, path)?.node ?? locate(record.located, path.slice(0, 1))?.node;
  const place = record.lines.rangeAt(node?.range ?? record.fence).start;
  const [label, description] = [oneLine(look.label), oneLine(look.description, 200)];
  const tooltip = [label, description].filter(Boolean).join('\n');
  const start = other ? { line: 0, column: 0 } : place;
  return leafAt(change, { ...look, label, description, tooltip }, other ?? change.uri, start);
}

function leafAt(
  change: ChangeNode,
  { id, label, open, ...look }: Look,
  uri: vscode.Uri,
  { line, column }: { readonly line: number; readonly column: number },
): LeafNode {
  const { None } = vscode.TreeItemCollapsibleState;
  const item = treeItem(isolated(label), None, `leaf:${change.session.root}:${change.file}:${id}`, {
    ...look,
    command: openCommand(uri, line, column),
    contextValue: 'leaf',
    spoken: [label, look.description].filter(Boolean).join(', '),
  });
  return { kind: 'leaf', change, uri, item };
}
