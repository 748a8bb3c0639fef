import { performersOf } from '../../approvals/performersOf';
import { defineRule } from '../defineRule';
import { accountedBy, boxOf, packTicks, unpackTicks } from './tickFacts';

/** `checklist/performer`: a step is ticked by whoever it names. */
export const checklistPerformer = defineRule({
  id: 'checklist/performer',
  scope: 'workspace',
  severity: 'warning',
  title: { en: 'Step ticked by somebody else', es: 'Paso marcado por otra persona' },
  explanation: {
    en: 'A step may say who does it: `<!-- step: backup by=dba -->`, a role or a person. The commit of its tick is then by that person, or by a holder of that role as the configuration has them. A name of which nobody says who that is, such as that of a team, is only shown. The rule is silent without git, in a shallow clone, and about ticks whose commits were squashed by somebody else.',
    es: 'Un paso puede decir quién lo hace: `<!-- paso: respaldo por=dba -->`, un rol o una persona. El commit de su marca es entonces de esa persona, o de un titular de ese rol según la configuración. Un nombre del que nadie dice quién es, como el de un equipo, solo se muestra. La regla calla sin git, en un clon superficial y sobre marcas cuyos commits aplastó otra persona.',
  },
  messages: {
    other: {
      en: 'This step is for {by}, and {who} ticked it; untick it and have it ticked by whoever did it, or correct who does it.',
      es: 'Este paso es de {by} y lo marcó {who}; desmárcalo y que lo marque quien lo hizo, o corrige quién lo hace.',
    },
  },
  /** Of the ticked steps that say who does them: what they are recognised by, and who that is. */
  facts(record) {
    const steps = record.body.steps.filter(({ by, checked, applicable }) => by && checked && applicable);
    const ticks = packTicks({ ...record, body: { ...record.body, steps } });
    return ticks === undefined ? undefined : { ticks, by: steps.map(({ by = '' }) => by) };
  },
  *check({ ticks, by }, { config, git, file, summary }) {
    const accounted = typeof git === 'object' ? git.accountedTicks(summary.id ?? file) : undefined;
    if (!accounted) return;
    for (const [index, tick] of unpackTicks(ticks).entries()) {
      const wanted = by[index] ?? '';
      const who = accountedBy(tick, accounted)?.by;
      const performers = who && performersOf(wanted, config);
      if (!who || !performers || performers.some((person) => config.people.isBy(person, who))) continue;
      const args = { by: wanted.slice(0, 60), who: config.people.nameOf(who).slice(0, 60) };
      yield { message: 'other', range: boxOf(tick), args };
    }
  },
});
