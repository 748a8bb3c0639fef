import fc from 'fast-check';

const anyCharacter = fc
  .nat(0x10f7ff)
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/** Texts of any characters. The library's own begins with a table of all of them, which takes some seconds. */
export function anyText(maxLength = 10): fc.Arbitrary<string> {
  return fc.string({ unit: anyCharacter, maxLength });
}
