import { defineRule } from '../defineRule';
import { accountedBy, boxOf, packTicks, unpackTicks } from './tickFacts';

/** `checklist/evidence`: what asks for evidence has some once the change is done. */
export const checklistEvidence = defineRule({
  id: 'checklist/evidence',
  scope: 'workspace',
  severity: 'warning',
  reads: ['status'],
  title: { en: 'Done without the evidence', es: 'Cerrado sin la evidencia' },
  explanation: {
    en: 'A step that asks for evidence, `<!-- step: backup evidence -->`, has a line or a file of it in the commit of its tick. Whoever ticks it with the command or from the checklist is asked; nobody was where the tick was made some other way, or where the step began to ask afterwards. On `done` that is reported. A tick without a commit of its own is [another finding](unattributed.md), and so is a step that does not apply. The rule is silent without git, and in a shallow clone, whose history is cut.',
    es: 'Un paso que pide evidencia, `<!-- paso: respaldo evidencia -->`, tiene una línea o un fichero de ella en el commit de su marca. A quien lo marca con la orden o desde la lista se le pide; a nadie si la marca se hizo de otro modo, o si el paso empezó a pedirla después. En `cerrado` se avisa de ello. Una marca sin commit propio es [otro hallazgo](unattributed.md), y también un paso que no se aplica. La regla calla sin git y en un clon superficial, cuyo historial está cortado.',
  },
  messages: {
    none: {
      en: 'This step asks for evidence, and the commit of its tick gives none; say in a waiver where it is. Before the change is done, untick it and tick it again with its evidence (changebook tick --evidence or --evidence-file).',
      es: 'Este paso pide evidencia y el commit de su marca no da ninguna; di en una exención dónde está. Antes de cerrar el cambio, desmárcalo y márcalo otra vez con ella (changebook tick --evidence o --evidence-file).',
    },
  },
  /** Of a change that is done: its ticked steps that ask for evidence. */
  facts(record, { summary }) {
    if (summary.stage !== 'done') return undefined;
    const steps = record.body.steps.filter(
      ({ evidence, checked, applicable }) => evidence && checked && applicable,
    );
    return packTicks({ ...record, body: { ...record.body, steps } });
  },
  *check(ticks, { git, file, summary }) {
    const accounted = typeof git === 'object' ? git.accountedTicks(summary.id ?? file) : undefined;
    if (!accounted) return;
    for (const tick of unpackTicks(ticks)) {
      const by = accountedBy(tick, accounted);
      if (by && !by.evidence) yield { message: 'none', range: boxOf(tick) };
    }
  },
});
