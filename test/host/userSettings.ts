import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type UserSettings = Readonly<Record<string, unknown>>;

/** Themes that every VS Code has. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrastDark: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export type ThemeName = keyof typeof themes;

/** The class that the workbench has while it wears a theme. */
export const themeClasses: { readonly [name in ThemeName]: string } = {
  light: 'vs',
  dark: 'vs-dark',
  highContrastDark: 'hc-black',
  highContrastLight: 'hc-light',
};

/** Nothing that moves, asks, advertises or calls out, so that pictures are clean and runs are alike. */
export const quietSettings: UserSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.reduceMotion': 'on',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.accounts.experimental.showEntitlements': false,
  'chat.commandCenter.enabled': false,
  'chat.agent.enabled': false,
  'chat.disableAIFeatures': true,
  // As on a desktop; the web saves by itself otherwise, and a test would change its workspace unasked.
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'window.commandCenter': true,
  'remote.autoForwardPorts': false,
  // Else each window lists all files that all processes of the machine have open, every other second.
  'remote.autoForwardPortsSource': 'output',
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  // A question would wait for an answer that no test gives.
  'git.promptToSaveFilesBeforeCommit': 'never',
  // Restricted mode shows its banner and status item, but no dialog that would cover the picture.
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
};

/**
 * Writes settings.json before VS Code starts; both the server and the desktop read it there. With `keep` a file that
 * is there already stays as it is.
 */
export async function writeUserSettings(
  userDataDir: string,
  extra: UserSettings = {},
  existing: 'replace' | 'keep' = 'replace',
): Promise<void> {
  const file = path.join(userDataDir, 'User', 'settings.json');
  if (existing === 'keep' && existsSync(file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...quietSettings, ...extra }, null, 2)}\n`);
}

/** The setting of a theme, for `writeUserSettings`. */
export function themeSettings(theme: ThemeName): UserSettings {
  return { 'workbench.colorTheme': themes[theme], 'window.autoDetectColorScheme': false };
}
