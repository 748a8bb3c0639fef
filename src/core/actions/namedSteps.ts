import type { Step } from '../model/parse/step';
import { alternativesOf, isRequiredStep, relevantSteps } from '../model/parse/stepGates';
import { headingStartsWith } from '../model/text/headings';
import { plainName } from '../model/text/plainName';
import { type ActedOn, nameOf, type RefusedAction } from './action';
import { findStep } from './findStep';
import { type RefusalCode, refusal } from './refusals';
import { quoted, stateOf } from './stepAction';
import { stepToTick } from './stepChoice';
import type { StepActionName } from './stepKind';

/**
 * The steps that words name, in their order: one each (`3`, `L42`, its name, its text), a range (`2-5`, `2-`), a whole
 * section (`4.1`, or its heading), or `all` but the rollback. Without words it is the next step. Of several by one word
 * only those are meant that the action is still to be done to.
 */
export function namedSteps(
  on: ActedOn,
  action: StepActionName,
  words: readonly string[],
): readonly Step[] | RefusedAction {
  const { record } = on;
  const { steps } = record.body;
  if (record.type === 'procedure') return refused(on, 'procedureStep');
  if (words.length === 0) {
    // Where gates keep all back, the first one says by what.
    const next = stepToTick(on, on.committed) ?? relevantSteps(record).find(isRequiredStep);
    if (!next) return refused(on, steps.length > 0 ? 'noOpenStep' : 'noSteps');
    const candidates = action === 'tick' ? alternativesOf(next, steps) : [next];
    if (candidates.length <= 1) return [next];
    return { ...refused(on, 'openChoice', listed(candidates, on)), candidates };
  }
  const found = new Set<Step>();
  for (const word of words) {
    const several = severalBy(word, on);
    const named = several ?? oneBy(word, on);
    if ('refusal' in named) return named;
    const open = named.filter(
      (step) => (stateOf(step) === 'open') === (action !== 'untick') && !step.notChosen,
    );
    const choice = action === 'tick' ? openChoiceIn(open) : [];
    if (several && choice.length > 1)
      return { ...refused(on, 'openChoice', listed(choice, on)), candidates: choice };
    // Where all is so already, the first of them says it.
    for (const step of several ? (open.length > 0 ? open : named.slice(0, 1)) : named) found.add(step);
  }
  return [...found];
}

/** The first of the choices of which several steps are meant: nobody does them all. */
function openChoiceIn(steps: readonly Step[]): readonly Step[] {
  for (const step of steps) {
    const alternatives = alternativesOf(step, steps);
    if (alternatives.length > 1) return alternatives;
  }
  return [];
}

/** The steps of a range, of a section or of all; undefined where a word names one step. */
function severalBy(word: string, on: ActedOn): readonly Step[] | RefusedAction | undefined {
  const { steps } = on.record.body;
  const wanted = plainName(word);
  const [, from, to = ''] = /^(\d{1,6})\s*-\s*(\d{0,6})$/.exec(wanted) ?? [];
  if (from !== undefined) {
    const [first, last] = [Number(from), to === '' ? steps.length : Number(to)];
    const isRange = first >= 1 && first <= last && last <= steps.length;
    return isRange ? steps.slice(first - 1, last) : refused(on, 'noSuchStep', { step: quoted(word) });
  }
  const exact = findStep(steps, word, () => -1);
  if (wanted === 'all' || wanted === 'todos') {
    const all = relevantSteps(on.record);
    if (exact.kind === 'none') return all.length > 0 ? all : refused(on, 'noSteps');
  }
  const isNumber = /^\d+(?:\.\d+)+\.?$|^\d+\.$/.test(wanted);
  if (!isNumber && exact.kind !== 'none') return undefined;
  const titles = on.record.body.headings.filter(({ title }) => headingStartsWith(title, word));
  const same = titles.filter(({ title }) => plainName(title) === wanted);
  const meant = same.length > 0 ? same : titles;
  const inside = (at: (typeof meant)[number]): Step[] =>
    steps.filter(({ line }) => line > at.line && line < at.endLine);
  const own = meant.filter((heading) => inside(heading).length > 0);
  // Of a chapter and what is below it the chapter holds all.
  const [outer, other] = own.filter(
    (heading) => !own.some((above) => above.line < heading.line && heading.line < above.endLine),
  );
  if (outer && other) {
    const shown = own.slice(0, 8).map(({ line, title }) => `L${line + 1} (${quoted(title)})`);
    return refused(on, 'ambiguousSection', { step: quoted(word), candidates: shown.join(', ') });
  }
  return outer && inside(outer);
}

function oneBy(word: string, on: ActedOn): readonly Step[] | RefusedAction {
  const { record } = on;
  const { steps } = record.body;
  const found = findStep(steps, word, (step) => record.lines.lineAt(step.range.end));
  if (found.kind === 'found') return [found.step];
  if (found.kind === 'none') return refused(on, 'noSuchStep', { step: quoted(word) });
  const { candidates } = found;
  const shown = candidates.slice(0, 8).map((step) => {
    return `${steps.indexOf(step) + 1} (L${step.line + 1}, ${quoted(step.path.at(-1) ?? '')})`;
  });
  const args = { step: quoted(word), count: candidates.length, candidates: shown.join(', ') };
  return { ...refused(on, 'ambiguousStep', args), candidates };
}

/** The steps of a choice, each as it may be named. */
function listed(candidates: readonly Step[], { record }: ActedOn) {
  const shown = candidates
    .slice(0, 8)
    .map((step) => `${record.body.steps.indexOf(step) + 1} (${quoted(step.text)})`);
  return { count: candidates.length, candidates: shown.join(', ') };
}

function refused(on: ActedOn, code: RefusalCode, args = {}): RefusedAction {
  return { refusal: refusal(code, { record: nameOf(on), ...args }) };
}
