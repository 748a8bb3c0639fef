import { idsMeant } from '../../core/index/idsMeant';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { recordAt } from './namedRecord';

/** A step as a call may name it, and what is to be done. */
interface CompletedStep {
  readonly word: string;
  readonly meaning: string;
}

/**
 * The steps of the record that a call names: those that are still to be done, or those that are done where one is to be
 * taken back. One without a name is named by its line.
 */
export function completedSteps(
  { root, index }: LoadedWorkspace,
  target: string,
  takesBack: boolean,
): CompletedStep[] {
  const [id, another] = idsMeant(index.ids(), target);
  const entry =
    index.entry(target) ?? (another === undefined && id !== undefined ? index.byId(id) : undefined);
  const steps = (entry && recordAt(root, entry.file)?.body.steps) ?? [];
  return steps
    .filter(({ checked, applicable, notChosen }) => (checked || !applicable) === takesBack && !notChosen)
    .map(({ name, line, text }) => ({ word: name ?? `L${line + 1}`, meaning: text }));
}
