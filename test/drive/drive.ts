import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session, SessionOptions } from '../host/session';
import { takeScreenshot } from '../host/workbench';
import '../memoryFolders';
import { secondTry } from '../secondTries';
import { assistantScenes } from './assistantScenes';
import { auditScenes } from './auditScenes';
import { calendarScenes } from './calendarScenes';
import { commitScenes } from './commitScenes';
import { dayScenes } from './dayScenes';
import { evidenceScenes } from './evidenceScenes';
import { figureScenes } from './figureScenes';
import { findingScenes } from './findingScenes';
import { handScenes } from './handScenes';
import { installed } from './installed';
import { noticeScenes } from './noticeScenes';
import { panelScenes } from './panelScenes';
import { pendingScenes } from './pendingScenes';
import { phaseScenes } from './phaseScenes';
import { previewScenes } from './previewScenes';
import { recordScenes } from './recordScenes';
import { releaseScenes } from './releaseScenes';
import { renameScenes } from './renameScenes';
import { rollbackScenes } from './rollbackScenes';
import { rowScenes } from './rowScenes';
import { type Stage, stageFor, tidy } from './stage';
import { stepScenes } from './stepScenes';
import { structureScenes } from './structureScenes';
import { tourScenes } from './tourScenes';
import { webScenes } from './webScenes';

// Drives the workbench like a person, with the packaged extension installed as a user would, and takes pictures.

const project = path.resolve(__dirname, '../..');
const pictures = path.join(project, '.vscode-test/screenshots');
/** Scenes wait for the editor most of the time, so that two fit at once. */
const lanes = 2;

export interface Scene {
  readonly name: string;
  readonly options: Partial<SessionOptions>;
  /** Whether the example's dates lie around today, as the editor's own clock has it. */
  readonly aroundToday?: boolean;
  /** Whether it takes pictures of what other tests prove: played where it is asked for by name. */
  readonly pictureOnly?: boolean;
  /**
   * Scenes with the same word here are played in one window, since to open one takes longer than most scenes: they differ by
   * their theme alone.
   */
  readonly window?: string;
  /** Makes what is opened instead of the copy of the example, beside it, and gives its path. */
  prepare?(example: string): Promise<string>;
  play(session: Session, workspace: string): Promise<void>;
}

/** Scenes whose names contain the first argument; without one, all that prove something. */
const wanted = process.argv[2];

const scenes: readonly Scene[] = [
  ...recordScenes,
  ...assistantScenes,
  ...auditScenes,
  ...commitScenes,
  ...dayScenes,
  ...evidenceScenes,
  ...figureScenes,
  ...findingScenes,
  ...pendingScenes,
  ...phaseScenes,
  ...previewScenes,
  ...calendarScenes,
  ...handScenes,
  ...noticeScenes,
  ...panelScenes,
  ...releaseScenes,
  ...rollbackScenes,
  ...rowScenes,
  ...stepScenes,
  ...structureScenes,
  ...renameScenes,
  ...tourScenes,
  ...webScenes,
];

/**
 * Plays scenes in one window, and counts those that failed. A workbench that is drawing itself may lose a click or a key,
 * so that a scene is played once more, from its beginning and in a window of its own, before it has failed.
 */
async function playTogether(scenes: readonly Scene[], extensionPath: string): Promise<number> {
  let failed = 0;
  let stage: Stage | undefined;
  const leave = async (): Promise<void> => {
    await stage?.leave();
    stage = undefined;
  };
  const wrongIn = (scene: Scene): Promise<string | undefined> =>
    why(async () => {
      if (stage) await tidy(stage, scene);
      stage ??= await stageFor(scene, extensionPath);
      await play(scene, stage);
    });
  for (const scene of scenes) {
    let wrong = await wrongIn(scene);
    if (wrong !== undefined) {
      console.log(`${secondTry(scene.name)}\n${wrong}`);
      await leave();
      wrong = await wrongIn(scene);
    }
    console.log(wrong === undefined ? `  ✓ ${scene.name}` : `  ✗ ${scene.name}\n${wrong}`);
    if (wrong === undefined) continue;
    failed++;
    await leave();
  }
  await leave();
  return failed;
}

async function play(scene: Scene, { session, workspace }: Stage): Promise<void> {
  try {
    await scene.play(session, workspace);
  } catch (error) {
    const file = path.join(pictures, `failed-${scene.name.replaceAll(' ', '-')}.png`);
    await takeScreenshot(session.page, file).catch(() => undefined);
    throw error;
  }
}

/** What goes wrong with something; nothing where it goes well. */
async function why(doing: () => Promise<void>): Promise<string | undefined> {
  try {
    await doing();
    return undefined;
  } catch (error) {
    return (error instanceof Error && error.stack) || String(error);
  }
}

/** Scenes by the windows that they are played in, in their order. */
function byWindow(scenes: readonly Scene[]): Scene[][] {
  const windows = new Map<unknown, Scene[]>();
  for (const scene of scenes) {
    const name = scene.window ?? scene;
    windows.set(name, [...(windows.get(name) ?? []), scene]);
  }
  return [...windows.values()];
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-installed-'));
  try {
    const extensionPath = await installed(path.join(folder, 'extensions'));
    const played = scenes.filter(({ name, pictureOnly }) =>
      wanted === undefined ? !pictureOnly : name.includes(wanted),
    );
    // The longest first, so that the lanes end together.
    const waiting = byWindow(played).sort((one, other) => other.length - one.length);
    const counts = await Promise.all(
      Array.from({ length: lanes }, async () => {
        let failed = 0;
        for (let next = waiting.shift(); next; next = waiting.shift())
          failed += await playTogether(next, extensionPath);
        return failed;
      }),
    );
    const failed = counts.reduce((all, count) => all + count, 0);
    console.log(`${played.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
