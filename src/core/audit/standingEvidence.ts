import type { EvidenceFile } from '../actions/evidenceFile';
import type { Step } from '../model/parse/step';
import { stepLabel } from '../model/parse/stepLabel';
import type { AuditEvent } from './auditEvent';
import { lastStepEvent } from './lastStepEvent';

/** The files that show that steps of a record are done, as its commits tell: each goes with the last tick that stands on it. */
export class StandingEvidence {
  private readonly byStep = new Map<string, EvidenceFile>();

  /** @param events of the record, oldest first */
  constructor(private readonly events: readonly AuditEvent[]) {
    for (const { step, evidenceFile } of events)
      if (step) {
        if (evidenceFile && !evidenceFile.isTaken) this.byStep.set(stepLabel(step), evidenceFile);
        else this.byStep.delete(stepLabel(step));
      }
  }

  /** Opens a step again: the file that goes with that, where it has one that no other step stands on. */
  takeBack(step: Step): EvidenceFile | undefined {
    const told = lastStepEvent(step, this.events)?.step;
    const label = told ? stepLabel(told) : stepLabel(step);
    const own = this.byStep.get(label);
    this.byStep.delete(label);
    if (!own || [...this.byStep.values()].some(({ file }) => file === own.file)) return undefined;
    return { file: own.file, sha256: own.sha256 };
  }
}
