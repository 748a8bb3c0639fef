import { placeOf } from '../findings/places';
import type { RecordOf } from '../model/parse/record';
import { headingStartsWith } from '../model/text/headings';
import type { GateFacts, StepKey } from './changeFacts';
import { stepKey } from './summariseChange';

/** Takes from a procedure what rules about the changes that follow it need. */
export function procedureFacts(record: RecordOf<'procedure'>): {
  steps: readonly StepKey[];
  gates?: readonly GateFacts[];
} {
  const steps = record.body.steps.map(stepKey);
  const gates = (record.data.gates ?? []).map((gate, index) => gateFacts(record, gate, index));
  return gates.length > 0 ? { steps, gates } : { steps };
}

type Gate = NonNullable<RecordOf<'procedure'>['data']['gates']>[number];

function gateFacts(record: RecordOf<'procedure'>, gate: Gate, index: number): GateFacts {
  const { section, state, requires = [] } = gate;
  return {
    ...(section ? { section } : {}),
    ...(state ? { state } : {}),
    requires: requires.map((heading, place) => ({
      heading,
      range: record.lines.packedAt(placeOf(record, ['gates', index, 'requires', place])),
      steps: record.body.steps.filter(({ path }) => path.some((title) => headingStartsWith(title, heading)))
        .length,
    })),
  };
}
