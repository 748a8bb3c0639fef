import { type ConfigText, isTemplate } from '../config/configFiles';
import type { RuleSettings, WorkspaceConfig } from '../config/workspaceConfig';
import { sha256 } from '../model/text/sha256';
import { rules } from '../rules/registry';
import { inOrder } from './receiptStatement';

/** Digest of the files of a configuration: of each its path and the SHA-256 of its text, in the order of their paths. */
export function configurationDigest(texts: readonly ConfigText[]): string {
  const files = texts
    .filter(({ file }) => !isTemplate(file))
    .map(({ file, text }) => [file, sha256(text)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(JSON.stringify(files));
}

/** Digest of the rules as they are in force: of each its severity and options, and what is special about some files. */
export function rulesDigest({ rules: own, overrides, data }: WorkspaceConfig): string {
  const inForce = rules.map(({ id, severity, needsTeam, options }) => {
    const set = own.get(id);
    const usual = Object.entries(options).map(([name, option]) => [name, option.default]);
    const usually = needsTeam ? 'team' : severity;
    return [id, set?.severity ?? usually, { ...Object.fromEntries(usual), ...set?.options }];
  });
  const special = overrides.map(({ rules: some }: { readonly rules: RuleSettings }, at) => [
    data.overrides?.[at]?.files ?? [],
    [...some].map(([id, { severity = '', options }]) => [id, severity, options]),
  ]);
  return sha256(JSON.stringify(inOrder([inForce, special])));
}
