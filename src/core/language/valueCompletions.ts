import { configuredRoles, configuredStates } from '../config/workspaceConfig';
import type { Language } from '../model/text/localized';
import type { TextRange } from '../model/text/range';
import type { FieldType } from '../model/vocabulary/fieldType';
import type { Completion, ValueName } from './completion';
import type { FieldPlace } from './fieldAt';
import type { LanguageInput } from './languageInput';
import type { OutlineList, OutlineMap } from './outline';
import { asYaml, oneLine } from './plainText';
import { releaseNames } from './releaseNames';
import { durationNames, isTime, timeNames } from './timeNames';
import { plainNames, valueNames } from './valueNames';
import { outlinedType } from './yamlPart';

/** How a value is to be written where the cursor is. */
interface ValueStyle {
  readonly written: Language;
  readonly range: TextRange;
  /** The quote that stands there already. */
  readonly quote: string;
  /** The text that the cursor is in or behind. */
  readonly typed: string;
  /** What holds the value. */
  readonly holder: OutlineMap | OutlineList;
  /** What must stand before and behind it: a blank, a dash, brackets, or nothing. */
  readonly around: readonly [before: string, after: string];
  /** What the text itself has that the value may name. */
  readonly ofText: readonly ValueName[];
}

/** The values that may stand at a place. */
export function valueCompletions(
  place: FieldPlace,
  input: LanguageInput,
  root: OutlineMap,
  style: ValueStyle,
): Completion[] {
  const names = namesOf(place, input, root, style);
  return names.map((name, index) => valueCompletion(name, index, style));
}

function namesOf(
  place: FieldPlace,
  input: LanguageInput,
  root: OutlineMap,
  { written, typed, holder, ofText }: ValueStyle,
): ValueName[] {
  const { type, path } = place;
  if (isTime(type)) return timeNames(place, input, root, typed);
  if (type.kind === 'duration') return durationNames(path, input);
  if (type.kind === 'boolean' || type.values) {
    const values = type.values?.map(String) ?? ['true', 'false'];
    return values.map((value) => ({ value, kind: 'value', plain: true }));
  }
  const listed = choiceNames(type, written, input.language);
  const known = new Set(listed.map(({ value }) => value));
  const ofGit = input.kind === 'record' ? releaseNames(path, input, holder) : [];
  const more = [...configuredNames(type, input, root), ...ofGit, ...valueNames(path, input, root), ...ofText];
  return [...listed, ...more.filter(({ value }) => !known.has(value) && known.add(value))];
}

function choiceNames(type: FieldType, written: Language, language: Language): ValueName[] {
  return Object.entries(type.choices ?? {}).map(([name, [es, meaning]]) => {
    return { value: written === 'es' ? es : name, kind: 'value', detail: meaning[language] };
  });
}

/** What the configuration adds to the listed values. */
function configuredNames(type: FieldType, input: LanguageInput, root: OutlineMap): ValueName[] {
  const { config } = input;
  if (type.beside === 'configuredState')
    return plainNames(configuredStates(config, outlinedType(root) ?? 'change'));
  const roles = type.beside === 'configuredRole';
  return roles ? plainNames(configuredRoles(config)).filter(({ value }) => !isListed(type, value)) : [];
}

/** Whether a value is one of the listed ones under either of its names. */
function isListed({ choices = {} }: FieldType, value: string): boolean {
  return Object.hasOwn(choices, value) || Object.values(choices).some(([es]) => es === value);
}

function valueCompletion(name: ValueName, index: number, style: ValueStyle): Completion {
  const [before, after] = style.around;
  const written = name.plain ? name.value : asYaml(name.value, style.quote);
  const detail = oneLine(name.detail ?? '');
  return {
    label: oneLine(name.value),
    kind: name.kind,
    ...(detail === '' ? {} : { detail }),
    ...(name.documentation ? { documentation: name.documentation } : {}),
    insertText: before + written + after,
    snippet: false,
    filterText: style.quote + (name.typed ?? name.value),
    sortText: String(index).padStart(5, '0'),
    range: style.range,
    goesOn: false,
  };
}
