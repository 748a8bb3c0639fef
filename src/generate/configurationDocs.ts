import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table } from './markdown';

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

/** `docs/configuration.md`, with the settings of the editor as the manifest has them. */
export function configurationDocs(read: ReadProjectFile): GeneratedFile[] {
  const settings = settingsTable(read('package.json') ?? '{}', read('package.nls.json') ?? '{}');
  return [filledPage(read, 'configuration.md', 'package.json', { settings })];
}

/**
 * The settings of the editor, one row each.
 *
 * @param manifest text of package.json
 * @param strings text of package.nls.json, which has the sentences that the manifest names as `%key%`
 */
export function settingsTable(manifest: string, strings: string): string {
  const { contributes } = JSON.parse(manifest) as Manifest;
  const texts = JSON.parse(strings) as { readonly [key: string]: string };
  const groups = [contributes?.configuration ?? []].flat() as Configuration[];
  const rows = groups
    .flatMap(({ properties }) => Object.entries(properties ?? {}))
    .map(([id, setting]) => [
      code(id),
      code(JSON.stringify(setting.default ?? null)),
      textOf(setting, texts) + valuesOf(setting),
    ]);
  return table(['Setting', 'Default', 'What it does'], rows);
}

function textOf(setting: Setting, strings: { readonly [key: string]: string }): string {
  const text = setting.markdownDescription ?? setting.description ?? '';
  const key = /^%(.+)%$/.exec(text)?.[1];
  return key === undefined ? text : (strings[key] ?? text);
}

function valuesOf({ enum: values }: Setting): string {
  return values ? ` (${values.map((value) => code(String(value))).join(', ')})` : '';
}
