/**
 * The value of a JSON text, or several of them one after the other, as command lines print pages.
 *
 * @returns undefined where the text is no JSON, was cut short, or has something else between its values
 */
export function jsonValues(text: string): unknown[] | undefined {
  try {
    return [JSON.parse(text)];
  } catch {
    return valuesInRow(text);
  }
}

function valuesInRow(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  let [depth, start, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (depth === 0 && sign !== '{' && sign !== '[') {
      if (sign.trim() !== '') return undefined;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      if (depth++ === 0) start = at;
    } else if ((sign === '}' || sign === ']') && --depth === 0) {
      try {
        values.push(JSON.parse(text.slice(start, at + 1)));
      } catch {
        return undefined;
      }
    }
  }
  return depth === 0 && values.length > 0 ? values : undefined;
}
