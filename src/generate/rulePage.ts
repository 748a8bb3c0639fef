import { slugOf } from '../core/index/anchors';
import { optionDefault, optionKind, ruleFacts } from '../core/language/ruleFacts';
import type { RuleData } from '../core/rules/rule';
import { code, madeBy, page, table, unfilled } from './markdown';
import { ruleExample } from './ruleExample';

/**
 * A rule's page: everything that its data says, in English and then in Spanish.
 *
 * @param fixture the text of the rule's `hit.md`
 */
export function rulePage(rule: RuleData, fixture: string): string {
  return page([
    `# ${rule.title.en}`,
    madeBy('the rule itself, under src/core/rules, and its fixture'),
    `${code(rule.id)} · *${rule.title.es}*`,
    table(['', ''], ruleFacts(rule, 'en')),
    rule.explanation.en,
    ...ruleExample(fixture),
    ...optionBlocks(rule),
    ...['## En español', rule.explanation.es],
    ...['## Messages · Mensajes', bracesNote, localizedTable(rule.messages)],
    ...fixBlocks(rule),
    `[All rules](../README.md) · [The record format](../../format.md)`,
  ]);
}

const bracesNote = `Words in braces stand for what was found and may be empty. / *Las palabras entre llaves representan lo encontrado y pueden quedar vacías.*`;

function optionBlocks(rule: RuleData): string[] {
  const rows = Object.entries(rule.options).map(([name, option]) => [
    code(name),
    optionKind(option, 'en'),
    optionDefault(option, 'en'),
    `${option.description.en}<br>*${option.description.es}*`,
  ]);
  if (rows.length === 0) return [];
  const how = `Set in the configuration, as [the list of rules](../README.md#${slugOf('Setting a rule')}) shows.`;
  return ['## Options', table(['Option', 'Holds', 'Default', 'What it does'], rows), how];
}

function fixBlocks(rule: RuleData): string[] {
  if (Object.keys(rule.fixTitles).length === 0) return [];
  return ['## Quick fixes · Correcciones', localizedTable(rule.fixTitles)];
}

function localizedTable(texts: RuleData['messages']): string {
  return table(
    ['English', 'Español'],
    Object.values(texts).map(({ en, es }) => [shown(en), shown(es)]),
  );
}

function shown(text: string): string {
  return unfilled(text, (name) => `{${name}}`);
}
