import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** The texts of all files of some folders of the project; a fixture holds several, each behind a line with its path. */
export function textsIn(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((name) => {
    const folder = join(__dirname, '../../..', name);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      ending.test(file),
    );
    return files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^=== .*\n/m));
  });
}

/** Texts that differ from given ones by up to three pieces, each put in somewhere or put in the place of a few characters. */
export function nearTexts(texts: readonly string[], pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 2, 5), pieces, fc.boolean());
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, all]) =>
      all.reduce((changed, [place, left, piece, atLine]) => {
        const near = place % (changed.length + 1);
        const at = atLine ? changed.lastIndexOf('\n', near) + 1 : near;
        return changed.slice(0, at) + piece + changed.slice(at + left);
      }, text),
    );
}
