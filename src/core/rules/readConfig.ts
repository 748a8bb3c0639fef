import { type AssembledConfig, assembleConfig } from '../config/assembleConfig';
import type { ConfigText } from '../config/configFiles';
import type { FileFinding } from '../findings/finding';
import type { Clock } from '../model/time/ruleClock';
import { contractEnds, type LaterFinding } from './customer/contractEnds';
import { rules } from './registry';

/** The configuration of a workspace with everything that is wrong in its files. */
export interface ConfigResult extends Pick<AssembledConfig, 'config' | 'findings'> {
  /** What is wrong in them from some moment on. */
  readonly later: readonly LaterFinding[];
}

/** Reads the configuration of a workspace and checks it. What cannot be used is a finding and left out. */
export function readConfig(texts: readonly ConfigText[]): ConfigResult {
  const { config, findings, customers } = assembleConfig(texts, rules);
  return { config, findings, later: contractEnds(customers, config) };
}

/** What is wrong in the configuration by a clock. */
export function configFindings(
  { findings, later }: { readonly findings: readonly FileFinding[]; readonly later: readonly LaterFinding[] },
  clock: Pick<Clock, 'hasPassed'>,
): FileFinding[] {
  return [...findings, ...later.filter(({ from }) => clock.hasPassed(from))];
}
