import { baseName } from '../model/text/paths';
import { plainName } from '../model/text/plainName';

/** A customer's key: the name of its file. */
export function customerKey(file: string): string {
  return plainName(baseName(file).replace(/\.ya?ml$/, ''));
}
