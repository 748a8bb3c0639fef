import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../model/parse/yamlTree';
import { changeFields } from '../model/vocabulary/changeFields';
import { testFields, ticketReferenceFields } from '../model/vocabulary/changeParts';
import { changeTypeChoice } from '../model/vocabulary/choices';
import { waiverFields } from '../model/vocabulary/commonFields';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { procedureFields, standardFields } from '../model/vocabulary/procedureFields';
import { choiceNamed, fieldsByName } from '../model/vocabulary/vocabulary';

/** Fields that change while a change is carried out, so that approvals do not cover them. */
const fieldsNotApproved = new Set([
  'status',
  'actual',
  'approvals',
  'agreement',
  'notifications',
  'hold',
  'outcome',
  'cab',
]);
const testProgress = new Set(['passed', 'total', 'run']);
const ticketProgress = new Set(['status']);

/** Rules that apply only at the end of a change: they are waived long after it was approved. */
export const closingRules: ReadonlySet<string> = new Set([
  'rollback/required',
  'tests/results',
  'notify/end',
  'notify/rollback',
  'notify/qa-results',
  'notify/closing',
  'closure/outcome',
  'closure/justification',
  'closure/review',
]);

/**
 * The entries and items of a change's front matter that its approvals do not cover.
 *
 * @param unjustified whether the justification of an emergency is none of what they cover either
 */
export function partsNotApproved(root: YamlMap, unjustified = false): Set<YamlEntry | YamlNode> {
  const left = new Set<YamlEntry | YamlNode>();
  const names = fieldsByName(changeFields);
  for (const entry of root.entries) {
    const name = names.get(entry.key)?.name;
    const { value } = entry;
    if (name === undefined) continue;
    if (fieldsNotApproved.has(name)) left.add(entry);
    else if (name === 'justification') {
      // An empty one is as good as none: it is written afterwards.
      if ((unjustified || isEmpty(value)) && isEmergency(root)) left.add(entry);
    } else if (name === 'tests' && value.kind === 'map')
      leaveOut(left, entry, value.entries, progressIn(value, testFields, testProgress));
    else if (name === 'tickets' && value.kind === 'list') {
      for (const item of value.items)
        if (item.kind === 'map')
          for (const figure of progressIn(item, ticketReferenceFields, ticketProgress)) left.add(figure);
    } else if (name === 'waivers' && value.kind === 'list')
      leaveOut(left, entry, value.items, value.items.filter(waivesClosingRule));
  }
  return left;
}

/** The entries of a procedure's front matter that its approvals do not cover: these approvals. */
export function standardApprovals(root: YamlMap): Set<YamlEntry | YamlNode> {
  const standard = root.entries.filter((entry) => nameIn(procedureFields, entry) === 'standard');
  return new Set(
    standard.flatMap(({ value }) =>
      value.kind === 'map'
        ? value.entries.filter((entry) => nameIn(standardFields, entry) === 'approvals')
        : [],
    ),
  );
}

/** Whether a change is an emergency, whose justification may be written after it was approved. */
function isEmergency(root: YamlMap): boolean {
  const types = root.entries.filter((entry) => nameIn(changeFields, entry) === 'change_type');
  const [{ value } = { value: undefined }] = types;
  const { choices } = changeTypeChoice;
  return types.length === 1 && value?.kind === 'scalar' && choiceNamed(choices, value.value) === 'emergency';
}

function isEmpty(value: YamlNode): boolean {
  return isNothing(value) || (value.kind === 'scalar' && value.value.trim() === '');
}

/** Leaves out parts of a field, and the field itself where none of its parts remain. */
function leaveOut(
  left: Set<YamlEntry | YamlNode>,
  entry: YamlEntry,
  all: readonly unknown[],
  parts: readonly (YamlEntry | YamlNode)[],
): void {
  for (const part of parts) left.add(part);
  if (parts.length > 0 && parts.length === all.length) left.add(entry);
}

function progressIn(map: YamlMap, table: FieldTable, figures: ReadonlySet<string>): YamlEntry[] {
  return map.entries.filter((entry) => figures.has(nameIn(table, entry) ?? ''));
}

function waivesClosingRule(item: YamlNode): boolean {
  if (item.kind !== 'map') return false;
  const rules = item.entries.filter((entry) => nameIn(waiverFields, entry) === 'rule');
  const [{ value } = { value: undefined }] = rules;
  return rules.length === 1 && value?.kind === 'scalar' && closingRules.has(value.value);
}

function nameIn(table: FieldTable, entry: YamlEntry): string | undefined {
  return fieldsByName(table).get(entry.key)?.name;
}
