import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyExample } from '../host/exampleCopy';
import { openSession, type Session, type SessionOptions } from '../host/session';
import { takeScreenshot } from '../host/workbench';
import { secondTry } from '../secondTries';
import { auditScenes } from './auditScenes';
import { calendarScenes } from './calendarScenes';
import { commitScenes } from './commitScenes';
import { dayScenes } from './dayScenes';
import { evidenceScenes } from './evidenceScenes';
import { installed } from './installed';
import { noticeScenes } from './noticeScenes';
import { pendingScenes } from './pendingScenes';
import { phaseScenes } from './phaseScenes';
import { previewScenes } from './previewScenes';
import { recordScenes } from './recordScenes';
import { releaseScenes } from './releaseScenes';
import { rollbackScenes } from './rollbackScenes';
import { stepScenes } from './stepScenes';
import { tourScenes } from './tourScenes';
import { webScenes } from './webScenes';

// Drives the workbench like a person, with the packaged extension installed as a user would, and takes pictures.

const project = path.resolve(__dirname, '../..');
const pictures = path.join(project, '.vscode-test/screenshots');
/** Scenes wait for the editor most of the time, so that two fit at once. */
const lanes = 2;
/** The moment around which the example's dates lie, so that pictures are always the same. */
const now = Date.UTC(2026, 10, 16, 8);

export interface Scene {
  readonly name: string;
  readonly options: Partial<SessionOptions>;
  /** Whether the example's dates lie around today, as the editor's own clock has it. */
  readonly aroundToday?: boolean;
  /** Whether it takes pictures of what other tests prove: played where it is asked for by name. */
  readonly pictureOnly?: boolean;
  /** Makes what is opened instead of the copy of the example, beside it, and gives its path. */
  prepare?(example: string): Promise<string>;
  play(session: Session, workspace: string): Promise<void>;
}

/** Scenes whose names contain the first argument; without one, all that prove something. */
const wanted = process.argv[2];

const scenes: readonly Scene[] = [
  ...recordScenes,
  ...auditScenes,
  ...commitScenes,
  ...dayScenes,
  ...evidenceScenes,
  ...pendingScenes,
  ...phaseScenes,
  ...previewScenes,
  ...calendarScenes,
  ...noticeScenes,
  ...releaseScenes,
  ...rollbackScenes,
  ...stepScenes,
  ...tourScenes,
  ...webScenes,
];

async function play(scene: Scene, extensionPath: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-drive-'));
  const workspace = path.join(folder, 'example');
  await copyExample(path.join(project, 'examples'), workspace, scene.aroundToday ? Date.now() : now);
  const opened = (await scene.prepare?.(workspace)) ?? workspace;
  const options = {
    release: 'newest',
    workspace: opened,
    extension: { extensionPath },
    ...scene.options,
  } as const;
  const session = await openSession(options);
  try {
    await scene.play(session, opened);
  } catch (error) {
    await takeScreenshot(
      session.page,
      path.join(pictures, `failed-${scene.name.replaceAll(' ', '-')}.png`),
    ).catch(() => undefined);
    throw error;
  } finally {
    await session.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Plays one scene after the other, as long as there are any, and counts those that failed. A workbench that is drawing
 * itself may lose a click or a key, so that a scene is played once more, from its beginning, before it has failed.
 */
async function playAll(waiting: Scene[], extensionPath: string): Promise<number> {
  let failed = 0;
  for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
    const first = await tryToPlay(scene, extensionPath);
    if (first !== undefined) console.log(`${secondTry(scene.name)}\n${first}`);
    const second = first === undefined ? undefined : await tryToPlay(scene, extensionPath);
    if (second !== undefined) failed++;
    console.log(second === undefined ? `  ✓ ${scene.name}` : `  ✗ ${scene.name}\n${second}`);
  }
  return failed;
}

/** Plays a scene; gives what went wrong. */
async function tryToPlay(scene: Scene, extensionPath: string): Promise<string | undefined> {
  try {
    await play(scene, extensionPath);
    return undefined;
  } catch (error) {
    return (error instanceof Error && error.stack) || String(error);
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-installed-'));
  try {
    const extensionPath = await installed(path.join(folder, 'extensions'));
    const played = scenes.filter(({ name, pictureOnly }) =>
      wanted === undefined ? !pictureOnly : name.includes(wanted),
    );
    const waiting = [...played];
    const counts = await Promise.all(Array.from({ length: lanes }, () => playAll(waiting, extensionPath)));
    const failed = counts.reduce((all, count) => all + count, 0);
    console.log(`${played.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
