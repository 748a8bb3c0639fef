import { placeOf } from '../findings/places';
import type { RecordOf } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { headingStartsWith } from '../model/text/headings';
import type { PackedRange } from '../model/text/range';

/** What a step is recognised by in another record: its name, where it has one, and its text. */
export interface StepKey {
  readonly name?: string;
  readonly text: string;
}

/** A step of a procedure, and whether it leads back. */
export interface ProcedureStep extends StepKey {
  readonly rollback?: true;
}

/** A gate of a procedure: what must be ticked before a section or a state is open. */
export interface GateFacts {
  readonly section?: string;
  readonly state?: string;
  /** Name of a phase that waits. */
  readonly phase?: string;
  readonly requires: readonly {
    readonly heading: string;
    readonly range: PackedRange;
    /** How many steps the procedure has below that heading. */
    readonly steps: number;
  }[];
}

/** Takes from a procedure what rules about the changes that follow it need. */
export function procedureFacts(record: RecordOf<'procedure'>): {
  steps: readonly ProcedureStep[];
  gates?: readonly GateFacts[];
  retired?: true;
} {
  const steps = record.body.steps.map(
    (step): ProcedureStep =>
      step.rollback === undefined ? stepKey(step) : { ...stepKey(step), rollback: true },
  );
  const gates = (record.data.gates ?? []).map((gate, index) => gateFacts(record, gate, index));
  return {
    steps,
    ...(gates.length > 0 ? { gates } : {}),
    ...(record.data.retired ? { retired: true } : {}),
  };
}

type Gate = NonNullable<RecordOf<'procedure'>['data']['gates']>[number];

function gateFacts(record: RecordOf<'procedure'>, gate: Gate, index: number): GateFacts {
  const { section, state, phase, requires = [] } = gate;
  return {
    ...(section ? { section } : {}),
    ...(state ? { state } : {}),
    ...(phase ? { phase } : {}),
    requires: requires.map((heading, place) => ({
      heading,
      range: record.lines.packedAt(placeOf(record, ['gates', index, 'requires', place])),
      steps: record.body.steps.filter(({ path }) => path.some((title) => headingStartsWith(title, heading)))
        .length,
    })),
  };
}

/** What a step is recognised by: its name, else its text. */
export function stepKey({ name, text }: Step): StepKey {
  const short = text.slice(0, 200);
  return name ? { name, text: short } : { text: short };
}
