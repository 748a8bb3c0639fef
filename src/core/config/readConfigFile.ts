import type { Finding } from '../findings/finding';
import { withRename } from '../findings/problemReports';
import type { Located } from '../model/parse/located';
import { locate } from '../model/parse/located';
import { hintArgs, sameLooseName } from '../model/parse/nearest';
import { type FieldPath, type Problem, rejectedValueCodes, withConflicts } from '../model/parse/problem';
import { readFields } from '../model/parse/readFields';
import { readYaml } from '../model/parse/readYaml';
import { configLimits } from '../model/parse/yamlLimits';
import type { YamlMap } from '../model/parse/yamlTree';
import type { ConfigDataOf } from '../model/schema/recordData';
import { conflictMarkers, withoutConflictMarkers } from '../model/text/conflictMarkers';
import { LineMap } from '../model/text/lineMap';
import type { MessageArgs } from '../model/text/localized';
import { type TextRange, textRange } from '../model/text/range';
import { readDate, zoneExists } from '../model/time/dateTime';
import { type ConfigType, configTypes } from '../model/vocabulary/vocabulary';

/** One file under `.changebook/` as it was read. */
export interface ConfigFile<T extends ConfigType> {
  readonly type: T;
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly lines: LineMap;
  readonly data: ConfigDataOf<T>;
  readonly located: Located;
  /** Paths of the values that could not be read. */
  readonly broken: readonly FieldPath[];
  /** Findings of this file. assembleConfig adds those that need the whole configuration. */
  readonly findings: Finding[];
}

/** Reads one configuration file. What is wrong is reported as a finding and left out of the data. */
export function readConfigFile<T extends ConfigType>(type: T, file: string, text: string): ConfigFile<T> {
  const lines = new LineMap(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const conflicts = conflictMarkers(text);
  const yaml = readYaml(withoutConflictMarkers(text, conflicts).slice(start), start, configLimits);
  const whole = textRange(start, text.length);
  const empty: YamlMap = { kind: 'map', range: whole, flow: false, entries: [] };
  const root = yaml.root?.kind === 'map' ? yaml.root : empty;
  const { fields, schema } = configTypes[type];
  const read = readFields(root, fields, schema);
  // A number in a comment is harmless in a configuration.
  const yamlProblems = yaml.problems.filter(({ code }) => code !== 'lostNumber');
  const problems: Problem[] = withConflicts([...yamlProblems, ...read.problems], conflicts);
  if (yaml.root && yaml.root.kind !== 'map') problems.push({ code: 'notMapping', range: yaml.root.range });
  // `schema` and `fields` belong to the same type of file, which TypeScript cannot follow.
  const data = read.data as ConfigDataOf<T>;
  const broken = read.problems.flatMap(({ code, path }) =>
    path && rejectedValueCodes.has(code) ? [path] : [],
  );
  const result: ConfigFile<T> = { type, file, lines, data, located: read.located, broken, findings: [] };
  for (const problem of problems) {
    const { message, range, args, fixes } = withRename(problem);
    const placed = fixes?.map(({ edits, certain = false, ...fix }) => ({
      ...fix,
      certain,
      edits: edits.map((edit) => ({ ...edit, range: lines.rangeAt(edit.range) })),
    }));
    report(result, message, range, args, placed);
  }
  checkDays(result, result.located, []);
  checkZone(result);
  return result;
}

/** Adds a finding to a configuration file, in any order. */
export function report(
  target: ConfigFile<ConfigType>,
  message: string,
  range: TextRange,
  args: MessageArgs = {},
  fixes?: Finding['fixes'],
  rule = 'config/invalid',
): void {
  const place = target.lines.rangeAt(range);
  const severity = message === 'maybeList' ? 'warning' : 'error';
  const finding: Finding = { rule, severity, message, args, range: place };
  target.findings.push(fixes ? { ...finding, fixes } : finding);
}

/** The text at a path and its range; undefined where there is none. */
export function scalarAt(
  target: ConfigFile<ConfigType>,
  path: FieldPath,
): { value: string; range: TextRange } | undefined {
  const node = locate(target.located, path)?.node;
  return node?.kind === 'scalar' && node.value !== '' ? { value: node.value, range: node.range } : undefined;
}

/** Reports days that do not exist, and ranges that end before they begin. */
function checkDays(target: ConfigFile<ConfigType>, place: Located, path: FieldPath): void {
  const { node } = place;
  if (place.type.kind === 'date' && node.kind === 'scalar' && node.value !== '' && readDate(node.value)) {
    report(target, 'day', node.range, { value: node.value.slice(0, 60) });
  }
  const [from, to] = [place.fields?.from, place.fields?.to];
  if (from?.type.kind === 'date' && from.node.kind === 'scalar' && to?.node.kind === 'scalar') {
    // Days are written year first, so comparing their texts is enough.
    if (!readDate(from.node.value) && !readDate(to.node.value) && to.node.value < from.node.value) {
      report(target, 'order', to.node.range, { value: to.node.value, from: from.node.value });
    }
  }
  for (const [name, child] of Object.entries(place.fields ?? {})) checkDays(target, child, [...path, name]);
  place.items?.forEach((child, index) => {
    checkDays(target, child, [...path, index]);
  });
}

function checkZone(target: ConfigFile<ConfigType>): void {
  const zone = scalarAt(target, ['timezone']);
  if (!zone || zoneExists(zone.value)) return;
  const hint = hintArgs(sameLooseName(zone.value, Intl.supportedValuesOf('timeZone')));
  report(target, 'zone', zone.range, { value: zone.value.slice(0, 60), ...hint });
  delete target.data.timezone;
}
