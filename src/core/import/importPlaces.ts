import { globTest } from '../config/globs';
import { newRecordPath, slugOfTitle } from '../create/newRecordPath';
import { nextId } from '../create/nextId';
import type { Language } from '../model/text/localized';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { Mapping } from './mapping';

const folders = {
  change: { en: 'changes', es: 'cambios' },
  ticket: { en: 'tickets', es: 'incidencias' },
} as const;

/** The folder in which imported records of a type go, with `{year}` for the year of each. */
export function importFolder(
  type: Mapping['type'],
  language: Language,
  { index, config }: Pick<WorkspaceCheckInput, 'index' | 'config'>,
): string {
  const path = newRecordPath(type, 'X', '', { index, config });
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (/(?:^|\/)\d{4}$/.test(folder)) return `${folder.slice(0, -4)}{year}`;
  const isThere = [...index.all()].some(
    ({ file, summary }) => summary.type === type && file.startsWith(`${folder}/`),
  );
  if (isThere && folder !== '') return folder;
  const fresh = `${folder === '' ? folders[type][language] : folder}/{year}`;
  const { records } = config.data;
  return !records || globTest(records)(`${fresh.replace('{year}', '2026')}/X.md`) ? fresh : folder;
}

/** Whether a folder of a mapping is one of the workspace, written as folders are written there. */
export function isPlainFolder(folder: string): boolean {
  const parts = folder.split('/');
  return (
    parts.every((part) => part !== '' && part !== '..' && !/^[.-]|[\\:*?"<>|\p{Cc}]/u.test(part)) ||
    folder === '.'
  );
}

/** Gives each imported record the next free id of its year, and the path that belongs to it. */
export class ImportPlaces {
  private readonly last = new Map<string, string>();

  constructor(private readonly input: Pick<WorkspaceCheckInput, 'index' | 'config'>) {}

  /** The next id; undefined where the team's pattern allows none. */
  next(type: Mapping['type'], year: number): string | undefined {
    const { index, config } = this.input;
    const key = `${type} ${year}`;
    const before = this.last.get(key);
    const id = before === undefined ? nextId(index, config.idPattern, year, type) : after(before);
    if (id === undefined || !config.idPattern.test(id)) return undefined;
    this.last.set(key, id);
    return id;
  }

  /** Where a record with an id and a title goes. */
  file(folder: string, id: string, title: string, year: number): string {
    const slug = slugOfTitle(title);
    const name = slug === '' ? `${id}.md` : `${id}-${slug}.md`;
    const inside = folder.replaceAll('{year}', String(year));
    return inside === '' || inside === '.' ? name : `${inside}/${name}`;
  }
}

function after(id: string): string {
  const [, start = '', digits = '0'] = /^(.*?)(\d+)$/.exec(id) ?? [];
  return start + String(Number(digits) + 1).padStart(digits.length, '0');
}
