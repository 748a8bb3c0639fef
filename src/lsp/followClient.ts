import { DidChangeWatchedFilesNotification, type FileEvent } from 'vscode-languageserver/node';
import { configFolder } from '../core/config/configFiles';
import { longestText } from '../core/model/parse/longestText';
import { pathOf } from './addresses';
import { serverWord } from './serverWords';
import type { Serving } from './serving';

/** More files than this at once are one new reading of everything. */
const manyFiles = 200;
/** Where nobody tells of other files, all are looked at when a text was opened or saved and it is quiet again. */
const lookAgainMs = 1000;

/** What others may change: records, what decides how they are judged, and what is committed. */
const watchedFiles = ['**/*.md', '**/.changebook/**', '**/{.gitignore,.mailmap}', '**/.git/HEAD'];

/** Follows the texts that the client holds, and the files that others change. */
export function followClient(serving: Serving): void {
  const { connection, texts, workspaces } = serving;
  let looking: NodeJS.Timeout | undefined;
  const lookAgain = (): void => {
    clearTimeout(looking);
    looking = setTimeout(() => void workspaces.reload(), lookAgainMs);
    looking.unref();
  };
  const told = new Set<string>();
  const tellOnce = (word: 'closedText' | 'wrongVersion' | 'tooLong', uri: string): void => {
    if (told.has(word + uri)) return;
    told.add(word + uri);
    connection.console.warn(serverWord(serving.language(), word, { uri }));
  };

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const opened = texts.open(textDocument);
    if (textDocument.text.length > longestText) tellOnce('tooLong', textDocument.uri);
    workspaces.opened(opened);
  });
  connection.onDidChangeTextDocument((params) => {
    const { uri } = params.textDocument;
    const wrong = texts.change(params);
    if (wrong === 'closed') return tellOnce('closedText', uri);
    if (wrong === 'version') tellOnce('wrongVersion', uri);
    workspaces.changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const closed = texts.close(textDocument.uri);
    if (closed) workspaces.closed(closed);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => {
    workspaces.checkNow(textDocument.uri);
    if (!serving.skills().watchesFiles) lookAgain();
    else for (const workspace of workspaces.all()) void workspace.askGit();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => followFiles(serving, changes));
}

/** Opens the client's folders, and has it tell of others and of files that change, where it can. */
export function followFolders({ connection, workspaces, skills }: Serving, folders: readonly string[]): void {
  const { watchesFiles, changesFolders } = skills();
  if (watchesFiles)
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchedFiles.map((globPattern) => ({ globPattern })),
    });
  let open = new Set(folders);
  const follow = (): void => void workspaces.openFolders([...open].flatMap((uri) => pathOf(uri) ?? []));
  if (changesFolders)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      open = new Set([...[...open].filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
      follow();
    });
  follow();
}

function followFiles({ workspaces }: Serving, changes: readonly FileEvent[]): void {
  const paths = changes.flatMap(({ uri }) => pathOf(uri) ?? []).map((path) => path.replaceAll('\\', '/'));
  if (paths.length > manyFiles || paths.some(decidesAll)) return void workspaces.reload();
  for (const path of paths) {
    const place = workspaces.placeOf(path);
    if (place && !path.includes('/.git/')) place.workspace.updateFromDisk(place.file);
  }
  for (const workspace of workspaces.all()) void workspace.askGit();
}

/** The configuration, who is who, and what git ignores decide which files are records and how they are judged. */
function decidesAll(path: string): boolean {
  return path.includes(`/${configFolder}/`) || /\/\.(?:gitignore|mailmap)$/.test(path);
}
