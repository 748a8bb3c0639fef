import { type Sides, usualStyle } from '../merge/conflict';
import { mergeBody } from '../merge/mergeBody';
import { isStepLine, mergeStep, stepKey } from '../merge/mergeStep';
import { readStepLine, type StepLine } from './stepLine';

/** What counts at a place that the change and the procedure have both changed. */
export type CountingSide = 'change' | 'procedure';

/** A place that both have changed: its lines in the change, and in the procedure's newer version. */
export interface UpdateConflict {
  readonly change: readonly string[];
  readonly procedure: readonly string[];
}

/** Which side counts at a place; undefined where nobody has said so yet. */
export type Decide = (conflict: UpdateConflict) => CountingSide | undefined;

/** The lines of a change with what a newer version of its procedure brings, and the places that are not decided. */
export interface TakenOver {
  readonly lines: readonly string[];
  readonly open: readonly UpdateConflict[];
}

/**
 * Takes what differs between two versions of a procedure over into a change. What is ticked, does not apply or is the
 * change's own stays; a step that is found again by its name gets its new words while nobody has ticked it.
 */
export function takeOver(sides: Sides, decide: Decide): TakenOver {
  const open: UpdateConflict[] = [];
  const sideAt = (conflict: UpdateConflict): CountingSide => {
    const side = decide(conflict);
    if (side === undefined) open.push(conflict);
    return side ?? 'change';
  };
  const { lines } = mergeBody(withoutKnown(withDoneWords(sides, sideAt)), usualStyle, (place) => {
    if (place.base.every(isBlank)) return bothParts(place);
    const own = ownLines(place);
    if (own) return [...own, ...withMarks(place)];
    return place[sideAt({ change: place.ours, procedure: place.theirs }) === 'change' ? 'ours' : 'theirs'];
  });
  return { lines, open };
}

/** The versions without the new steps of the procedure that the change has already. */
function withoutKnown({ base, ours, theirs }: Sides): Sides {
  const before = new Set(base.map(stepKey));
  const here = new Set(ours.filter(isStepLine).map(stepKey));
  const isKnown = (line: string): boolean => !before.has(stepKey(line)) && here.has(stepKey(line));
  return { base, ours, theirs: theirs.filter((line) => !isKnown(line)) };
}

/**
 * The versions in which the words of a named step that was ticked, or does not apply, are decided: it was done as it
 * read, so its new words are either left out, or make it a step that is still to be done.
 */
function withDoneWords(sides: Sides, sideAt: (conflict: UpdateConflict) => CountingSide): Sides {
  const [base, ours, theirs] = [[...sides.base], [...sides.ours], [...sides.theirs]];
  const before = namedSteps(sides.base);
  const after = namedSteps(sides.theirs);
  for (const [name, { at, step }] of namedSteps(sides.ours)) {
    const [old, now] = [before.get(name), after.get(name)];
    if (!old || !now || step.isOpen || now.step.text === old.step.text || now.step.text === step.text)
      continue;
    const [mine, wanted] = [sides.ours[at] ?? '', sides.theirs[now.at] ?? ''];
    if (sideAt({ change: [mine], procedure: [wanted] }) === 'change')
      theirs[now.at] = withText(wanted, now.step, old.step.text);
    else ours[at] = sides.base[old.at] ?? '';
  }
  return { base, ours, theirs };
}

interface NamedStep {
  readonly at: number;
  readonly step: StepLine;
}

/** The steps with a name that no other has. */
function namedSteps(lines: readonly string[]): ReadonlyMap<string, NamedStep> {
  const found = new Map<string, NamedStep | undefined>();
  for (const [at, line] of lines.entries()) {
    const step = readStepLine(line);
    if (step?.name !== undefined) found.set(step.name, found.has(step.name) ? undefined : { at, step });
  }
  return new Map([...found].flatMap(([name, step]) => (step ? [[name, step] as const] : [])));
}

function withText(line: string, { text, textAt }: StepLine, words: string): string {
  return line.slice(0, textAt) + words + line.slice(textAt + text.length);
}

/**
 * Where both put something in, what the change has comes first, since it belongs to what stands above; sections of its own
 * come last.
 */
function bothParts({ ours, theirs }: Sides): readonly string[] {
  const known = new Set(ours.filter((line) => !isBlank(line)).map(stepKey));
  const added = theirs.filter((line) => isBlank(line) || !known.has(stepKey(line)));
  if (added.every(isBlank)) return ours;
  const begins = added.find((line) => !isBlank(line)) ?? '';
  const section = heading.test(begins) ? -1 : ours.findIndex((line) => heading.test(line));
  if (section >= 0) return [...ours.slice(0, section), ...added, ...ours.slice(section)];
  return [...ours, ...(isBlank(added[0]) && isBlank(ours.at(-1)) ? added.slice(1) : added)];
}

const heading = /^ {0,3}#{1,6}[ \t]/;

/**
 * What is the change's own of some steps: those that it ticked, or said not to apply, and that the procedure has no more,
 * and what it put in between. Undefined where it did anything else to them, or where they are no steps.
 */
function ownLines({ base, ours, theirs }: Sides): readonly string[] | undefined {
  if (!base.every((line) => isStepLine(line) || isBelow(line))) return undefined;
  const there = new Set(theirs.map(stepKey));
  const own: string[] = [];
  let [at, isOwn] = [0, true];
  for (const line of ours) {
    const before = base[at];
    const isSame = before !== undefined && stepKey(before) === stepKey(line);
    if (isSame) at++;
    // What is below a step goes where that goes.
    if (!isSame || isStepLine(line)) isOwn = !isSame || (line !== before && !there.has(stepKey(line)));
    if (isOwn) own.push(line);
  }
  return at === base.length ? own : undefined;
}

/** The lines of the procedure, with what the change did to the steps among them. */
function withMarks({ base, ours, theirs }: Sides): readonly string[] {
  const [before, done] = [base, ours].map((lines) => new Map(lines.map((line) => [stepKey(line), line])));
  return theirs.map((line) => {
    const [was, now] = [before?.get(stepKey(line)), done?.get(stepKey(line))];
    return was === undefined || now === undefined ? line : (mergeStep(was, now, line) ?? now);
  });
}

/** Whether a line belongs to what stands above it. */
function isBelow(line: string): boolean {
  return isBlank(line) || /^[ \t]/.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
