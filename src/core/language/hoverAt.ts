import { customerNamed, idNamed } from '../config/workspaceConfig';
import type { Language, Localized } from '../model/text/localized';
import { textRange } from '../model/text/range';
import type { ChoiceTable, Field } from '../model/vocabulary/fieldType';
import { choiceNamed } from '../model/vocabulary/vocabulary';
import type { Risk } from '../risk/riskOf';
import { decidingFactors, factorText, levelText } from '../risk/riskText';
import { ruleById } from '../rules/registry';
import { type FieldPlace, fieldAt, tableOf, writtenLanguage } from './fieldAt';
import type { HoverText } from './hoverText';
import { describeField } from './keyCompletions';
import type { LanguageInput } from './languageInput';
import { namedHover } from './namedHover';
import type { OutlineScalar } from './outline';
import { asMarkdown } from './plainText';
import { readOutline } from './readOutline';
import { recordCard } from './recordNames';
import { stepWordHover } from './stepWordsAt';
import { yamlPart } from './yamlPart';

/**
 * What there is to say about a word: of a key and a closed value what it means, of an id or a link its record (also in
 * the body), of a rule what it asks for, of a customer, a person or an environment who or what that is, of a tracker's
 * ticket where it is.
 */
export function hoverAt(text: string, offset: number, input: LanguageInput): HoverText | undefined {
  const content = yamlPart(text, input.kind);
  const named = (): HoverText | undefined => namedHover(text, offset, input);
  if (!content || offset < content.start || offset > content.end)
    return input.kind === 'record'
      ? (stepWordHover(text, offset, input.language) ?? idHover(text, offset, input) ?? named())
      : named();
  const { root, place } = readOutline(text, content, offset);
  if (!place?.token) return undefined;
  const table = tableOf(input.kind, root, input.config);
  const { token } = place;
  const steps = place.part === 'key' ? [...place.path, token.value] : place.path;
  const field = fieldAt(input.kind, table, steps);
  const written = writtenLanguage(root, table, input.language);
  const said =
    place.part === 'key'
      ? field && keyText(token.value, field, input.language, written)
      : field && valueText(token, field, input);
  const markdown = said && field && place.part === 'key' ? said + riskLine(field.path, input) : said;
  if (markdown) return { markdown, range: token.range, byWhom: isDecision(field?.path ?? '') };
  return place.part === 'value' ? (idHover(text, offset, input) ?? named()) : undefined;
}

/** Fields in which people decide something, or answer for it. */
const decisions = new Set(['approvals', 'agreement', 'waivers', 'notifications', 'hold']);

function isDecision(path: string): boolean {
  return decisions.has(path.replace(/^standard\./, '').split('.')[0] ?? '');
}

/** Fields that the risk follows from, or that follow from it. */
const riskFields = new Set([
  ...['impact', 'impact.level', 'risk', 'risk.likelihood', 'risk.impact'],
  ...['deployment_type', 'schedule.outage', 'approvals'],
]);
const riskWord: Localized = { en: 'Risk', es: 'Riesgo' };

/** What is at stake, and what decided it, below the fields that have to do with it. */
function riskLine(path: string, { risk, language }: LanguageInput): string {
  if (!risk || !riskFields.has(path)) return '';
  return `  \n${riskWord[language]}: **${levelText(risk.level, language)}** ${reasons(risk, language)}`.trimEnd();
}

function reasons(risk: Risk, language: Language): string {
  const deciding = decidingFactors(risk).map((factor) => factorText(factor, language));
  return deciding.length > 0 ? `(${deciding.join(', ')})` : '';
}

const valuesWord: Localized = { en: 'Values', es: 'Valores' };

function keyText(
  key: string,
  { field, type, path }: FieldPlace,
  language: Language,
  written: Language,
): string | undefined {
  if (!field) return undefined;
  const rule = ruleById(key);
  if (rule) return ruleText(key, language);
  const choices = type.choices ?? type.item?.choices;
  const listed = choices && Object.entries(choices).map(([name, [es]]) => (written === 'es' ? es : name));
  const values = listed ?? type.values?.map(String);
  const head = `**${asMarkdown(key)}**${otherName(key, path.slice(path.lastIndexOf('.') + 1), field)}`;
  if (!values) return `${head}  \n${describeField(field, language)}`;
  const list = values.map((value) => `\`${value}\``).join(', ');
  return `${head}  \n${field.description[language]}\n\n${valuesWord[language]}: ${list}`;
}

/** The field's name in the other language, or the usual one. */
function otherName(key: string, name: string, { es }: Field): string {
  const other = key === name ? es : name;
  return other === key ? '' : ` · ${asMarkdown(other)}`;
}

function valueText(
  token: OutlineScalar,
  { path, type, field }: FieldPlace,
  input: LanguageInput,
): string | undefined {
  const { config, language } = input;
  const { value } = token;
  const shorthand = type.shorthand ? type.fields?.[type.shorthand]?.type : undefined;
  const choices = (type.item ?? shorthand ?? type).choices;
  if (choices) return choiceText(choices, value, language);
  // The row of a closed number says what each of them means.
  if (field && (type.item ?? type).values?.includes(Number(value)))
    return `**${asMarkdown(value)}**  \n${field.description[language]}`;
  if (path === 'waivers.rule') return ruleText(value, language);
  if (path === 'customer' || path.endsWith('.customers')) return customerText(value, config);
  return undefined;
}

function choiceText(choices: ChoiceTable, value: string, language: Language): string | undefined {
  const name = choiceNamed(choices, value);
  const row = name === undefined ? undefined : choices[name];
  if (!name || !row) return undefined;
  const both =
    row[0] === name ? `**${asMarkdown(name)}**` : `**${asMarkdown(name)}** · ${asMarkdown(row[0])}`;
  return `${both}  \n${row[1][language]}`;
}

function ruleText(id: string, language: Language): string | undefined {
  const rule = ruleById(id);
  return rule && `**${rule.id}** ${rule.title[language]}\n\n${rule.explanation[language]}`;
}

function customerText(written: string, config: LanguageInput['config']): string | undefined {
  const customer = customerNamed(config, written);
  if (!customer) return undefined;
  const environments = customer.environments?.map(({ name = '' }) => asMarkdown(name, 40)).slice(0, 12);
  const zone = customer.timezone ?? config.data.timezone;
  const lines = [
    `**${asMarkdown(customer.name ?? written)}**`,
    asMarkdown(zone ?? ''),
    environments?.join(', '),
  ];
  return lines.filter((line) => line).join('  \n');
}

/** The record whose id is under the pointer. */
function idHover(
  text: string,
  offset: number,
  { index, config, language }: LanguageInput,
): HoverText | undefined {
  const inId = /[A-Za-z0-9.-]/;
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 100 && inId.test(text[start - 1] ?? '')) start--;
  while (end < text.length && end - offset < 100 && inId.test(text[end] ?? '')) end++;
  const word = text.slice(start, end);
  const id = word.replace(/^[.-]+|[.-]+$/g, '');
  const from = start + word.indexOf(id);
  const entry = id === '' ? undefined : index.byId(idNamed(config, id));
  if (!entry || offset < from || offset > from + id.length) return undefined;
  return { markdown: recordCard(entry, config, language), range: textRange(from, from + id.length) };
}
