import * as vscode from 'vscode';
import { waive } from '../../core/actions/waive';
import { overridableRule } from '../../core/index/overrides';
import { isWaivable } from '../../core/rules/applyWaivers';
import { ruleById } from '../../core/rules/registry';
import { type EditableRecord, recordFor } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { actOnRecord } from '../git/actOnRecord';
import { actedOn } from '../git/recordAction';
import { unanswered } from '../input/askAnswers';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Waive Finding…`: adds a waiver of a rule, with who answers for it and why, as one commit. Called by a quick
 * fix with the rule, or from the palette.
 */
export const waiveFinding: RunCommand = async ({ sessions }, asked, rule, more) => {
  const args = commandArguments(asked, typeof rule === 'string' ? { ...Object(more), rule } : rule);
  const target = await recordFor(sessions, args.record);
  const known = target && (await ruleOf(target, args));
  if (!target || !known) return undefined;
  return actOnRecord(target, waive, args, {
    answers: { rule: known.id },
    remembers: true,
    orEdit: true,
    // Whose commit it is counts for a freeze that only some roles override.
    ...(known.id === overridableRule ? { asksCommitter: true } : {}),
  });
};

/** The rule that the call names, else one of those that the record's findings are of. */
async function ruleOf(target: EditableRecord, args: CommandArguments) {
  const { session, file } = target;
  const named = args.text('rule');
  if (named !== undefined) {
    const rule = ruleById(named);
    if (!rule) throw new NothingChangedError(vscode.l10n.t('there is no rule “{0}”', named));
    return rule;
  }
  const found = session.findingsOf(file).filter((finding) => !finding.waived && isWaivable(finding));
  const items = [...new Set(found.map(({ rule }) => rule))].map((rule) => ({
    label: ruleById(rule)?.title[language] ?? rule,
    description: rule,
  }));
  const none = vscode.l10n.t('It has no finding that could be waived.');
  const placeHolder = vscode.l10n.t('Which rule does not count here?');
  const more = unanswered(args, waive.asks(actedOn(target)));
  const picked = await pickOne(items, none, { placeHolder, more, matchOnDescription: true });
  return picked && ruleById(picked.description);
}
