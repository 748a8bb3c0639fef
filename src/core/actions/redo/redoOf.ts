import { applyEdits } from '../../model/text/edit';
import type { ActionName } from '../commitMessage';
import { type FieldEffects, fieldRedo } from './fieldRedo';
import type { RecordStep, Redo } from './redo';
import { stepRedo } from './stepRedo';

/** Doing an action again is a matter of steps, or of fields of the front matter. */
type RedoWay = 'step' | FieldEffects;

const moved: FieldEffects = {
  fields: {
    change: ['status', 'hold', 'actual', 'outcome', 'requested_by', 'tickets'],
    ticket: ['status'],
  },
  decides: 'status',
};
const decided: FieldEffects = { fields: { change: ['approvals'] }, lastOf: 'role' };
const agreed: FieldEffects = { fields: { change: ['agreement'] } };
const waived = ['waivers'];

/**
 * How each action of a commit is done again: one row each. A new record (`create`) needs none, since there is
 * nothing yet that it would be done to.
 */
const ways: { readonly [action in Exclude<ActionName, 'create'>]: RedoWay } = {
  tick: 'step',
  untick: 'step',
  skip: 'step',
  unskip: 'step',
  advance: moved,
  hold: moved,
  resume: moved,
  approve: decided,
  deny: decided,
  agree: agreed,
  'accept-risk': agreed,
  waive: { fields: { procedure: waived, change: waived, ticket: waived } },
  notify: { fields: { change: ['notifications'] } },
};

const byName: ReadonlyMap<string, RedoWay> = new Map(Object.entries(ways));

/**
 * How to do again what a commit did to a record; nothing where the commit is not just what its trailers say: then it is
 * not Changebook's to repeat.
 */
export function redoOf(step: RecordStep): Redo | undefined {
  const way = byName.get(step.trailers.get('Action') ?? '');
  if (!way) return undefined;
  const redo = way === 'step' ? stepRedo(step) : fieldRedo(step, way);
  const plan = redo?.(step.before);
  const same = plan?.kind === 'planned' && applyEdits(step.before, plan.edits).text === step.after;
  return same ? redo : undefined;
}
