/** A lone surrogate, which `encodeURIComponent` throws on. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Encodes any text as one part of a URI. It also encodes the characters that `encodeURIComponent` leaves alone. */
export function encodeUriPart(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogate, '\uFFFD')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
