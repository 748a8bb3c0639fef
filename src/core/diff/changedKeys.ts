import type { ConfigText } from '../config/configFiles';
import { configTypeOf } from '../config/configFiles';
import { readConfigFile } from '../config/readConfigFile';
import type { FieldPath } from '../model/parse/problem';
import { sameValue } from './listChanges';
import type { Loosening } from './loosening';
import { valueText } from './valueText';

type Data = { readonly [name: string]: unknown };

/**
 * Every key of a configuration that changed, whether it now asks for less or not. The mail map has no keys: of it,
 * only that it changed.
 */
export function changedKeys(before: readonly ConfigText[], after: readonly ConfigText[]): Loosening[] {
  const [old, now] = [textsByPart(before), textsByPart(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((part): Loosening[] => {
    const [was, is] = [old.get(part), now.get(part)];
    const file = (is ?? was)?.file ?? part;
    if (was?.text === is?.text) return [];
    const base = { rules: undefined, file };
    if (!configTypeOf(file))
      return [{ ...base, kind: 'file-changed', about: file, from: '', to: '', path: [] }];
    return differing(dataOf(was), dataOf(is)).map(({ path, from, to, values }) => {
      const kind = from === '' ? 'key-set' : to === '' ? 'key-removed' : 'key-changed';
      return { ...base, kind, about: path.join('.'), from, to, values, path };
    });
  });
}

/** Texts by their part of the configuration. The main file has two possible names. */
function textsByPart(texts: readonly ConfigText[]): Map<string, ConfigText> {
  return new Map(texts.map((one) => [configTypeOf(one.file) === 'config' ? 'config' : one.file, one]));
}

function dataOf(text: ConfigText | undefined): Data {
  if (!text) return {};
  return readConfigFile(configTypeOf(text.file) ?? 'config', text.file, text.text).data;
}

interface Difference {
  readonly path: FieldPath;
  readonly from: string;
  readonly to: string;
  readonly values: { readonly from: unknown; readonly to: unknown };
}

/** What differs between two mappings. Mappings at the top are compared key by key. */
function differing(before: Data, after: Data, above: FieldPath = []): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): Difference[] => {
    const [was, is] = [before[name], after[name]];
    if (sameValue(was, is)) return [];
    const path = [...above, name];
    if (isMapping(was) && isMapping(is) && above.length === 0) return differing(was, is, path);
    return [{ path, from: valueText(was), to: valueText(is), values: { from: was, to: is } }];
  });
}

function isMapping(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
