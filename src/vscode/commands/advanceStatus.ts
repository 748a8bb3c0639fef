import * as vscode from 'vscode';
import { commitMessage } from '../../core/actions/commitMessage';
import { moveChange, ticketChange } from '../../core/actions/moveChange';
import { type Language, languageOf } from '../../core/model/text/localized';
import { changeStatusChoice, outcomeChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import { messageOf } from '../../core/rules/renderFinding';
import {
  type Lack,
  type MoveInput,
  type MoveWords,
  type PlannedMove,
  planMove,
  plannedMoves,
} from '../../core/workflow/advance';
import { waitsOn } from '../../core/workflow/moves';
import { askText } from '../askText';
import { commitInEditor } from '../commitInEditor';
import { applyTextEdits, changeFor, type EditableChange, openRecord } from '../editableRecord';
import type { Sessions } from '../sessions';
import { toRange } from '../toDiagnostic';

/** `Changebook: Advance Status…`: offers the states that a change can move to, and says what each still lacks. */
export async function advanceStatus(sessions: Sessions, asked: unknown): Promise<void> {
  const target = await changeFor(sessions, asked);
  if (!target) return;
  const input = await inputFor(sessions, target);
  const plans = plannedMoves(target.record, target.file, input);
  const plan = await pickMove(target, plans);
  if (!plan) return;
  if (plan.findings.length > 0 || plan.lacks.includes('frontMatter')) return showWhatLacks(target, plan);
  const words = await askWords(plan);
  if (words) await move(sessions, target, plan, words);
}

async function inputFor(sessions: Sessions, target: EditableChange): Promise<MoveInput> {
  const texts = new Map<string, string>();
  for (const { id } of target.record.data.tickets ?? []) {
    const entry = id ? target.session.input().index.byId(id) : undefined;
    const ticket = entry && (await openRecord(sessions, target.session.uriOf(entry.file)));
    if (ticket) texts.set(ticket.file, ticket.document.getText());
  }
  return { ...target.session.input(), textOf: (file) => texts.get(file) };
}

async function pickMove(
  target: EditableChange,
  plans: readonly PlannedMove[],
): Promise<PlannedMove | undefined> {
  const language = languageOf(vscode.env.language);
  const { workflow } = target.session.input().config;
  const items = plans.map((plan) => {
    const waits = waitsOn(plan.move.to, target.record.data, workflow);
    const ready = plan.findings.length === 0 && !plan.lacks.includes('frontMatter');
    return {
      label: `$(${ready ? icons[plan.move.kind] : 'circle-slash'}) ${stateText(plan.move.to, language)}`,
      description: waits === 'nobody' ? '' : vscode.l10n.t('then waits on {0}', partyText(waits)),
      detail: ready ? readyText(plan) : lackText(plan, language),
      plan,
    };
  });
  const from = stateText(plans[0]?.from ?? target.record.data.status ?? '', language);
  const title = vscode.l10n.t('{0} is in “{1}”', target.record.data.id ?? target.file, from);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0}: no further state is open.', title));
    return undefined;
  }
  const placeHolder = vscode.l10n.t('Move it to …');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.plan;
}

const icons = {
  forward: 'arrow-right',
  back: 'arrow-left',
  hold: 'debug-pause',
  resume: 'debug-continue',
  end: 'close',
} as const;

function stateText(state: string, language: Language): string {
  return choiceIn(language, changeStatusChoice.choices, state);
}

function partyText(party: 'customer' | 'partner' | 'us'): string {
  if (party === 'customer') return vscode.l10n.t('the customer');
  return party === 'partner' ? vscode.l10n.t('the partner') : vscode.l10n.t('us');
}

function readyText({ tickets, lacks }: PlannedMove): string {
  const parts: string[] = [];
  if (lacks.length > 0) parts.push(vscode.l10n.t('asks for something more'));
  if (tickets.length > 0)
    parts.push(vscode.l10n.t('moves its tickets along: {0}', tickets.map(({ id }) => id).join(', ')));
  return parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('ready');
}

function lackText({ findings }: PlannedMove, language: Language): string {
  const [first] = findings;
  if (!first) return vscode.l10n.t('Its front matter cannot be edited; mend that first.');
  return vscode.l10n.t('lacks {0}: {1}', findings.length, messageOf(first, language));
}

/** What keeps a change out of a state, each with a way to its place. */
async function showWhatLacks(target: EditableChange, plan: PlannedMove): Promise<void> {
  const language = languageOf(vscode.env.language);
  const items = plan.findings.map((finding) => ({
    label: `$(error) ${messageOf(finding, language)}`,
    description: finding.rule,
    finding,
  }));
  const to = stateText(plan.move.to, language);
  const placeHolder = vscode.l10n.t('What it lacks for “{0}”: choose one to go there', to);
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked && plan.findings.length > 0) return;
  const editor = await vscode.window.showTextDocument(target.document);
  if (!picked) return;
  const place = target.document.validateRange(toRange(picked.finding.range));
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks, one after the other, for what the move needs; nothing when the user gives up. */
async function askWords(plan: PlannedMove): Promise<MoveWords | undefined> {
  const words: { [word in Exclude<Lack, 'frontMatter'>]?: string } = {};
  for (const [index, lack] of plan.lacks.entries()) {
    if (lack === 'frontMatter') continue;
    const step = plan.lacks.length > 1 ? ` (${index + 1}/${plan.lacks.length})` : '';
    const answer = lack === 'outcome' ? await askOutcome(step) : await askLack(lack, step);
    if (!answer) return undefined;
    words[lack] = answer;
  }
  return words;
}

async function askOutcome(step: string): Promise<string | undefined> {
  const language = languageOf(vscode.env.language);
  const items = Object.entries(outcomeChoice.choices).map(([outcome, [es, meaning]]) => ({
    label: language === 'es' ? es : outcome,
    description: meaning[language],
    outcome,
  }));
  const placeHolder = vscode.l10n.t('How did it end?') + step;
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.outcome;
}

async function askLack(lack: 'reason' | 'requester', step: string): Promise<string | undefined> {
  const prompt =
    lack === 'reason'
      ? vscode.l10n.t('Why is it put on hold?')
      : vscode.l10n.t('Which user of the customer asks for it?');
  return askText({ prompt: prompt + step });
}

/** Plans the move once more with what was said, and writes it, unless somebody typed meanwhile. */
async function move(
  sessions: Sessions,
  target: EditableChange,
  chosen: PlannedMove,
  words: MoveWords,
): Promise<void> {
  if (target.document.version !== target.version)
    throw new Error(vscode.l10n.t('the record changed meanwhile; try again'));
  const input = await inputFor(sessions, target);
  const plan = planMove(target.record, target.file, chosen.move, words, input);
  if (!plan.allowed) return showWhatLacks(target, plan);
  const { config } = input;
  const record = target.record.data.id ?? target.file;
  const { to } = plan.move;
  const ended = await commitInEditor(
    {
      files: [
        { path: target.document.uri.fsPath, change: moveChange(target.file, plan.move, words, input) },
        ...plan.tickets.map(({ file }) => ({
          path: target.session.uriOf(file).fsPath,
          change: ticketChange,
        })),
      ],
      message: () =>
        commitMessage({ record, action: 'advance', to, reason: words.reason }, config.data.language ?? 'en'),
    },
    vscode.l10n.t('{0} is now in “{1}”', record, stateText(to, languageOf(vscode.env.language))),
  );
  if (ended === 'elsewhere') await editOnly(sessions, target, plan);
}

/** In no repository, or before its first commit, a record is only edited. */
async function editOnly(sessions: Sessions, target: EditableChange, plan: PlannedMove): Promise<void> {
  const parts = [{ document: target.document, edits: plan.edits }];
  for (const { file, edits } of plan.tickets) {
    const ticket = await openRecord(sessions, target.session.uriOf(file));
    if (ticket) parts.push({ document: ticket.document, edits });
  }
  if (!(await applyTextEdits(parts))) throw new Error(vscode.l10n.t('the editor refused the edit'));
  const language = languageOf(vscode.env.language);
  const text = vscode.l10n.t(
    '{0} is now in “{1}”',
    target.record.data.id ?? target.file,
    stateText(plan.move.to, language),
  );
  vscode.window.setStatusBarMessage(`$(check) ${text}`, 6000);
}
