import type { Finding, Fix, RelatedPlace } from '../findings/finding';
import { argsIn, fillIn, type Language, type Localized } from '../model/text/localized';
import { ruleById } from './registry';

/** A finding's sentence in a language. */
export function messageOf(finding: Finding, language: Language): string {
  const message = render(finding.rule, 'messages', finding.message, finding.args, language);
  return finding.waived ? `${message} ${fillIn(waivedBy[language], finding.waived)}` : message;
}

const waivedBy: Localized = { en: '(waived by {by}: {reason})', es: '(exento por {by}: {reason})' };

/** The sentence of a place that belongs to a finding. */
export function relatedMessageOf(finding: Finding, place: RelatedPlace, language: Language): string {
  return render(finding.rule, 'messages', place.message, place.args ?? {}, language);
}

/** What a fix does, as a menu shows it. */
export function fixTitleOf(finding: Finding, fix: Fix, language: Language): string {
  return render(finding.rule, 'fixTitles', fix.title, fix.args ?? {}, language);
}

/** Path of a rule's page, relative to the project. */
export function docsOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

function render(
  rule: string,
  table: 'messages' | 'fixTitles',
  id: string,
  args: Finding['args'],
  language: Language,
): string {
  return fillIn(ruleById(rule)?.[table][id]?.[language] ?? id, argsIn(language, args));
}
