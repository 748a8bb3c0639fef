/** Where a text stops being JSON: the offset, and whether it merely ends too early. */
export interface JsonFault {
  readonly at: number;
  readonly isCut: boolean;
}

/**
 * The JSON documents of a text, one behind the other as several calls of `gh api` print them into one file. Only objects
 * and lists stand at the top.
 */
export function jsonDocuments(text: string): readonly unknown[] | JsonFault {
  const documents: unknown[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (at >= text.length) return documents;
    const end = endOf(text, at);
    if (typeof end === 'object') return end;
    try {
      documents.push(JSON.parse(text.slice(at, end)));
    } catch {
      return { at, isCut: false };
    }
    at = end;
  }
}

/** Where the object or list ends that begins at an offset. */
function endOf(text: string, start: number): number | JsonFault {
  if (!/[[{]/.test(text[start] ?? '')) return { at: start, isCut: false };
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === backslash) at++;
      else if (char === quote) inText = false;
    } else if (char === quote) inText = true;
    else if (char === openBrace || char === openBracket) depth++;
    else if ((char === closeBrace || char === closeBracket) && --depth === 0) return at + 1;
  }
  return { at: text.length, isCut: true };
}

const [quote, backslash] = [0x22, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
