import * as vscode from 'vscode';
import type { Refusal } from '../../core/actions/refusals';
import type { StepWords } from '../../core/actions/stepKind';
import { StandingEvidence } from '../../core/audit/standingEvidence';
import type { Step } from '../../core/model/parse/step';
import type { EditableRecord } from '../documents/editableRecord';
import type { Attaching } from '../input/askQuestions';
import type { CommandArguments } from '../input/commandArguments';
import { mustReachGit } from './mustReachGit';
import { nameOf } from './recordAction';

/** What shows that a step is done: a line of text, or a file that a call names or a person picks. */
export class StepEvidence {
  private picked: vscode.Uri | undefined;
  /** Whether it was picked before anything was asked. */
  private isFirst = false;

  constructor(
    private readonly target: EditableRecord,
    private readonly args: CommandArguments,
  ) {}

  /** Whether there is a file, so that no line is asked for. */
  get isGiven(): boolean {
    return this.isFirst || this.args.text('evidenceFile') !== undefined;
  }

  /** Has the user pick a file at once, unless the call names one; false where they did not. */
  async pickFirst(): Promise<boolean> {
    if (this.isGiven) return true;
    this.picked = await this.pick();
    this.isFirst = this.picked !== undefined;
    return this.isFirst;
  }

  /** The way to a file instead of a line of text. */
  readonly attaching: Attaching = {
    tooltip: vscode.l10n.t('Attach a file…'),
    run: async () => {
      this.picked = await this.pick();
      return this.picked && vscode.workspace.asRelativePath(this.picked);
    },
  };

  /** What is said of the step, with the bytes of the file; or why it is not taken. */
  async words(said: StepWords): Promise<StepWords | { readonly refusal: Refusal }> {
    const { evidence } = said;
    const named = this.picked && vscode.workspace.asRelativePath(this.picked);
    const isPicked = this.isFirst || (named !== undefined && evidence === named);
    const path = isPicked ? this.picked?.fsPath : this.args.text('evidenceFile');
    if (path === undefined) return said;
    const { session } = this.target;
    mustReachGit(session);
    const { readEvidence } = await import('../../node/evidence/readEvidence');
    const about = { path, shown: (isPicked && named) || path, record: nameOf(this.target), isPicked };
    const file = await readEvidence({ root: session.root, ...about });
    return 'refusal' in file ? file : { ...said, evidence: evidence === named ? undefined : evidence, file };
  }

  /** The file that goes when a step is opened again. */
  async takenBack(step: Step): Promise<StepWords['file']> {
    const { session, file, record } = this.target;
    if (!session.backend.onDisk) return undefined;
    const about = { id: record.data.id, file, steps: record.body.steps };
    // Whatever keeps git from telling keeps the commit from being made, which says so.
    const events = await session.git.trail(file, about).catch(() => []);
    return new StandingEvidence(events).takeBack(step);
  }

  private async pick(): Promise<vscode.Uri | undefined> {
    const [picked] =
      (await vscode.window.showOpenDialog({
        defaultUri: vscode.Uri.joinPath(this.target.document.uri, '..'),
        title: vscode.l10n.t('A file that shows that the step is done'),
        openLabel: vscode.l10n.t('Attach'),
      })) ?? [];
    return picked;
  }
}
