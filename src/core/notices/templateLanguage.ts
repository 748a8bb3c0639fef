import type { Completion } from '../language/completion';
import type { HoverText } from '../language/hoverText';
import type { Language, Localized } from '../model/text/localized';
import { noticeVariables } from './noticeValues';
import type { NoticeVariable } from './noticeVariable';
import { type TemplatePart, type TemplatePlace, templatePlaceAt } from './templatePlace';
import { type TemplateWord, templateFilters, templateTags } from './templateWords';

const origins: { readonly [file in NonNullable<NoticeVariable['file']> | 'record']: Localized } = {
  record: { en: 'From `{field}` of the change.', es: 'De `{field}` del cambio.' },
  customer: { en: 'From `{field}` of the customer’s file.', es: 'De `{field}` del fichero del cliente.' },
  config: { en: 'From `{field}` of the configuration.', es: 'De `{field}` de la configuración.' },
};

/** Completions in a template at a cursor: variables, filters, tags and partials. */
export function templateCompletionsAt(
  text: string,
  offset: number,
  partials: readonly string[],
  language: Language,
): Completion[] {
  const place = templatePlaceAt(text, offset);
  if (!place) return [];
  switch (place.part) {
    case 'filter':
      return wordItems(text, place, templateFilters, language);
    case 'tag':
      return wordItems(text, place, templateTags, language);
    case 'partial':
      return partials.map((name) => itemOf(text, place, { name }));
    case 'list':
    case 'variable':
      return variableItems(text, place, language);
  }
}

/** The description of the variable, filter or tag at a place in a template. */
export function templateHoverAt(text: string, offset: number, language: Language): HoverText | undefined {
  const end = offset + (/^[\w.]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  const place = templatePlaceAt(text, end);
  if (!place || place.word === '') return undefined;
  const words = place.part === 'filter' ? templateFilters : place.part === 'tag' ? templateTags : undefined;
  const said = words ? words[place.word]?.description[language] : variableText(place, language);
  return said ? { markdown: `**${place.word}**  \n${said}`, range: place.range } : undefined;
}

function variableText({ word, loops }: TemplatePlace, language: Language): string | undefined {
  const [root = '', part = ''] = word.split('.');
  const loop = loops.get(root);
  const name = loop ?? word;
  const variable = noticeVariables.find((known) => known.name === name);
  if (!variable) return undefined;
  const inLoop = loop === undefined ? undefined : variable.parts?.[part]?.[language];
  return inLoop ?? describe(variable, language);
}

function describe(variable: NoticeVariable, language: Language): string {
  const { description, parts, field, file } = variable;
  const each = Object.keys(parts ?? {}).map((name) => `\`${name}\``);
  const list = each.length > 0 ? ` ${language === 'es' ? 'Cada uno' : 'Each'}: ${each.join(', ')}.` : '';
  return `${description[language]}${list}  \n${origins[file ?? 'record'][language].replace('{field}', field)}`;
}

function variableItems(text: string, place: TemplatePlace, language: Language): Completion[] {
  const known = noticeVariables
    .filter(({ type }) => place.part === 'variable' || type === 'list')
    .map((variable) =>
      itemOf(text, place, {
        name: variable.name,
        detail: variable.description[language],
        documentation: describe(variable, language),
      }),
    );
  const own = place.part === 'variable' ? ownItems(text, place, language) : [];
  return [...own, ...known];
}

/** Completions for the variables that loops and the template itself define. */
function ownItems(text: string, place: TemplatePlace, language: Language): Completion[] {
  const parts = [...place.loops].flatMap(([item, list]) => {
    const of = noticeVariables.find(({ name }) => name === list)?.parts;
    if (!of) return [{ name: item }];
    return Object.entries(of).map(([part, description]) => ({
      name: `${item}.${part}`,
      detail: description[language],
    }));
  });
  const names = [...place.names].map((name) => ({ name }));
  return [...parts, ...names].map((item) => itemOf(text, place, item, '0'));
}

function wordItems(
  text: string,
  place: TemplatePlace,
  words: { readonly [name: string]: TemplateWord },
  language: Language,
): Completion[] {
  return Object.entries(words).map(([name, { description, goesOn }], index) =>
    itemOf(
      text,
      place,
      { name, detail: description[language], ...(goesOn ? { goesOn } : {}) },
      String(index).padStart(2, '0'),
    ),
  );
}

interface Offered {
  readonly name: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly goesOn?: string;
}

/** A completion, with a space between the word and the brackets around it. */
function itemOf(
  text: string,
  { range, part }: TemplatePlace,
  { name, goesOn = '', ...said }: Offered,
  sort = '1',
): Completion {
  const quoted = part === 'partial';
  const before = !quoted && /[{%|]$/.test(text.slice(0, range.start)) ? ' ' : '';
  const after = quoted ? '' : closing(text.slice(range.end, range.end + 200), part);
  return {
    label: name,
    kind: part === 'variable' || part === 'list' ? 'key' : 'value',
    ...said,
    insertText: `${before}${name}${goesOn}${after}`,
    snippet: goesOn !== '',
    filterText: name,
    sortText: `${sort}${name}`,
    range,
    goesOn: goesOn.includes('"$0"') && name === 'include',
  };
}

/** The text after a completed word: a space, or the end of its tag where that is missing. */
function closing(rest: string, part: TemplatePart): string {
  if (/^-?[%}]\}/.test(rest)) return ' ';
  if (part !== 'tag' || /^[^{\n]*?%\}/.test(rest)) return '';
  // The editor closes the first bracket by itself.
  return rest.startsWith('}') ? ' %' : ' %}';
}
