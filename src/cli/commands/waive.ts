import { dirname } from 'node:path';
import { waive as waiver } from '../../core/actions/waive';
import { overridableRule } from '../../core/index/overrides';
import { inBoth } from '../../core/model/text/localized';
import { isWaivable } from '../../core/rules/applyWaivers';
import { ruleById, rules } from '../../core/rules/registry';
import { findingsOf } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import { type Command, hintFor, say, wrongCall } from '../support/command';
import type { NamedRecord } from '../support/namedRecord';
import { byOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook waive`: a waiver of a rule that somebody answers for. */
export const waive: Command = {
  name: 'waive',
  usage: 'changebook waive <id|file> <rule> --reason TEXT',
  summary: {
    en: 'Adds a waiver of a rule to a record, as one commit.',
    es: 'Añade a un registro la exención de una regla, con un commit.',
  },
  options: {
    by: byOption,
    reason: textOption('TEXT', 'why it is acceptable', 'por qué es aceptable'),
    until: textOption('DATE', 'last day that it holds', 'último día en que vale'),
    ...writingOptions,
  },
  examples: ['changebook waive CHG-2026-0042 schedule/friday --reason "The shop is closed"'],
  acts: true,
  decides: true,
  run: (call) =>
    actOnRecord(call, waiver, {
      further: 'rule',
      // Whose commit it is counts for a freeze that only some roles override.
      asksGit: async (path) =>
        call.paths[1] === overridableRule ? { committer: await ownIdentity(dirname(path)) } : {},
      given: ({ paths: [, rule] }, named) => ({ rule: ruleNamed(named, rule) }),
      about: (_, planned) => aboutWritten('waive', planned),
    }),
};

/** The rule that a call names; where there is none such, those of the record's findings that somebody may answer for. */
function ruleNamed({ entry, workspace }: NamedRecord, rule: string | undefined): string {
  const known = rule === undefined ? undefined : ruleById(rule);
  if (known) return known.id;
  const findings = findingsOf(workspace, entry);
  const found = [...new Set(findings.filter((one) => isWaivable(one) && !one.waived).map((one) => one.rule))];
  const expected = inBoth('expected', (language) => found.join(', ') || say(language, 'noWaivable'));
  if (rule === undefined) throw wrongCall('whichRule', expected);
  const all = rules.map(({ id }) => id).join(', ');
  throw wrongCall('noSuchRule', { rule: rule.slice(0, 60), ...expected, ...hintFor(rule, all) });
}
