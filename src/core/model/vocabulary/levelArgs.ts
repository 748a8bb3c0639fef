import type { MessageArgs } from '../text/localized';
import { impactLevelChoice, type RiskLevel } from './choices';

/** A level of impact or risk as an argument of a message, in both languages. */
export function levelArgs(name: string, level: RiskLevel): MessageArgs {
  return { [`${name}.en`]: level, [`${name}.es`]: impactLevelChoice.choices[level][0] };
}
