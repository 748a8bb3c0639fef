import { factsOf } from '../../index/factSource';
import type { IndexEntry } from '../../index/indexEntry';
import type { GateFacts } from '../../index/procedureFacts';
import type { RecordSummary } from '../../index/recordSummary';
import { plainName } from '../../model/text/plainName';
import { unpackRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';
import { type Checklist, checklistFacts, type StepFacts } from './checklistFacts';
import { openBelow, procedureOf, stepsBelow } from './followedProcedure';

/** `checklist/gate`: no step is ticked before what its gate requires. */
export const checklistGate = defineRule({
  id: 'checklist/gate',
  scope: 'workspace',
  severity: 'error',
  appliesTo: ['procedure', 'change'],
  reads: ['procedure', 'gates', 'schedule'],
  sources: ['R'],
  title: { en: 'Step ticked before its gate', es: 'Paso marcado antes de su compuerta' },
  explanation: {
    en: 'A procedure may say that no step of a section is ticked while one of another section is open: nobody releases what was not tested. In a change that follows it, such a tick is an error; in the procedure itself a gate that requires a section without steps can never hold anything back, which is a warning. So is a gate for a phase in a change whose phases have other names.',
    es: 'Un procedimiento puede decir que no se marca ningún paso de una sección mientras quede uno abierto de otra: nadie publica lo que no se probó. En un cambio que lo sigue, una marca así es un error; en el propio procedimiento, una compuerta que exige una sección sin pasos nunca detiene nada, y es una advertencia. También lo es una compuerta de una fase en un cambio cuyas fases se llaman de otro modo.',
  },
  messages: {
    early: {
      en: 'This step is ticked, but {count} {count|step|steps} under “{required}” {count|is|are} still open; {procedure} requires {count|it|those} first.',
      es: 'Este paso está marcado, pero {count|queda|quedan} {count} {count|paso abierto|pasos abiertos} en «{required}»; {procedure} {count|lo exige|los exige} antes.',
    },
    gate: { en: 'The gate that requires “{required}”.', es: 'La compuerta que exige «{required}».' },
    open: { en: 'The first step that is still open.', es: 'El primer paso aún abierto.' },
    noPhase: {
      en: '{procedure} requires steps before the phase “{phase}”, and this change has {known} alone, so nothing waits for them; call a phase so.',
      es: '{procedure} exige pasos antes de la fase «{phase}» y este cambio solo tiene {known}, así que nada los espera; llama así a una fase.',
    },
    noSteps: {
      en: 'No heading that starts with “{required}” has steps, so this gate holds nothing back.',
      es: 'Ningún encabezado que empiece por «{required}» tiene pasos, así que esta compuerta no detiene nada.',
    },
  },
  *check(summary, context) {
    for (const gate of summary.gates ?? []) {
      for (const { heading, steps, range } of gate.requires) {
        if (steps > 0) continue;
        const args = { required: heading };
        yield { message: 'noSteps', range: unpackRange(range), args, severity: 'warning' };
      }
    }
    const checklist = factsOf(summary, checklistFacts);
    const procedure = checklist && procedureOf(summary, context.index);
    for (const gate of procedure?.summary.gates ?? [])
      if (procedure) {
        yield* earlyTicks(checklist, gate, procedure, context);
        yield* unknownPhase(summary, gate);
      }
  },
});

/** A phase that waits for steps, where the change calls none of its phases so: nothing would wait for them. */
function* unknownPhase(summary: RecordSummary, { phase }: GateFacts): Generator<SummaryReport> {
  const names = (summary.change?.phases ?? []).map(({ name }) => name);
  const place = summary.references.find(({ kind }) => kind === 'procedure');
  if (!phase || !place || names.length === 0 || !isOpen(summary.stage)) return;
  if (names.some((name) => plainName(name) === plainName(phase))) return;
  const args = { phase: phase.slice(0, 60), procedure: place.id, known: names.join(', ').slice(0, 200) };
  yield { message: 'noPhase', range: unpackRange(place.range), args, severity: 'warning' };
}

function* earlyTicks(
  checklist: Checklist,
  { section, requires }: GateFacts,
  procedure: IndexEntry,
  { file }: WorkspaceContext,
): Generator<SummaryReport> {
  if (!section) return;
  const reported = new Set<StepFacts>();
  for (const back of checklist.rollback ? [false, true] : [false]) {
    const ticked = stepsBelow(checklist, section, back).filter(([, state]) => state === 'ticked');
    if (ticked.length === 0) continue;
    for (const { heading, range } of requires) {
      const open = openBelow(checklist, heading, back);
      const [first] = open;
      if (!first) continue;
      const args = { count: open.length, required: heading, procedure: procedure.summary.id ?? '' };
      // A section that waits for a part of itself: that part has to begin somewhere.
      const required = new Set(stepsBelow(checklist, heading, back));
      for (const step of ticked) {
        if (reported.has(step) || required.has(step)) continue;
        reported.add(step);
        const related = [
          { file: procedure.file, range: unpackRange(range), message: 'gate', args },
          { file, range: unpackRange(first[3]), message: 'open' },
        ];
        yield { message: 'early', range: unpackRange(step[3]), args, related };
      }
    }
  }
}
