import * as vscode from 'vscode';
import { acceptRiskAction, agreementAction } from '../../core/actions/agreementAction';
import { zoneFor } from '../../core/config/recordZone';
import { customerNamed } from '../../core/config/workspaceConfig';
import { readDateTime } from '../../core/model/time/dateTime';
import { changeFor, type EditableChange } from '../documents/editableRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commitAction, nameOf } from '../git/recordAction';
import { askWords } from '../input/askWords';
import { saidWords } from '../input/saidWords';
import { ownNameIn } from '../session/ownNameIn';
import type { Sessions } from '../session/sessions';

/** `Changebook: Record Agreement…`: the customer agrees to the start of a change, as one commit. */
export async function recordAgreement(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = saidWords(asked, more);
  const target = await changeFor(sessions, said.record);
  if (!target) return undefined;
  const { zone, at } = momentOf(target);
  const words = await askWords(vscode.l10n.t('Agreement to {0}', nameOf(target)), said, [
    { name: 'by', prompt: vscode.l10n.t('Who agrees for the customer?'), guess: managerOf(target) },
    {
      name: 'start',
      prompt: vscode.l10n.t('To which start?'),
      guess: target.record.data.schedule?.start,
      problem: (text) =>
        readDateTime(text.trim(), zone).ok
          ? undefined
          : vscode.l10n.t('Write a date and time such as {0}.', '2026-11-24 22:00'),
    },
  ]);
  if (!words) return undefined;
  const { by = '', start = '' } = words;
  return commitAction(target, agreementAction({ by, start, at, zone }), saidAlready());
}

/** `Changebook: Accept Risk…`: somebody takes the risk of a change, as one commit. */
export async function acceptRisk(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = saidWords(asked, more);
  const target = await changeFor(sessions, said.record);
  if (!target) return undefined;
  const guess = said.text('by') ?? (managerOf(target) || (await ownNameIn(target.session)));
  const words = await askWords(vscode.l10n.t('Risk of {0}', nameOf(target)), said, [
    { name: 'by', prompt: vscode.l10n.t('Who accepts the risk?'), guess },
    { name: 'reason', prompt: vscode.l10n.t('Why is it accepted?') },
  ]);
  if (!words) return undefined;
  const { by = '', reason = '' } = words;
  return commitAction(target, acceptRiskAction({ by, reason, ...momentOf(target) }), saidAlready());
}

function saidAlready() {
  return { already: vscode.l10n.t('The record says so already.'), orEdit: true };
}

function momentOf({ record, session }: EditableChange): { zone: string; at: number } {
  const { config, now } = session.input();
  return { zone: zoneFor(record, config), at: now };
}

/** Whoever manages on the customer's side is the most likely one to agree. */
function managerOf({ record, session }: EditableChange): string {
  const { contacts = [] } = customerNamed(session.input().config, record.data.customer) ?? {};
  return contacts.find(({ role }) => role === 'manager')?.name ?? '';
}
