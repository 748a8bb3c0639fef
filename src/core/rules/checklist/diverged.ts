import { placeOf } from '../../findings/places';
import { factsOf } from '../../index/factSource';
import { inBoth, inQuotes, type Language } from '../../model/text/localized';
import { unpackRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { checklistFacts } from './checklistFacts';
import { missingSteps, procedureOf } from './followedProcedure';

/** `checklist/diverged`: a change has the steps of the procedure that it follows. */
export const checklistDiverged = defineRule({
  id: 'checklist/diverged',
  scope: 'workspace',
  severity: 'warning',
  reads: ['procedure'],
  sources: ['R'],
  title: { en: 'Steps of the procedure are missing', es: 'Faltan pasos del procedimiento' },
  explanation: {
    en: 'A change is made from its procedure and has its steps; one that does not apply is marked so, not taken out. Steps are compared by name, else by text, wherever they stand. A change without any step is not compared: it has nothing to tick yet.',
    es: 'Un cambio se crea a partir de su procedimiento y tiene sus pasos; el que no se aplica se señala, no se quita. Los pasos se comparan por nombre o, si no, por texto, estén donde estén. Un cambio sin ningún paso no se compara: aún no tiene nada que marcar.',
  },
  messages: {
    diverged: {
      en: 'This change lacks {count} of the {all} steps of {procedure}: {steps}. Add {count|it, or mark it|them, or mark them} as not applicable.',
      es: 'A este cambio le {count|falta|faltan} {count} de los {all} pasos de {procedure}: {steps}. {count|Añádelo o señálalo como no aplicable|Añádelos o señálalos como no aplicables}.',
    },
    procedure: { en: 'The procedure with these steps.', es: 'El procedimiento con estos pasos.' },
  },
  facts: (record, { summary }) =>
    record.data.procedure && isOpen(summary.stage)
      ? record.lines.packedAt(placeOf(record, ['procedure']))
      : undefined,
  *check(place, { index, summary }) {
    const checklist = factsOf(summary, checklistFacts);
    if (!checklist || checklist.steps.length === 0) return;
    const procedure = procedureOf(summary, index);
    if (!procedure) return;
    const wanted = procedure.summary.steps ?? [];
    const missing = missingSteps(checklist.steps, wanted);
    if (missing.length === 0) return;
    const more = missing.length > 3 ? ['…'] : [];
    const steps = (language: Language): string =>
      [...missing.slice(0, 3).map(({ text }) => inQuotes(text.slice(0, 60), language)), ...more].join(', ');
    const args = {
      count: missing.length,
      all: wanted.length,
      procedure: procedure.summary.id ?? '',
      ...inBoth('steps', steps),
    };
    const range = unpackRange(procedure.summary.idRange);
    const related = [{ file: procedure.file, range, message: 'procedure' }];
    yield { message: 'diverged', range: unpackRange(place), args, related };
  },
});
