import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table } from './markdown';

const start = '<!-- settings:start -->';
const end = '<!-- settings:end -->';

/** What the manifest says of one setting. */
interface Setting {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Configuration {
  readonly properties?: { readonly [id: string]: Setting };
}

interface Manifest {
  readonly contributes?: { readonly configuration?: Configuration | readonly Configuration[] };
}

/** The README with the table of settings between its two marks; nothing where there are no marks or settings. */
export function readmeSettings(read: ReadProjectFile): GeneratedFile[] {
  const readme = read('README.md');
  const settings = settingsOf(read('package.json'));
  const from = readme?.indexOf(start) ?? -1;
  const to = readme?.indexOf(end) ?? -1;
  if (readme === undefined || settings.length === 0 || from < 0 || to < from) return [];
  const strings = JSON.parse(read('package.nls.json') ?? '{}') as { readonly [key: string]: string };
  const rows = settings.map(([id, setting]) => [
    code(id),
    code(JSON.stringify(setting.default ?? null)),
    textOf(setting, strings) + valuesOf(setting),
  ]);
  const block = `${start}\n${table(['Setting', 'Default', 'What it does'], rows)}\n`;
  return [{ path: 'README.md', content: readme.slice(0, from) + block + readme.slice(to) }];
}

function settingsOf(manifest: string | undefined): [string, Setting][] {
  const { contributes } = JSON.parse(manifest ?? '{}') as Manifest;
  const groups = [contributes?.configuration ?? []].flat() as Configuration[];
  return groups.flatMap(({ properties }) => Object.entries(properties ?? {}));
}

/** A setting's sentence: `%key%` stands for a text in package.nls.json. */
function textOf(setting: Setting, strings: { readonly [key: string]: string }): string {
  const text = setting.markdownDescription ?? setting.description ?? '';
  const key = /^%(.+)%$/.exec(text)?.[1];
  return key === undefined ? text : (strings[key] ?? text);
}

function valuesOf({ enum: values }: Setting): string {
  return values ? ` (${values.map((value) => code(String(value))).join(', ')})` : '';
}
