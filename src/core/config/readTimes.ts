import type { ConfigPlace } from '../calendar/configPlace';
import type { Timed } from '../calendar/when';
import { locate } from '../model/parse/located';
import type { FieldPath } from '../model/parse/problem';
import { plainName } from '../model/text/plainName';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report } from './readConfigFile';
import { hasBroken, hasBrokenWhen, readWhen, saysWhen, type WrittenWhen } from './readWhen';

/** Finds the key of a customer that the configuration names by key or by name. */
export type KeyOf = (written: string) => string | undefined;

/** What the configuration says when it is, and for whom. */
interface WrittenTime extends WrittenWhen {
  readonly customers?: readonly string[] | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly hard?: boolean | undefined;
}

/** One time with what is written of it. */
interface ReadTime<T> {
  readonly timed: Timed;
  readonly written: T;
  readonly path: FieldPath;
}

/**
 * Reads a list of times. Those that cannot be read are reported and left out.
 *
 * @param path of the list
 * @param needsWhen whether one that does not say when it is counts for no time, rather than for all
 */
export function readTimes<T extends WrittenTime>(
  file: ConfigFile<ConfigType>,
  path: FieldPath,
  list: readonly T[],
  keyOf: KeyOf,
  needsWhen = false,
): ReadTime<T>[] {
  return list.flatMap((written, index) => {
    const own = [...path, index];
    const { customers, environments, hard } = written;
    if (hasBrokenWhen(file, own)) return [];
    // Without its list of customers or environments it would hold for all of them.
    if (['customers', 'environments'].some((key) => hasBroken(file, [...own, key]))) return [];
    if (needsWhen && !saysWhen(written)) {
      reportNoWhen(file, own);
      return [];
    }
    const when = readWhen(file, own, written);
    if (!when) return [];
    const timed: Timed = {
      when,
      ...(customers ? { customers: new Set(customers.map((name) => keyOf(name) ?? plainName(name))) } : {}),
      ...(environments ? { environments: new Map(environments.map((name) => [plainName(name), name])) } : {}),
      ...(hard === undefined ? {} : { hard }),
      at: placeAt(file, own),
    };
    return [{ timed, written, path: own }];
  });
}

/** Reports what does not say when it is, unless a misspelt key explains it. */
function reportNoWhen(file: ConfigFile<ConfigType>, path: FieldPath): void {
  const { node, fields = {} } = locate(file.located, path) ?? file.located;
  if (node.kind === 'map' && node.entries.length > Object.keys(fields).length) return;
  report(file, 'noWhen', node.range);
}

/** The place of a value of the configuration. */
export function placeAt(target: ConfigFile<ConfigType>, path: FieldPath): ConfigPlace {
  const { node } = locate(target.located, path) ?? target.located;
  return { file: target.file, range: target.lines.rangeAt(node.range) };
}
