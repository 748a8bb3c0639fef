import { approvalExamples } from './examples/approvalExamples';
import { checklistExamples } from './examples/checklistExamples';
import { closingExamples } from './examples/closingExamples';
import { configExamples } from './examples/configExamples';
import { customerExamples } from './examples/customerExamples';
import { deploymentExamples } from './examples/deploymentExamples';
import { formatExamples } from './examples/formatExamples';
import { linkExamples } from './examples/linkExamples';
import { noticeExamples } from './examples/noticeExamples';
import type { RuleExamples } from './examples/ruleExample';
import { scheduleExamples } from './examples/scheduleExamples';
import { waiverExamples } from './examples/waiverExamples';

/** Examples by rule id. A rule without one has a page without examples. */
export const ruleExamples: RuleExamples = {
  ...formatExamples,
  ...linkExamples,
  ...scheduleExamples,
  ...approvalExamples,
  ...customerExamples,
  ...deploymentExamples,
  ...noticeExamples,
  ...checklistExamples,
  ...closingExamples,
  ...configExamples,
  ...waiverExamples,
};
