import { configFolder, configTypeOf, mailmapFile } from '../config/configFiles';
import { plainName } from '../model/text/plainName';
import type { Loosening } from './loosening';
import type { LooseningInput, TouchedRecord } from './looseningInput';
import { type PlacedLoosening, placeLoosening } from './placedLoosening';

/** Where many keys changed, the one to blame is not known. No more than these are reported. */
const mostKeys = 4;
/** Rules that ask who somebody is. */
const aboutPeople = /^(?:approval|performer|waiver)\//;

/**
 * Why a rule no longer finds something in a record: the loosenings that are known to concern that rule, else the keys
 * of the configuration that may be the cause, else the files that exclude the record.
 */
export function causesOf(
  rule: string,
  record: Pick<TouchedRecord, 'file' | 'customer' | 'excluded' | 'importedNow'>,
  explained: readonly PlacedLoosening[],
  changed: readonly PlacedLoosening[],
  { guarded, procedures }: Pick<LooseningInput, 'guarded' | 'procedures'>,
): PlacedLoosening[] {
  const known = explained.filter(({ rules, kind, file }) => {
    if (kind === 'imported-added' || record.importedNow)
      return kind === 'imported-added' && file === record.file;
    if (kind === 'environment-opened') return isOf(record.customer, file);
    return rules?.includes(rule) ?? true;
  });
  if (known.length > 0) return known;
  const away = record.excluded ? [...changed.filter(takesAway), ...hidingFiles(record.file, guarded)] : [];
  if (away.length > 0) return away;
  const keys = relevant(rule, record.customer, changed);
  if (keys.length > 0) return keys.slice(0, mostKeys);
  return procedures.slice(0, 1).map(({ file }) => placeLoosening(changedFile(file), []));
}

/** Whether a key says which files are the workspace's records. */
function takesAway({ about, file }: PlacedLoosening): boolean {
  return configTypeOf(file) === 'config' && (about === 'records' || about === 'nested');
}

function hidingFiles(record: string, guarded: LooseningInput['guarded']): PlacedLoosening[] {
  return guarded
    .filter(({ file }) => mayHide(file, record))
    .map(({ file }) => placeLoosening(changedFile(file), []));
}

/** The loosening that says only that a file changed. */
export function changedFile(file: string): Loosening {
  return { kind: 'file-changed', about: file, from: '', to: '', file, path: [], rules: undefined };
}

function isOf(customer: string | undefined, file: string): boolean {
  const key = new RegExp(`^\\${configFolder}/customers/(.*)\\.ya?ml$`).exec(file)?.[1];
  return key !== undefined && customer !== undefined && plainName(key) === plainName(customer);
}

/** The customer's own file is the likeliest cause. Other customers count only where nothing else changed. */
function relevant(
  rule: string,
  customer: string | undefined,
  changed: readonly PlacedLoosening[],
): readonly PlacedLoosening[] {
  const usual = changed.filter(({ file }) => file !== mailmapFile || aboutPeople.test(rule));
  // The effect of a rule's settings is known, and they have none on other rules.
  const likely = usual.filter(({ about }) => !/^rules(?:\.|$)/.test(about));
  const own = likely.filter(({ file }) => isOf(customer, file));
  const others = likely.filter(({ file }) => configTypeOf(file) !== 'customer');
  return [[...own, ...others], usual, changed].find((list) => list.length > 0) ?? [];
}

/** Whether a file may exclude another one: it stands in a folder above it. */
function mayHide(file: string, record: string): boolean {
  const inside = file.indexOf(`/${configFolder}/`);
  const folder = inside >= 0 ? file.slice(0, inside + 1) : file.slice(0, file.lastIndexOf('/') + 1);
  return record.startsWith(folder) && !file.endsWith('.gitattributes');
}
