import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolTexts } from '../../core/assistant/toolTexts';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import { argsIn, fillIn, type Localized, localized } from '../../core/model/text/localized';

/** Where the pages lie that come with the program. */
const docs = join(__dirname, '..', 'docs');

type Page = { readonly text: string } | { readonly wrong: Localized };

/** The page of a rule, or why there is none. */
export async function rulePage(rule: string): Promise<Page> {
  const ids = await ruleIds();
  if (ids.includes(rule)) return { text: shippedPage(`rules/${rule}.md`) };
  const args = { rule: rule.slice(0, 80), hint: '', ...hintArgs(nearestName(rule, ids)) };
  return { wrong: localized((language) => fillIn(toolTexts.noRule[language], argsIn(language, args))) };
}

/** The ids of all rules. */
export async function ruleIds(): Promise<readonly string[]> {
  return (await import('../../core/rules/registry')).rules.map(({ id }) => id);
}

/** The text of a page, by its path in the documentation. */
export function shippedPage(file: string): string {
  return readFileSync(join(docs, file), 'utf8');
}
