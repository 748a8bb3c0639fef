import * as vscode from 'vscode';
import { forCustomer } from '../../core/config/forCustomer';
import { type ChecklistMark, checklistMarks } from '../../core/language/checklistMarks';
import { oneLine } from '../../core/language/plainText';
import { goesBack } from '../../core/model/parse/goesBack';
import { rollbackSections } from '../../core/model/parse/markRollback';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { RecordOf } from '../../core/model/parse/record';
import type { Heading, Step } from '../../core/model/parse/step';
import { nextStep, relevantSteps } from '../../core/model/parse/stepGates';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { hasReached, isOpen } from '../../core/workflow/stages';
import { commandIds } from '../commandIds';
import type { Pushes } from '../git/pushes';
import type { Sessions } from '../session/sessions';
import { withPlurals } from '../withPlurals';

/** Above each checklist of an open change: how far it is, and its next step to tick. */
export class ChecklistLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(
    private readonly sessions: Sessions,
    private readonly pushing: Pushes,
  ) {
    this.onDidChangeCodeLenses = pushing.onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const place = this.sessions.sessionOf(document.uri);
    const entry = place?.session.entryOf(place.file);
    if (vscode.workspace.getConfiguration('changebook', document.uri).get('checklistLens') === false)
      return [];
    if (!place || entry?.summary.type !== 'change' || !isOpen(entry.summary.stage)) return [];
    const read = parseRecord(document.getText());
    const record = read && forCustomer(read, place.session.input().config);
    if (!record) return [];
    const { index } = place.session.input();
    const gates = procedureOf(entry.summary, index)?.summary.gates ?? [];
    const back = record.type === 'change' && goesBack(record.data);
    const next = nextStep(relevantSteps(record), gates);
    const { onDisk } = place.session.backend;
    const about = { back, acts: onDisk };
    const lenses = checklistMarks(record, onDisk ? next : undefined, back).flatMap((mark) =>
      lensesOf(document, mark, about),
    );
    if (record.type === 'change' && hasReached(entry.summary.stage, 'releasing') && !back)
      lenses.push(...rollbackLenses(document, record, onDisk));
    const [first] = lenses;
    if (!first) return [];
    const shared = await this.sharing(document, place.session.root);
    const title = vscode.l10n.t('$(mail) Preview notice');
    const preview = { title, command: commandIds.previewNotice, arguments: [document.uri] };
    const beside = [preview, ...(shared ? [shared] : [])];
    return [...lenses, ...beside.map((command) => new vscode.CodeLens(first.range, command))];
  }

  /** What of the record is not pushed yet, beside its first checklist; while it is being pushed, a way to end that. */
  private async sharing({ uri }: vscode.TextDocument, root: string): Promise<vscode.Command | undefined> {
    const left = await this.pushing.unpushedOf(uri);
    if (left === 0) return undefined;
    if (this.pushing.isPushing(root))
      return { title: vscode.l10n.t('$(sync~spin) pushing … (cancel)'), command: commandIds.cancelPush };
    const title = vscode.l10n.t('$(cloud-upload) not pushed: {0}', left);
    return { title, command: commandIds.pushRecords, arguments: [uri] };
  }
}

/** Above the steps of a change that is deployed: when it is rolled back, and the way to do so. */
function rollbackLenses(
  document: vscode.TextDocument,
  { body, data }: RecordOf<'change'>,
  onDisk: boolean,
): vscode.CodeLens[] {
  const { headings, steps } = body;
  const above = (step: Step | undefined): Heading | undefined =>
    headings.findLast(({ line }) => step !== undefined && line < step.line);
  const rollBack = { command: onDisk ? commandIds.rollBack : '', arguments: [document.uri] };
  const lens = (heading: Heading | undefined, title: string): vscode.CodeLens[] =>
    heading ? [new vscode.CodeLens(lineRange(document, heading.line), { title, ...rollBack })] : [];
  const criteria = data.abort_criteria ?? [];
  const [way] = rollbackSections(headings, data.rollback?.steps_section);
  return [
    ...(criteria.length > 0
      ? lens(
          above(steps[0]),
          vscode.l10n.t('$(warning) Roll back if: {0}', oneLine(criteria.join(' · '), 200)),
        )
      : []),
    ...lens(
      headings.find(({ line }) => line === way?.line),
      vscode.l10n.t('$(history) Roll back…'),
    ),
  ];
}

function lineRange(document: vscode.TextDocument, line: number): vscode.Range {
  return document.lineAt(Math.min(line, document.lineCount - 1)).range;
}

/** What the lenses of a checklist depend on besides its steps. */
interface LensContext {
  /** Whether the change is rolled back. */
  readonly back: boolean;
  readonly acts: boolean;
}

function lensesOf(
  document: vscode.TextDocument,
  { line, done, all, counts, next }: ChecklistMark,
  { back, acts }: LensContext,
): vscode.CodeLens[] {
  const range = lineRange(document, line);
  const whether = back ? vscode.l10n.t('not needed any more') : vscode.l10n.t('only if rolled back');
  const progress = withPlurals(vscode.l10n.t('$(checklist) {0} of {1} {1|step|steps} done'), done, all);
  const lenses = [
    new vscode.CodeLens(range, {
      title: counts ? progress : `${progress} · ${whether}`,
      command: acts && counts ? commandIds.tickStep : '',
      arguments: [document.uri],
    }),
  ];
  if (next)
    lenses.push(
      new vscode.CodeLens(range, {
        title:
          next.choice === undefined
            ? vscode.l10n.t('Tick next step: {0}', next.text)
            : vscode.l10n.t('Tick next step: one of “{0}”', next.choice),
        command: commandIds.tickNextStep,
        arguments: [document.uri],
      }),
    );
  return lenses;
}
