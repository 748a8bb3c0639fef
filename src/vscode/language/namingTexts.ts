import * as vscode from 'vscode';
import type { NamedThing } from '../../core/language/mentions/mention';
import { type NamingInput, namingFiles, namingTest } from '../../core/language/mentions/namingFiles';
import { currentConfigTexts } from '../session/checkConfig';
import type { WorkspaceSession } from '../session/workspaceSession';
import { inParallel } from '../virtual/inParallel';

/** As many files are read at a time; where they are far away each takes a while. */
const atATime = 32;

/** What tells where to look for names in a workspace, as its configuration stands in the editor. */
export function namingInput(session: WorkspaceSession): NamingInput {
  const { config, index } = session.input();
  return { config, index, configFiles: currentConfigTexts(session.backend).map(({ file }) => file) };
}

/**
 * The texts of a workspace that may name a thing, as they stand in the editor, else as they are stored.
 *
 * @param files where to look; everywhere without it
 */
export async function namingTexts(
  session: WorkspaceSession,
  thing: NamedThing,
  token: vscode.CancellationToken,
  files?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await session.loaded();
  const input = namingInput(session);
  return currentTexts(session, files ?? namingFiles(thing, input), token, namingTest(thing, input));
}

/** The texts of some files as they stand in the editor, else as they are stored; those that cannot be read are left out. */
export async function currentTexts(
  session: WorkspaceSession,
  files: readonly string[],
  token: vscode.CancellationToken,
  counts: (file: string, text: string) => boolean = () => true,
): Promise<ReadonlyMap<string, string>> {
  const open = openTexts(session);
  const texts = new Map<string, string>();
  await inParallel(files, atATime, async (file) => {
    if (token.isCancellationRequested) return;
    const text = open.get(file) ?? (await storedText(session, file));
    if (text !== undefined && counts(file, text)) texts.set(file, text);
  });
  // The order is that of the files, whichever was read first.
  return new Map(files.flatMap((file) => (texts.has(file) ? [[file, texts.get(file) ?? '']] : [])));
}

/** What is open in the editor counts instead of what is stored. */
function openTexts(session: WorkspaceSession): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  for (const document of vscode.workspace.textDocuments) {
    const file = document.isClosed ? undefined : session.fileOf(document.uri);
    if (file !== undefined) open.set(file, document.getText());
  }
  return open;
}

async function storedText(session: WorkspaceSession, file: string): Promise<string | undefined> {
  try {
    return (await session.backend.read(file)).text;
  } catch {
    return undefined;
  }
}
