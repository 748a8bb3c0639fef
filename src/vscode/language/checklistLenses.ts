import * as vscode from 'vscode';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { Heading, Step } from '../../core/model/parse/step';
import { isOpenStep, nextStep, progressOf, relevantSteps } from '../../core/model/parse/stepGates';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
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
    if (!place || entry?.summary.type !== 'change' || !isOpen(entry.summary.stage)) return [];
    const record = parseRecord(document.getText());
    if (!record) return [];
    const { index } = place.session.input();
    const gates = procedureOf(entry.summary, index)?.summary.gates ?? [];
    const { steps, headings } = record.body;
    const next = nextStep(relevantSteps(record), gates);
    const { onDisk } = place.session.backend;
    const lenses = headings.flatMap((heading) =>
      lensesOf(document, heading, below(heading, headings, steps), onDisk ? { next } : undefined),
    );
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

/** The steps right below a heading, up to the next one of any level. */
function below(heading: Heading, headings: readonly Heading[], steps: readonly Step[]): Step[] {
  const following = headings.find(({ line }) => line > heading.line)?.line ?? Number.POSITIVE_INFINITY;
  return steps.filter(({ line }) => line > heading.line && line < following);
}

function lensesOf(
  document: vscode.TextDocument,
  heading: Heading,
  steps: readonly Step[],
  ticking: { readonly next: Step | undefined } | undefined,
): vscode.CodeLens[] {
  if (steps.length === 0) return [];
  const range = document.lineAt(Math.min(heading.line, document.lineCount - 1)).range;
  const { done, all } = progressOf(steps);
  const lenses = [
    new vscode.CodeLens(range, {
      title: withPlurals(vscode.l10n.t('$(checklist) {0} of {1} {1|step|steps} done'), done, all),
      command: ticking ? commandIds.tickStep : '',
      arguments: [document.uri],
    }),
  ];
  const next = ticking?.next;
  if (next && steps.includes(next) && isOpenStep(next))
    lenses.push(
      new vscode.CodeLens(range, {
        title: vscode.l10n.t('Tick next step: {0}', next.text),
        command: commandIds.tickNextStep,
        arguments: [document.uri],
      }),
    );
  return lenses;
}
