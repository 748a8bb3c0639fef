import * as vscode from 'vscode';
import type { Move } from '../../core/actions/moves';
import { moveTicket } from '../../core/actions/moveTicket';
import { begunMove } from '../../core/actions/recordMoves';
import { changesOfTicket, ticketMovesOf, ticketState, ticketWaitsOn } from '../../core/actions/ticketMoves';
import type { RecordOf } from '../../core/model/parse/record';
import { ticketStatusChoice } from '../../core/model/vocabulary/choices';
import { stateName } from '../../core/model/vocabulary/stateName';
import { choiceNamed, withSpaces } from '../../core/model/vocabulary/vocabulary';
import type { EditableRecord } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import type { ActionResult } from '../git/commitInEditor';
import { committedHere } from '../git/committedHere';
import { actedOn, editRecord, nameOf, runAction } from '../git/recordAction';
import type { CommandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import { moveIcons, waitsText } from './moveLabels';

/** A ticket of a workspace, as its document stands now. */
type EditableTicket = EditableRecord & { readonly record: RecordOf<'ticket'> };

export function isTicket(target: EditableRecord): target is EditableTicket {
  return target.record.type === 'ticket';
}

/** Moves a ticket by itself, as one commit: to the state that was said, else one that the user picks. */
export async function advanceTicket(
  target: EditableTicket,
  args: CommandArguments,
): Promise<ActionResult | undefined> {
  const { config } = target.session.input();
  const committed = await committedHere(target);
  const begun = committed === undefined ? undefined : begunMove(committed, target.record, config);
  const moves = [...(begun ? [begun.move] : []), ...ticketMovesOf(target.record, config.stages)];
  const to = args.text('to');
  const wanted = to && (choiceNamed(ticketStatusChoice.choices, to) ?? to);
  const move = wanted ? moves.find((open) => open.to === wanted) : await pickMove(target, moves);
  if (!move && !wanted) return undefined;
  if (!move)
    throw new NothingChangedError(vscode.l10n.t('{0} has no such move from its state', nameOf(target)));
  const planned = moveTicket(actedOn(target), move, args.text('reason'));
  return runAction(target, planned, () => editRecord(target, planned));
}

async function pickMove(target: EditableTicket, moves: readonly Move[]): Promise<Move | undefined> {
  const input = target.session.input();
  const from = withSpaces(stateName(ticketState(target.record), language));
  const title = vscode.l10n.t('{0} is in “{1}”', nameOf(target), from);
  const changes = changesOfTicket(target.record.data.id, input.index);
  const items = moves.map((move) => ({
    label: `$(${moveIcons[move.kind]}) ${withSpaces(stateName(move.to, language))}`,
    description: waitsText(ticketWaitsOn(move.to, target.record, input)),
    detail:
      ticketStatusChoice.choices[choiceNamed(ticketStatusChoice.choices, move.to) ?? 'to_do'][1][language],
    move,
  }));
  const placeHolder =
    changes.length > 0
      ? vscode.l10n.t('Delivered by {0}. Move it to…', changes.join(', '))
      : vscode.l10n.t('Move it to…');
  const none = vscode.l10n.t('{0}: there is no further move.', title);
  return (await pickOne(items, none, { title, placeHolder, more: 0 }))?.move;
}
