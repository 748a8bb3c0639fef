/** Half of a character: nothing can encode it. */
const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as one part of an address, which can neither end it nor begin another one. Any text can be written so. */
export function encodeUriPart(text: string): string {
  return encodeURIComponent(text.replace(half, '\uFFFD')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
