import * as vscode from 'vscode';
import { planChangeMove } from '../../core/actions/moveChange';
import { type Move, waitsOn } from '../../core/actions/moves';
import type { TicketMove } from '../../core/actions/moveTickets';
import {
  type MoveInput,
  type MoveWords,
  type PlannedMove,
  planMove,
  plannedMoves,
} from '../../core/actions/planMove';
import { type BegunMove, begunMove } from '../../core/actions/recordMoves';
import { changeStatusChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';
import { changeFor, type EditableChange, openToAct } from '../documents/editableRecord';
import { applyTextEdits } from '../documents/textEdits';
import type { ActionResult } from '../git/commitInEditor';
import { committedHere } from '../git/committedHere';
import { nameOf, readyToCommit, runAction } from '../git/recordAction';
import type { CommandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import { askLacking, questionsBefore } from './askLacking';
import { asIfSaid, inputFor } from './moveInput';
import { inWords, moveIcons, waitsText } from './moveLabels';
import { offerNotice } from './offerNotice';
import { lackText, showLacks } from './showLacks';

/**
 * Moves a change to another state as one commit, or shows what it still lacks for that.
 *
 * @param kind of the move that is meant; without it the one to the state that the call names, else that which the
 * user picks
 */
export async function moveChange(
  sessions: Sessions,
  args: CommandArguments,
  kind?: Move['kind'],
): Promise<ActionResult | undefined> {
  const target = await changeFor(
    sessions,
    args.record,
    kind === 'resume' || args.text('to') !== undefined ? undefined : 1,
  );
  if (!target) return undefined;
  const input = await inputFor(sessions, target);
  const begun = await begunIn(target);
  const plans = [
    ...(begun ? [planMove(begun.record, target.file, begun.move, wordsThere(target), input)] : []),
    ...plannedMoves(target.record, target.file, input),
  ];
  const judged = plans.map((own) => asIfSaid(target, own, input));
  const to = args.text('to');
  const isMeant = ({ move }: PlannedMove): boolean =>
    kind === undefined ? move.to === stateNamed(to ?? '') : move.kind === kind;
  const isNamed = kind !== undefined || to !== undefined;
  const plan = isNamed ? judged.find(isMeant) : await pickMove(target, judged, args);
  if (!plan && !isNamed) return undefined;
  if (!plan)
    throw new NothingChangedError(vscode.l10n.t('{0} has no such move from its state', nameOf(target)));
  if (!isReady(plan)) return showLacks(target, plan);
  // What was begun is judged by what is committed, and its words stand in the file.
  const again = begun && plan.move === begun.move ? { ...target, record: begun.record } : undefined;
  const there = again && plan.lacks.length === 0 ? wordsThere(target) : undefined;
  const words = there ?? (await askLacking(target, plan, args));
  if (!words || !(await readyToCommit(target.document))) return undefined;
  return move(sessions, again ?? target, plan, words);
}

/** A move that an earlier run wrote into the file and did not get to commit. */
async function begunIn(target: EditableChange): Promise<BegunMove<EditableChange['record']> | undefined> {
  const committed = await committedHere(target);
  return committed === undefined
    ? undefined
    : begunMove(committed, target.record, target.session.input().config);
}

function wordsThere({ record: { data } }: EditableChange): MoveWords {
  return { reason: data.hold?.reason, outcome: data.outcome, requester: data.requested_by };
}

function stateNamed(text: string): string {
  return choiceNamed(changeStatusChoice.choices, text) ?? text;
}

async function pickMove(
  target: EditableChange,
  plans: readonly PlannedMove[],
  args: CommandArguments,
): Promise<PlannedMove | undefined> {
  const { workflow } = target.session.input().config;
  const items = plans.map((plan) => {
    const waits = waitsOn(plan.move.to, target.record.data, workflow);
    const ready = isReady(plan);
    return {
      label: `$(${ready ? moveIcons[plan.move.kind] : 'circle-slash'}) ${inWords(plan.move.to)}`,
      description: waitsText(waits),
      detail: ready ? readyText(plan) : lackText(plan),
      plan,
    };
  });
  const from = inWords(plans[0]?.from ?? target.record.data.status ?? '');
  const title = vscode.l10n.t('{0} is in “{1}”', target.record.data.id ?? target.file, from);
  const placeHolder = vscode.l10n.t('Move it to…');
  const none = vscode.l10n.t('{0}: there is no further move.', title);
  const more = ({ plan }: { readonly plan?: PlannedMove | undefined }): number =>
    plan && isReady(plan) ? questionsBefore(target, plan, args) : 0;
  return (await pickOne(endsApart(items), none, { title, placeHolder, more }))?.plan;
}

/** Whether it can be made once what it asks is answered. */
function isReady({ findings, lacks }: PlannedMove): boolean {
  return findings.length === 0 && !lacks.includes('frontMatter');
}

/** What ends a change stands apart from what moves it on. */
function endsApart<Item extends vscode.QuickPickItem & { readonly plan: PlannedMove }>(
  items: readonly Item[],
): (Item | (vscode.QuickPickItem & { readonly plan?: undefined }))[] {
  const ends = items.filter(({ plan }) => plan.move.kind === 'end');
  const others = items.filter(({ plan }) => plan.move.kind !== 'end');
  if (ends.length === 0 || others.length === 0) return [...items];
  const separator = {
    label: vscode.l10n.t('ends the change'),
    kind: vscode.QuickPickItemKind.Separator,
  };
  return [...others, separator, ...ends];
}

function readyText({ tickets, lacks }: PlannedMove): string {
  const parts: string[] = [];
  if (lacks.includes('reason')) parts.push(vscode.l10n.t('asks why'));
  if (lacks.includes('outcome')) parts.push(vscode.l10n.t('asks how it ended'));
  if (lacks.includes('requester')) parts.push(vscode.l10n.t('asks who requests it'));
  if (tickets.length > 0)
    parts.push(vscode.l10n.t('moves its tickets along: {0}', tickets.map(({ id }) => id).join(', ')));
  return parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('ready');
}

/** Plans the move once more with what was said, and writes it, unless somebody typed meanwhile. */
async function move(
  sessions: Sessions,
  target: EditableChange,
  chosen: PlannedMove,
  words: MoveWords,
): Promise<ActionResult | undefined> {
  const input = await inputFor(sessions, target);
  const plan = planMove(target.record, target.file, chosen.move, words, input);
  if (!plan.allowed) return showLacks(target, plan);
  const again = target.record.lines.text !== target.document.getText();
  const along = again ? await ticketsBegun(target, plan, input) : [];
  const tickets = [...plan.tickets, ...along].map(({ file }) => file);
  const on = { record: target.record, file: target.file, input };
  const planned = planChangeMove(on, plan.move, words, tickets);
  const done = await runAction(target, planned, () => editOnly(sessions, target, plan));
  if (done?.outcome === 'committed') void offerNotice(target, plan.edits);
  return done;
}

async function ticketsBegun(
  { record, session }: EditableChange,
  { move: { to } }: PlannedMove,
  input: MoveInput,
): Promise<TicketMove[]> {
  const { begunTickets } = await import('../../node/commit/begunTickets');
  return begunTickets(record, to, input, (file) => session.uriOf(file).fsPath);
}

/** In no repository, or before its first commit, a record is only edited. */
async function editOnly(sessions: Sessions, target: EditableChange, plan: PlannedMove): Promise<string> {
  if (target.document.version !== target.version)
    throw new NothingChangedError(vscode.l10n.t('the record changed meanwhile; try again'));
  const parts = [{ document: target.document, edits: plan.edits }];
  for (const { file, edits } of plan.tickets) {
    const ticket = await openToAct(sessions, target.session.uriOf(file));
    if (ticket) parts.push({ document: ticket.document, edits });
  }
  if (!(await applyTextEdits(parts)))
    throw new NothingChangedError(vscode.l10n.t('the editor refused the edit'));
  const state = inWords(plan.move.to);
  return vscode.l10n.t('{0} is now in “{1}”', nameOf(target), state);
}
