import { configExamples } from './examples/configExamples';
import { formatExamples } from './examples/formatExamples';
import { linkExamples } from './examples/linkExamples';
import type { RuleExamples } from './examples/ruleExample';
import { scheduleExamples } from './examples/scheduleExamples';

/** Examples by rule id. A rule without one has a page without examples. */
export const ruleExamples: RuleExamples = {
  ...formatExamples,
  ...linkExamples,
  ...scheduleExamples,
  ...configExamples,
};
