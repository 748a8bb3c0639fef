import { withOwnAttributes } from '../../core/setup/ownAttributes';
import { planSetup, type SetupPlan, type SetupWish } from '../../core/setup/planSetup';
import type { SetupFacts } from '../../core/setup/setupFacts';
import type { SetupFault } from '../../core/setup/setupFault';
import { readAttributes } from './readAttributes';
import { type LookedAt, lookAt } from './writeSetup';

/** A setup that may be written. */
export interface PreparedSetup {
  readonly plan: SetupPlan;
  readonly looked: LookedAt;
}

/** Plans a setup and looks at all that speaks against it; nothing is written. */
export async function prepareSetup(
  root: string,
  facts: SetupFacts,
  wish: SetupWish,
): Promise<PreparedSetup | SetupFault> {
  const usual = planSetup(facts, wish);
  const attributes = await readAttributes(
    root,
    usual.files.map(({ file }) => file),
  );
  const plan = withOwnAttributes(usual, attributes);
  const looked = await lookAt(root, plan);
  return 'commits' in looked ? { plan, looked } : looked;
}
