/** The version at the end of a tag, without a `v`, and what stands before it: the name of a product, or nothing. */
export function tagParts(tag: string): { readonly product: string; readonly version: string | undefined } {
  const found = /^(?:(.*?)[@/_-])?v?(\d+(?:\.\d+)*(?:[-+.~][\w.+~-]*)?)$/i.exec(tag.slice(0, 200));
  const version = found?.[2];
  return version === undefined ? { product: tag, version } : { product: found?.[1] ?? '', version };
}
