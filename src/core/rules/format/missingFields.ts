import { given } from '../../findings/places';
import type { Report } from '../../findings/report';
import { cameClosed } from '../../index/cameClosed';
import { type Located, locate } from '../../model/parse/located';
import { previousEntry } from '../../model/parse/previousEntry';
import { type FieldPath, type ProblemCode, yamlTypoCodes } from '../../model/parse/problem';
import type { ParsedRecord } from '../../model/parse/record';
import { entryRange, isNothing, type YamlMap } from '../../model/parse/yamlTree';
import { lineBreakOf, type TextEdit } from '../../model/text/edit';
import { type TextRange, textRange } from '../../model/text/range';
import type { Field, FieldTable } from '../../model/vocabulary/fieldType';
import { fieldsByName, keyIn, recordTypes } from '../../model/vocabulary/vocabulary';
import { hasReached } from '../../workflow/stages';
import { stageOfRecord } from '../recordStage';
import type { RuleContext } from '../rule';

const alwaysNeeded: readonly FieldPath[] = [['id'], ['type']];
const durationPath: FieldPath = ['schedule', 'duration'];
const instead: readonly FieldPath[] = [
  ['schedule', 'end'],
  ['schedule', 'phases'],
];
const neededForRelease: readonly FieldPath[] = [
  ['change_type'],
  ['schedule', 'start'],
  durationPath,
  ['environments'],
  ['performed_by'],
];
const neededWithCustomers: readonly FieldPath[] = [['deployment_type'], ['customer']];

/** Reports each field that a record needs at its stage and does not have, with the edit that adds its key. */
export function missingFields(record: ParsedRecord, context: RuleContext): Report[] {
  const reports: Report[] = [];
  // Where the front matter could not be read at all, that is the one thing to say.
  if (record.problems.some((problem) => unreadable.has(problem.code))) return reports;
  const stage = stageOfRecord(record, context.config);
  const late = record.type === 'change' && hasReached(stage, 'to_be_released') && !cameClosed(record, stage);
  const needed = [...alwaysNeeded, ...(late ? neededForRelease : [])];
  if (late && context.config.customers.size > 0) needed.push(...neededWithCustomers);
  for (const path of needed) {
    // A window has an end or phases instead of a duration.
    if (path === durationPath && instead.some((other) => given(record, other))) continue;
    const place = locate(record.located, path);
    if (place ? !isNothing(place.node) : isMisnamed(record, path) || !hasRoom(record, path)) continue;
    const since = alwaysNeeded.includes(path) ? noReason : lateReason;
    reports.push(
      place ? emptyReport(record, place, path, since) : missingReport(record, context, path, since),
    );
  }
  return reports;
}

/** Whether a key stands there that nearly has the field's name, or that of what holds it; that is reported already. */
function isMisnamed({ problems, type }: ParsedRecord, path: FieldPath): boolean {
  return path.some((name, depth) => {
    const above = path.slice(0, depth);
    const names = fieldsByName(tableAt(recordTypes[type].fields, above));
    return problems.some(({ code, args, path: place = [] }) => {
      const meant = code === 'unknownField' ? names.get(String(args?.nearest))?.name : undefined;
      return meant === name && place.length === depth && above.every((part, at) => part === place[at]);
    });
  });
}

function tableAt(fields: FieldTable, path: FieldPath): FieldTable {
  return path.reduce<FieldTable>((table, name) => table[name]?.type.fields ?? {}, fields);
}

/** Whether what holds a field can hold it: something else in its place is reported already. */
function hasRoom({ located }: ParsedRecord, path: FieldPath): boolean {
  const holder = path.length > 1 ? locate(located, path.slice(0, -1))?.node : undefined;
  return !holder || holder.kind === 'map' || isNothing(holder);
}

const unreadable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'yaml',
  ...yamlTypoCodes,
  'conflict',
  'otherLanguage',
  'tooLarge',
  'tooDeep',
  'tooMany',
  'notMapping',
  'none',
]);
const noReason = { 'since.en': '', 'since.es': '' };
const lateReason = {
  'since.en': ', which a change needs from “to_be_released” on',
  'since.es': ', que un cambio necesita desde «por_desplegar»',
};

function emptyReport(
  { located }: ParsedRecord,
  place: Located,
  path: FieldPath,
  since: typeof noReason,
): Report {
  const range = place.keyRange ?? place.node.range;
  const holder = path.length > 1 ? locate(located, path.slice(0, -1))?.key : undefined;
  const key = [holder, place.key].filter(Boolean).join('.');
  return { message: 'empty', range, args: { key, ...since } };
}

function missingReport(
  record: ParsedRecord,
  context: RuleContext,
  path: FieldPath,
  since: typeof noReason,
): Report {
  const [name = '', part] = path.map(String);
  const table: FieldTable = recordTypes[record.type].fields;
  const holder = part === undefined ? undefined : locate(record.located, [name]);
  const inner = holder?.node.kind === 'map' ? holder.type.fields : undefined;
  const row = inner && part !== undefined ? inner[part] : table[name];
  const key = row ? keyIn(record.language, part && inner ? part : name, row) : name;
  const nested = part !== undefined && row?.type.fields?.[part];
  const withPart = nested ? `${key}.${keyIn(record.language, part, nested)}` : key;
  const shown = inner && part !== undefined ? `${holder?.key ?? name}.${key}` : withPart;
  const map = inner && holder?.node.kind === 'map' ? holder.node : rootOf(record);
  const order = inner ?? table;
  const before = previousEntry(map, order, part && inner ? part : name);
  const range = before?.keyRange ?? (map.flow || inner ? (holder?.keyRange ?? map.range) : record.fence);
  const value = nested ? nestedKeys(record, row) : newValue(record, context, name);
  const args = { key: shown, ...since };
  const edit = insertion(record, map, before ? entryRange(before) : undefined, `${key}:${value}`);
  return {
    message: 'missing',
    range,
    args,
    fixes: edit ? [{ title: 'add', args: { key }, edits: [edit] }] : [],
  };
}

function rootOf(record: ParsedRecord): YamlMap {
  const node = record.located.node;
  return node.kind === 'map' ? node : { kind: 'map', range: record.content, flow: false, entries: [] };
}

function nestedKeys(record: ParsedRecord, row: Field): string {
  const parts = Object.entries(row.type.fields ?? {}).slice(0, 2);
  const lineBreak = lineBreakOf(record.lines.text);
  return parts.map(([name, part]) => `${lineBreak}  ${keyIn(record.language, name, part)}:`).join('');
}

/** What can be known of a new value: an id from the file's name, a type from the id. Else it is left empty. */
function newValue(record: ParsedRecord, context: RuleContext, name: string): string {
  const fileName = context.file.slice(context.file.lastIndexOf('/') + 1);
  const prefix = /^(PROC|CHG|TKT)-[A-Z0-9][A-Z0-9.-]*/.exec(record.data.id ?? fileName);
  if (name === 'id' && prefix) return ` ${prefix[0].replace(/[.-]+$/, '')}`;
  if (name !== 'type' || !prefix) return '';
  const type = Object.entries(recordTypes).find(([, row]) => row.prefix === prefix[1])?.[0];
  return type ? ` ${type}` : '';
}

function insertion(
  record: ParsedRecord,
  map: YamlMap,
  after: TextRange | undefined,
  line: string,
): TextEdit | undefined {
  const { lines } = record;
  if (map.flow) {
    if (after) return { range: textRange(after.end), text: `, ${line} ` };
    return {
      range: textRange(map.range.start + 1),
      text: map.entries.length > 0 ? ` ${line} ,` : ` ${line} `,
    };
  }
  if (record.content.end === 0) return undefined;
  const lineBreak = lineBreakOf(lines.text);
  const first = map.entries[0];
  const indent = first ? lines.positionAt(first.keyRange.start).column : 0;
  // Block scalars end with their line break; the new key goes below the last line that holds something.
  const last = after
    ? lines.lineAt(Math.max(after.start, after.end - 1))
    : lines.lineAt(record.content.start) - 1;
  return { range: textRange(lines.startOf(last + 1)), text: `${' '.repeat(indent)}${line}${lineBreak}` };
}
