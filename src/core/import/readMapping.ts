import { withRename } from '../findings/problemReports';
import { readFields } from '../model/parse/readFields';
import { readYaml } from '../model/parse/readYaml';
import { configLimits } from '../model/parse/yamlLimits';
import { LineMap } from '../model/text/lineMap';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { textRange } from '../model/text/range';
import { zoneExists } from '../model/time/dateTime';
import { changeSectionNames, sectionTitled } from '../model/vocabulary/sections';
import { choiceNamed, recordTypes } from '../model/vocabulary/vocabulary';
import { messageOf } from '../rules/renderFinding';
import { canonicalField, type ImportedField, importedFields } from './importWords';
import { type Mapping, mappingFields, mappingSchema } from './mapping';

const texts = {
  line: { en: 'line {line}: {message}', es: 'línea {line}: {message}' },
  field: {
    en: '“{name}” is no field that an import fills; it fills {known}.',
    es: '«{name}» no es un campo que rellene una importación; rellena {known}.',
  },
  state: { en: '“{name}” is no state of a {type}.', es: '«{name}» no es un estado de {type}.' },
  zone: { en: 'There is no time zone “{name}”.', es: 'No existe la zona horaria «{name}».' },
} as const satisfies { [name: string]: Localized };

/** A mapping that was read, or in one sentence why it cannot be. */
type MappingResult =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly reason: string };

/** Reads a mapping file. What it leaves out is as it was guessed for the export. */
export function readMapping(source: string, guess: Mapping, language: Language): MappingResult {
  const text = source.replace(/^\ufeff/, '');
  const yaml = readYaml(text, 0, configLimits);
  const root = yaml.root?.kind === 'map' ? yaml.root : undefined;
  const read = root && readFields(root, mappingFields, mappingSchema);
  const noMap = { code: 'notMapping' as const, range: textRange(0) };
  const [problem] = root && read ? [...yaml.problems, ...read.problems] : [...yaml.problems, noMap];
  if (problem || !read) {
    const { message, range, args = {} } = withRename(problem ?? noMap);
    const place = new LineMap(text).rangeAt(range);
    const finding = { rule: 'config/invalid', severity: 'error' as const, message, args, range: place };
    return refused('line', language, { line: place.start.line + 1, message: messageOf(finding, language) });
  }
  const { data } = read;
  const type = data.type ?? guess.type;
  if (data.timezone && !zoneExists(data.timezone))
    return refused('zone', language, { name: data.timezone.slice(0, 60) });
  const fields = new Map<ImportedField, readonly string[]>();
  for (const [name, columns] of Object.entries(data.fields ?? {})) {
    const field = fieldNamed(name, type);
    if (!field)
      return refused('field', language, { name: name.slice(0, 60), known: importedFields.join(', ') });
    fields.set(field, columns);
  }
  const states = new Map<string, string>();
  for (const [word, said] of Object.entries(data.states ?? {})) {
    const state = choiceNamed(recordTypes[type].fields.status.type.choices, said);
    if (!state)
      return refused('state', language, { name: said.slice(0, 60), type: typeName(type, language) });
    states.set(word.trim(), state);
  }
  const {
    from = guess.from,
    id = guess.id,
    url = guess.url,
    dates,
    timezone,
    folder,
    text: markup = guess.text,
  } = data;
  const sections = Object.entries(data.sections ?? {}).map(
    ([name, columns]) => [sectionNamed(name), columns] as const,
  );
  const values = Object.entries(data.values ?? {}).map(([name, table]) => {
    return [fieldNamed(name, type) ?? name, new Map(Object.entries(table))] as const;
  });
  const mapping: Mapping = {
    ...{ from, type, id, url, dates, timezone, folder, text: markup, language: data.language },
    fields: data.fields ? fields : guess.fields,
    sections: data.sections ? new Map(sections) : guess.sections,
    states: data.states ? states : guess.states,
    values: new Map(values),
  };
  return { ok: true, mapping };
}

function refused(
  id: keyof typeof texts,
  language: Language,
  args: { readonly [name: string]: string | number },
): MappingResult {
  return { ok: false, reason: fillIn(texts[id][language], args) };
}

function typeName(type: Mapping['type'], language: Language): string {
  if (language === 'en') return type;
  return type === 'change' ? 'un cambio' : 'una incidencia';
}

function fieldNamed(name: string, type: Mapping['type']): ImportedField | undefined {
  // An end is no field of a record: with the start it makes the duration.
  const ended = /^(?:schedule|programacion)\.(?:end|fin)$/.test(name) ? 'schedule.end' : undefined;
  const field = ended ?? canonicalField(name, recordTypes[type].fields);
  return importedFields.find((known) => known === field);
}

/** The canonical name of a section that a title names, else the title. */
export function sectionNamed(title: string): string {
  const known = [...changeSectionNames, 'review'].find((name) => name === title.toLowerCase());
  return known ?? sectionTitled(title)?.name ?? title;
}
