import { choiceKey, isChosen } from '../../model/parse/markChoices';
import type { Step } from '../../model/parse/step';
import { stepWordPlace } from '../../model/parse/stepComment';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `checklist/choice`: of the steps of a choice one is ticked. */
export const checklistChoice = defineRule({
  id: 'checklist/choice',
  severity: 'error',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'Choice with more than one', es: 'Elección con más de uno' },
  explanation: {
    en: 'Of the steps of a choice, `<!-- step: choice=channel -->`, exactly one is ticked; the others then do not apply, and nothing is written on them. Two that are ticked contradict each other. A choice of one step leaves nothing to choose, which is a warning.',
    es: 'De los pasos de una elección, `<!-- paso: opcion=canal -->`, se marca exactamente uno; los demás entonces no se aplican y no se escribe nada en ellos. Dos marcados se contradicen. Una elección de un solo paso no deja nada que elegir, y es una advertencia.',
  },
  messages: {
    two: {
      en: 'Another step of the choice “{choice}” is ticked already: “{other}”; untick the one that was not done.',
      es: 'Ya hay otro paso marcado de la elección «{choice}»: «{other}»; desmarca el que no se hizo.',
    },
    alone: {
      en: 'No other step has the choice “{choice}”, so there is nothing to choose; give it to the others, or take it out.',
      es: 'Ningún otro paso tiene la elección «{choice}», así que no hay nada que elegir; ponla en los demás o quítala.',
    },
  },
  *check(record, { config }) {
    const first = new Map<string, Step>();
    const chosen = new Map<string, Step>();
    const shared = new Set<string>();
    for (const step of record.body.steps) {
      if (step.choice === undefined) continue;
      const key = choiceKey(step);
      if (first.has(key)) shared.add(key);
      else first.set(key, step);
      if (!isChosen(step)) continue;
      const other = chosen.get(key);
      const args = { choice: step.choice, other: other?.text.slice(0, 80) ?? '' };
      if (other) yield { message: 'two', range: step.range, args };
      else chosen.set(key, step);
    }
    if (record.type !== 'procedure' && !isOpen(stageOfRecord(record, config))) return;
    for (const [key, { range, choice = '' }] of first) {
      if (shared.has(key)) continue;
      const place = stepWordPlace(range, record.lines.text, 'choice');
      yield { message: 'alone', range: place, args: { choice }, severity: 'warning' };
    }
  },
});
