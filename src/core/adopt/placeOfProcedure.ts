import { globTest } from '../config/globs';
import { newRecordPath } from '../create/newRecordPath';
import { fileLink } from '../model/parse/readLinks';
import type { TextEdit } from '../model/text/edit';
import { resolvePath } from '../model/text/paths';
import { rebasedTarget } from '../procedure/rebasedTarget';
import { htmlTargets } from '../procedure/writtenTargets';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { ReadSource } from './readSource';

/** The file of a new procedure: among the others, else in a folder for them unless the configuration leaves that out. */
export function placeOf(id: string, { index, config }: WorkspaceCheckInput): string {
  const file = newRecordPath('procedure', id, '', { index, config });
  const own = `procedures/${file}`;
  const { records } = config.data;
  return file.includes('/') || (records && !globTest(records)(own)) ? file : own;
}

/** The edits by which a text's relative links lead to the same files from another place. Broken ones stay as they are. */
export function linkEdits(
  {
    file,
    lines,
    body,
    foreign,
  }: Pick<ReadSource, 'file' | 'lines' | 'body'> & {
    readonly foreign: { readonly bodyStart: number };
  },
  to: string,
  { files }: Pick<WorkspaceCheckInput, 'files'>,
): TextEdit[] {
  const inHtml = htmlTargets(lines, foreign.bodyStart).flatMap(
    ({ start, end }) => fileLink(lines.text.slice(start, end), start, end) ?? [],
  );
  return [...body.links, ...inHtml].flatMap(({ range, path }) => {
    const place = path === '' ? undefined : resolvePath(file, path);
    if (place === undefined || files.exists(place) === false) return [];
    const written = lines.text.slice(range.start, range.end);
    const [open, close] = written.startsWith('<') ? ['<', '>'] : ['', ''];
    const target = open ? written.slice(1, -1) : written;
    const text = `${open}${rebasedTarget(target, file, to)}${close}`;
    return text === written ? [] : [{ range, text }];
  });
}
