import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import { logColumnChoice } from '../model/vocabulary/logFields';
import { choiceNamed } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

/**
 * Reports columns of a log that nobody knows, or that say nothing or two things.
 *
 * @param own names of the fields of the team's own
 */
export function checkLog(file: ConfigFile<'config'> | ConfigFile<'customer'>, own: readonly string[]): void {
  const names = Object.entries(logColumnChoice.choices).flatMap(([name, [es]]) => [name, es]);
  for (const [index, { column, heading, text }] of (file.data.log?.columns ?? []).entries()) {
    const path = ['log', 'columns', index];
    const range = locate(file.located, path)?.node.range ?? file.located.node.range;
    if (column === undefined) {
      if (!heading) report(file, 'logHeading', range);
      continue;
    }
    if (text !== undefined) report(file, 'logBoth', range);
    if (choiceNamed(logColumnChoice.choices, column) !== undefined || own.includes(column)) continue;
    const at = scalarAt(file, [...path, 'column'])?.range ?? range;
    const hint = hintArgs(nearestName(column, [...names, ...own]));
    report(file, 'logColumn', at, { value: column.slice(0, 60), ...hint });
  }
}
