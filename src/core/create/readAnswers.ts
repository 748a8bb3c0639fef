import { ownFields } from '../config/ownFields';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { messagesFor, reportOf } from '../findings/problemReports';
import type { Problem } from '../model/parse/problem';
import { readBody } from '../model/parse/readBody';
import { readFields } from '../model/parse/readFields';
import { readYaml } from '../model/parse/readYaml';
import { configLimits } from '../model/parse/yamlLimits';
import type { YamlEntry } from '../model/parse/yamlTree';
import { applyEdits } from '../model/text/edit';
import { LineMap } from '../model/text/lineMap';
import { argsIn, fillIn, type Localized } from '../model/text/localized';
import { textRange } from '../model/text/range';
import { answerFields } from '../model/vocabulary/defaultFields';
import { objectSchema } from '../model/vocabulary/fieldType';
import { joinedText } from '../procedure/closedText';
import { ownLines } from './completedRequest';
import type { ChangeTexts } from './newChange';
import type { KnownOfChange } from './newChangeInput';

/** Answers that could be read, or what is wrong with them. */
type Answers =
  | { readonly ok: true; readonly known: KnownOfChange }
  | { readonly ok: false; readonly why: Localized };

const sentences = {
  noJson: {
    en: 'It must be a JSON object.',
    es: 'Debe ser un objeto JSON.',
  },
  tooLong: {
    en: 'It is longer than {limit} KB.',
    es: 'Ocupa más de {limit} KB.',
  },
  tooDeep: {
    en: 'Its lists and objects are nested deeper than any field.',
    es: 'Sus listas y objetos están anidados más de lo que admite ningún campo.',
  },
  heading: {
    en: 'sections.{name} has a heading of the first or second level, which would begin another section.',
    es: 'sections.{name} tiene un encabezado de primer o segundo nivel, que empezaría otra sección.',
  },
} as const satisfies { [name: string]: Localized };

const schema = objectSchema(answerFields);

/**
 * Reads answers: a JSON object with fields of a change under their names in either language, and the texts of sections.
 * They are checked as the front matter of a change is, with the fields that the configuration declares; nothing unknown
 * is passed over.
 */
export function readAnswers(text: string, config: WorkspaceConfig): Answers {
  let data: unknown;
  let yaml: string;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''), printable);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return wrong('noJson');
    // On one line it is YAML too, which has the places that the checks of fields are about.
    yaml = asYaml(data);
  } catch (error) {
    return wrong(error instanceof RangeError ? 'tooDeep' : 'noJson');
  }
  const { root, problems } = readYaml(yaml, 0, configLimits);
  if (problems.some(({ code }) => code === 'tooLarge'))
    return wrong('tooLong', { limit: configLimits.bytes / 1024 });
  if (root?.kind !== 'map') return wrong(problems.length > 0 ? 'tooDeep' : 'noJson');
  const declared = ownFields(config);
  const isDeclared = ({ key }: YamlEntry): boolean => Object.hasOwn(declared, key);
  const usual = { ...root, entries: root.entries.filter((entry) => !isDeclared(entry)) };
  const own = { ...root, entries: root.entries.filter(isDeclared) };
  const read = readFields(usual, answerFields, schema);
  const [problem] = [
    ...problems,
    ...read.problems,
    ...readFields(own, declared, objectSchema(declared)).problems,
  ];
  if (problem) return { ok: false, why: problemText(problem) };
  const { sections = {}, ...fields } = read.data;
  const texts: { [name: string]: string } = {};
  for (const [name, given] of Object.entries(sections)) {
    const section = sectionText(given ?? '');
    if (section === undefined) return wrong('heading', { name });
    texts[name] = section;
  }
  return { ok: true, known: { fields, texts: texts as ChangeTexts, ownFields: ownLines(root, config) } };
}

/** JSON without the characters that YAML does not take as they are. */
function asYaml(data: object): string {
  return JSON.stringify(data).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A value without characters that no record holds, and that would hide what it says. */
function printable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/(?![\t\n\r])\p{Cc}/gu, '') : value;
}

/** A text as it may stand below a heading: with open steps, and all that it opens closed. */
function sectionText(given: string): string | undefined {
  const { headings, steps } = readBody(new LineMap(given), 0);
  if (headings.some(({ level }) => level < 3)) return undefined;
  const ticked = steps.filter(({ checked }) => checked);
  const open = ticked.map(({ box }) => ({ range: textRange(box.start, box.end), text: ' ' }));
  return joinedText([applyEdits(given, open).text]);
}

function wrong(id: keyof typeof sentences, args: { [name: string]: string | number } = {}): Answers {
  const { en, es } = sentences[id];
  return { ok: false, why: { en: fillIn(en, args), es: fillIn(es, args) } };
}

/** The sentence about a problem of a field, behind the field's path. */
function problemText(problem: Problem): Localized {
  const { args = {} } = reportOf(problem);
  const path = (problem.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('');
  const before = path === '' ? '' : `${path.slice(1)}: `;
  const sentence = messagesFor([problem.code])[problem.code];
  const inOne = (language: 'en' | 'es'): string =>
    `${before}${fillIn(sentence[language], argsIn(language, args))}`;
  return { en: inOne('en'), es: inOne('es') };
}
