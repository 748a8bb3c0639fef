/**
 * Resolves a path written in a record against the record's own folder.
 *
 * @param file path of the record, relative to the workspace, with `/`
 * @returns the path relative to the workspace, or undefined where it is absolute, leads outside or into `.git`
 */
export function resolvePath(file: string, written: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (/[\\\0-\x1f]|^[A-Za-z]:|^\//.test(written)) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts[0]?.toLowerCase() === '.git' ? undefined : parts.join('/');
}

/** The last part of a path with `/`. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
