import type { RelatedPlace } from '../../findings/finding';
import { factsOf } from '../../index/factSource';
import { isRequiredStep, progressSteps, relevantSteps } from '../../model/parse/stepGates';
import { unpackRange } from '../../model/text/range';
import { stateArgs } from '../../model/vocabulary/stateName';
import { hasReached, isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';
import { checklistFacts, type StepFacts } from './checklistFacts';
import { openBelow, procedureOf } from './followedProcedure';

/** How many other places a finding names. */
const mostNamed = 10;

/** `checklist/incomplete`: a state is reached with its steps done. */
export const checklistIncomplete = defineRule({
  id: 'checklist/incomplete',
  scope: 'workspace',
  severity: 'error',
  reads: ['status', 'procedure'],
  sources: ['R', 'M'],
  title: { en: 'Steps open that the state needs', es: 'Pasos abiertos que el estado necesita' },
  explanation: {
    en: 'A change that is done has no open step: each is ticked, or marked as not applicable with a reason. A step that says `optional` may stay open, and of a choice one step is enough. Steps of its rollback do not count, unless it is rolled back: then they count instead of all others. Other states need only the steps that a gate of the procedure names for them.',
    es: 'Un cambio cerrado no tiene pasos abiertos: cada uno está marcado, o señalado como no aplicable con un motivo. Un paso que dice `opcional` puede quedar abierto, y de una elección basta un paso. Los pasos de su reversión no cuentan, salvo que se revierta: entonces cuentan en lugar de todos los demás. Los demás estados solo necesitan los pasos que una compuerta del procedimiento nombra para ellos.',
  },
  messages: {
    done: {
      en: '{count} {count|step is|steps are} open, which “done” does not allow; tick {count|it, or mark it|them, or mark them} as not applicable with a reason.',
      es: '{count|Queda|Quedan} {count} {count|paso abierto|pasos abiertos}, y «cerrado» no lo permite; {count|márcalo o señálalo como no aplicable|márcalos o señálalos como no aplicables} con un motivo.',
    },
    gate: {
      en: '{count} {count|step|steps} under “{required}” {count|is|are} open, which {procedure} requires before “{state}”.',
      es: '{count|Queda|Quedan} {count} {count|paso abierto|pasos abiertos} en «{required}», que {procedure} exige antes de «{state}».',
    },
    open: { en: 'Open as well.', es: 'También abierto.' },
    requires: { en: 'The gate that requires “{required}”.', es: 'La compuerta que exige «{required}».' },
  },
  /** Of a change that is done: the first steps that are still open, and how many there are. */
  facts(record, { summary }) {
    if (isOpen(summary.stage)) return record.data.procedure ? { left: [], count: 0 } : undefined;
    const open = summary.stage === 'done' ? progressSteps(relevantSteps(record)).filter(isRequiredStep) : [];
    const left = open.slice(0, mostNamed + 1).map((step) => record.lines.packedAt(step.range));
    return open.length > 0 ? { left, count: open.length } : undefined;
  },
  *check({ left: [first, ...others], count }, context) {
    if (first) {
      const related = others.map((range) => otherOpen(context.file, unpackRange(range)));
      yield { message: 'done', range: unpackRange(first), args: { count }, related };
    }
    yield* gates(context);
  },
});

function* gates(context: WorkspaceContext): Generator<SummaryReport> {
  const { summary } = context;
  const checklist = factsOf(summary, checklistFacts);
  const procedure = checklist && procedureOf(summary, context.index);
  if (!checklist || !procedure) return;
  for (const { state, requires } of procedure.summary.gates ?? []) {
    if (!state || !hasReached(summary.stage, context.config.stages.get(state) ?? state)) continue;
    for (const { heading, range } of requires) {
      const open = openBelow(checklist, heading, summary.change?.goesBack === true);
      const [first] = open;
      if (!first) continue;
      const args = {
        count: open.length,
        required: heading,
        procedure: procedure.summary.id ?? '',
        ...stateArgs('state', state),
      };
      const gate = { file: procedure.file, range: unpackRange(range), message: 'requires', args };
      const others = open
        .slice(1, mostNamed + 1)
        .map((step: StepFacts) => otherOpen(context.file, unpackRange(step[3])));
      yield { message: 'gate', range: unpackRange(first[3]), args, related: [gate, ...others] };
    }
  }
}

function otherOpen(file: string, range: RelatedPlace['range']): RelatedPlace {
  return { file, range, message: 'open' };
}
