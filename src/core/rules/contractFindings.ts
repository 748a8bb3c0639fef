import type { WorkspaceConfig } from '../config/workspaceConfig';
import { settingOf } from './checkRecord';
import { customerContractExpired } from './customer/contractExpired';
import type { FileFinding } from './finding';

/**
 * What time makes of the configuration itself: contracts that have ended, each in its customer's own file. Apart
 * from the rest of the configuration's findings, since these change while no file does.
 *
 * @param hasPassed whether a moment, in milliseconds since 1970, has come
 */
export function contractFindings(
  config: WorkspaceConfig,
  hasPassed: (moment: number) => boolean,
): FileFinding[] {
  const rule = customerContractExpired;
  return config.contracts.flatMap(({ file, range, end, ends, customer }) => {
    const severity = settingOf(rule.id, { file, config })?.severity ?? rule.severity;
    if (severity === 'off' || !hasPassed(end)) return [];
    return [{ file, finding: { rule: rule.id, severity, message: 'past', args: { customer, ends }, range } }];
  });
}
