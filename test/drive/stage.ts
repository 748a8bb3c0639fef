import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyExample } from '../host/exampleCopy';
import { openSession, type Session } from '../host/session';
import { type ThemeName, themeClasses, themeSettings } from '../host/userSettings';
import { patience, waitFor } from '../host/waitFor';
import { primaryKey, runCommandByTitle } from '../host/workbench';
import type { Scene } from './drive';

const project = path.resolve(__dirname, '../..');
/** The moment around which the example's dates lie, so that pictures are always the same. */
const now = Date.UTC(2026, 10, 16, 8);

/** An editor with a workspace of its own, as long as scenes are played in it. */
export interface Stage {
  readonly session: Session;
  readonly workspace: string;
  leave(): Promise<void>;
}

/** Opens an editor for a scene. */
export async function stageFor(scene: Scene, extensionPath: string): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-drive-'));
  const example = path.join(folder, 'example');
  await copyExample(path.join(project, 'examples'), example, scene.aroundToday ? Date.now() : now);
  const workspace = (await scene.prepare?.(example)) ?? example;
  const options = { release: 'newest', workspace, extension: { extensionPath }, ...scene.options } as const;
  const session = await openSession(options);
  const leave = async (): Promise<void> => {
    await session.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { session, workspace, leave };
}

/** Makes of a window that a scene was played in one that the next begins with. */
export async function tidy({ session, workspace }: Stage, { options }: Scene): Promise<void> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' });
  const { page } = session;
  const unsaved = page.locator('.tab.dirty');
  // Closing would ask about it.
  await waitFor('all to be saved', async () => {
    if ((await unsaved.count()) === 0) return true;
    await unsaved.first().click({ timeout: 3000 });
    await page.keyboard.press(`${primaryKey}+KeyS`);
    await page.waitForTimeout(500);
    return false;
  });
  await runCommandByTitle(page, 'View: Close All Editors');
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press(`${primaryKey}+KeyJ`);
  await runCommandByTitle(page, 'Notifications: Clear All Notifications');
  // A scene that began with nothing may have committed nothing.
  const [first] = git('rev-list', '--max-parents=0', '--all').split('\n');
  if (first) git('reset', '--quiet', '--hard', first);
  git('clean', '--quiet', '--force', '-d');
  await wear(session, workspace, options.theme ?? 'light');
}

/** Puts on another theme, by a setting of the workspace that git does not see: a window watches these alone. */
async function wear({ page }: Session, workspace: string, theme: ThemeName): Promise<void> {
  const files = {
    '.git/info/exclude': '.vscode\n',
    '.vscode/settings.json': JSON.stringify(themeSettings(theme)),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(workspace, file)), { recursive: true });
    await writeFile(path.join(workspace, file), text);
  }
  await page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor({ timeout: patience });
}
