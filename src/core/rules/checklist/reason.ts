import type { Report } from '../../findings/report';
import type { ParsedRecord } from '../../model/parse/record';
import { type Step, stepTextRange } from '../../model/parse/step';
import { textRange } from '../../model/text/range';
import { saysSomething } from '../../model/text/saysSomething';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** The mark at the end of a text, in whatever case it is written. */
const mark = /\(n\/a[^()]*\)$/i;
const struckOut = /^(~~?)(?!~)[^~]+\1(.*)$/s;

/** `checklist/reason`: a step that does not apply says why. */
export const checklistReason = defineRule({
  id: 'checklist/reason',
  severity: 'warning',
  errorFrom: 'done',
  appliesTo: ['change', 'ticket'],
  title: { en: 'Step struck out without a reason', es: 'Paso tachado sin motivo' },
  explanation: {
    en: 'A step that does not apply is struck through and says why, `- [x] ~~text~~ (n/a: reason)`, so that whoever reviews or audits the change does not have to guess. Without a reason that is a warning, and an error once the change is done. A step that is ticked and struck through without the mark counts as done, which it most likely is not. Being not applicable does not stand in for the evidence that a step asks for: `skip` asks for it as `tick` does.',
    es: 'Un paso que no se aplica se tacha y dice por qué, `- [x] ~~texto~~ (n/a: motivo)`, para que quien revisa o audita el cambio no tenga que adivinarlo. Sin motivo es una advertencia, y un error cuando el cambio está cerrado. Un paso marcado y tachado sin esa señal cuenta como hecho, y lo más probable es que no lo esté. No aplicarse no sustituye la evidencia que un paso pide: `skip` la pide igual que `tick`.',
  },
  messages: {
    none: {
      en: 'This step is marked as not applicable without a reason; write why: “(n/a: reason)”.',
      es: 'Este paso está señalado como no aplicable sin motivo; escribe por qué: «(n/a: motivo)».',
    },
    struck: {
      en: 'This step is struck out and counts as done. Where it does not apply, write so and why behind it: “~~text~~ (n/a: reason)”.',
      es: 'Este paso está tachado y cuenta como hecho. Si no se aplica, dilo detrás y por qué: «~~texto~~ (n/a: motivo)».',
    },
  },
  *check(record, { config }) {
    const closed = !isOpen(stageOfRecord(record, config));
    for (const step of record.body.steps) {
      const report = !step.applicable ? withoutReason(step, record) : closed ? undefined : struck(step);
      if (report) yield report;
    }
  },
});

function withoutReason(step: Step, { lines }: ParsedRecord): Report | undefined {
  if (saysSomething(step.reason)) return undefined;
  const { start, end } = stepTextRange(step, lines.text);
  const [written = ''] = mark.exec(lines.text.slice(start, end)) ?? [];
  return { message: 'none', range: textRange(written === '' ? start : end - written.length, end) };
}

/** Of a record that is closed only what has been said of its steps is looked at. */
function struck({ checked, text, range }: Step): Report | undefined {
  const [, , behind] = struckOut.exec(text) ?? [];
  if (
    !checked ||
    behind === undefined ||
    (behind.trim() !== '' && !/(?<!\p{L})n\/?a(?!\p{L})/iu.test(behind))
  )
    return undefined;
  return { message: 'struck', range, severity: 'warning' };
}
