import { fillIn } from '../core/model/text/localized';

/** Fills in a sentence of the editor's bundles that a number chooses words of: `{0} {0|commit|commits}`. */
export function withPlurals(text: string, ...args: readonly (string | number)[]): string {
  return fillIn(text, Object.fromEntries(args.entries()));
}
