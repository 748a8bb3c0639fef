import type { RuleData } from '../core/rules/rule';
import type { RuleExample } from './examples/ruleExample';
import { anchor, code, fenced, listed, madeBy, page, table, unfilled } from './markdown';
import { ruleExamples } from './ruleExamples';
import { optionKind, processNames, severityWords } from './ruleWords';

const plurals = { procedure: 'procedures', change: 'changes', ticket: 'tickets' };

/** A rule's page: everything that its data says, in English and then in Spanish. */
export function rulePage(rule: RuleData): string {
  const example = ruleExamples[rule.id];
  return page([
    `# ${rule.title.en}`,
    madeBy('the rule itself, under src/core/rules'),
    `${code(rule.id)} · *${rule.title.es}*`,
    table(['', ''], facts(rule)),
    rule.explanation.en,
    ...(example ? exampleBlocks(example) : []),
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

function exampleBlocks({ file, wrong, right, beside, tags, ticks }: RuleExample): string[] {
  const language = file.endsWith('.md') ? 'markdown' : 'yaml';
  const others = Object.entries(beside ?? {}).flatMap(([path, text]) => [
    `Beside it, ${code(path)}:`,
    fenced(path.endsWith('.md') ? 'markdown' : 'yaml', text),
  ]);
  const git = tags ? [`The tags of the repository: ${tags.map(code).join(', ')}.`] : [];
  const ticked = ticks ? [`The ticks that have commits of their own: ${ticks.map(code).join(', ')}.`] : [];
  return [
    ...['## Example', `Wrong, in ${code(file)}:`, fenced(language, wrong)],
    ...['Right:', fenced(language, right), ...others, ...git, ...ticked],
  ];
}

function optionBlocks(rule: RuleData): string[] {
  const rows = Object.entries(rule.options).map(([name, option]) => [
    code(name),
    optionKind(option),
    code(JSON.stringify(option.default)),
    `${option.description.en}<br>*${option.description.es}*`,
  ]);
  if (rows.length === 0) return [];
  const how = `Set in the configuration, as [the list of rules](../README.md#${anchor('Setting a rule')}) shows.`;
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
