import { defineRule } from '../defineRule';
import { boxOf, packTicks, unaccountedTicks, unpackTicks } from './tickFacts';

/** How many other places a finding names. */
const mostRelated = 10;

/** `checklist/unattributed`: each tick is somebody's own commit. */
export const checklistUnattributed = defineRule({
  id: 'checklist/unattributed',
  scope: 'workspace',
  severity: 'warning',
  title: { en: 'Tick without a commit of its own', es: 'Marca sin un commit propio' },
  explanation: {
    en: 'A step is ticked by a commit of its own, which says who did it and when; that is the audit trail. A tick that was typed into the file, that came along with other edits, or that the record had already when it was first committed, is nobody’s: untick it and tick it again, with the command or from the checklist. The commits that HEAD goes back to count, those of squashed merges too, as long as the message keeps their trailers; a step that was reworded afterwards is another one, a renamed heading changes nothing. A record that got another id keeps its ticks where the commit that renamed its file changed nothing but the id, and no record has the old one. A step that asks for evidence and does not apply needs a commit that gives it. Where no tick at all has a commit of its own, as in a record that was brought in from elsewhere, there is one finding for all of them; for a folder of such records an override turns the rule off. The rule is silent without git, and in a shallow clone, whose history is cut.',
    es: 'Un paso se marca con un commit propio, que dice quién lo hizo y cuándo; eso es el historial. Una marca escrita en el fichero, que vino con otras ediciones o que el registro ya tenía en su primer commit no es de nadie: desmárcala y vuelve a marcarla, con la orden o desde la lista. Cuentan los commits a los que llega HEAD, también los de fusiones aplastadas si el mensaje conserva sus trailers; un paso redactado de nuevo es otro, un título cambiado no altera nada. Un registro con otro identificador conserva sus marcas si el commit que renombró su fichero no cambió nada más y ningún registro tiene el anterior. Un paso que pide evidencia y no se aplica necesita un commit que la dé. Si ninguna marca tiene un commit propio, como en un registro traído de otro sitio, hay un solo hallazgo para todas; para una carpeta de registros así, una excepción apaga la regla. La regla calla sin git y en un clon superficial, cuyo historial está cortado.',
  },
  messages: {
    unattributed: {
      en: 'No commit of its own accounts for this tick; untick it and tick it again as whoever did it.',
      es: 'Ningún commit propio responde de esta marca; desmárcala y que la vuelva a marcar quien lo hizo.',
    },
    skipped: {
      en: 'This step asks for evidence, which not applying does not stand in for, and no commit gives any; take the mark back (changebook untick) and set it with its evidence (changebook skip --evidence).',
      es: 'Este paso pide una evidencia, que no aplicarse no sustituye, y ningún commit la da; quita la marca (changebook untick) y ponla con su evidencia (changebook skip --evidence).',
    },
    none: {
      en: '{count|The tick has no|None of the {count} ticks has a} commit of its own, so nobody answers for {count|it|them}.',
      es: '{count|La marca no|Ninguna de las {count} marcas} tiene un commit propio, así que nadie responde de {count|ella|ellas}.',
    },
    other: { en: 'Nor has this one.', es: 'Esta tampoco.' },
  },
  facts: packTicks,
  *check(packed, { git, file, summary }) {
    const accounted = typeof git === 'object' ? git.accountedTicks(summary.id ?? file) : undefined;
    if (!accounted) return;
    const ticks = unpackTicks(packed);
    const left = unaccountedTicks(ticks, accounted);
    const [first, ...others] = left;
    if (first && left.length === ticks.length && others.length > 0) {
      const related = others
        .slice(0, mostRelated)
        .map((tick) => ({ file, range: boxOf(tick), message: 'other' }));
      yield { message: 'none', range: boxOf(first), args: { count: left.length }, related };
      return;
    }
    for (const tick of left) yield { message: tick.skipped ? 'skipped' : 'unattributed', range: boxOf(tick) };
  },
});
