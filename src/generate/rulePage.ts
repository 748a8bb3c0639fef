import { slugOf } from '../core/index/anchors';
import type { RuleData } from '../core/rules/rule';
import { code, listed, madeBy, page, table, unfilled } from './markdown';
import { ruleExample } from './ruleExample';
import { optionKind, processNames, severityWords } from './ruleWords';

const plurals = { procedure: 'procedures', change: 'changes', ticket: 'tickets' };

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
    table(['', ''], facts(rule)),
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

function facts(rule: RuleData): string[][] {
  const types = rule.appliesTo.map((type) => plurals[type]);
  const sources = rule.sources.map((source) => processNames[source]);
  const rows = [
    ['Severity', severityWords(rule)],
    ['Applies to', types.length > 0 ? listed(types) : 'the files under `.changebook/`'],
    ['Reads', rule.reads.length > 0 ? listed(rule.reads.map(code)) : ''],
    ['Comes from', listed(sources)],
  ];
  return rows.filter(([, value]) => value !== '');
}

function optionBlocks(rule: RuleData): string[] {
  const rows = Object.entries(rule.options).map(([name, option]) => [
    code(name),
    optionKind(option),
    code(JSON.stringify(option.default)),
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
