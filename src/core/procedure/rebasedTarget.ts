/**
 * A relative link target, rewritten for another file so that it leads to the same place.
 *
 * @param target as written, without angle brackets, with its query and fragment
 * @param from path of the file that it is written in, relative to the workspace, with `/`
 * @param to path of the file that it is to be written in
 */
export function rebasedTarget(target: string, from: string, to: string): string {
  const tail = target.search(/[?#]/);
  const path = tail < 0 ? target : target.slice(0, tail);
  const [folder, old] = [foldersOf(to), foldersOf(from)];
  if (path === '' || old.join('/') === folder.join('/')) return target;
  const wanted = resolved([...old, ...path.split('/')]);
  let shared = 0;
  while (shared < folder.length && folder[shared] === wanted[shared]) shared++;
  const up = folder.slice(shared).map(() => '..');
  // A folder keeps the slash at its end.
  const end = /(?:^|\/)$/.test(path) ? '/' : '';
  const moved = [...up, ...wanted.slice(shared)].join('/') || '.';
  return `${moved}${end}${tail < 0 ? '' : target.slice(tail)}`;
}

/** The folders of a path, as a link names them. */
function foldersOf(file: string): string[] {
  return file.split('/').slice(0, -1).map(encodedName);
}

/** A file name as part of a link, with the characters encoded that would end the link or begin a query. */
export function encodedName(name: string): string {
  return name.replace(/[\s%()<>"'#?\\&]/g, (sign) =>
    sign > '~'
      ? encodeURIComponent(sign)
      : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Resolves `.` and `..`; a `..` that leads above the workspace stays. */
function resolved(parts: readonly string[]): string[] {
  const left: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part === '..' && left.length > 0 && left.at(-1) !== '..') left.pop();
    else left.push(part);
  }
  return left;
}
