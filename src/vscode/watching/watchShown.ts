import * as vscode from 'vscode';
import { isOpen } from '../../core/workflow/stages';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';

/** What the editor is told of a shown record, by the name under which menus and keys ask for its path. */
const shownKeys = {
  records: 'changebook.shownRecords',
  changes: 'changebook.shownChanges',
  procedures: 'changebook.shownProcedures',
  /** Changes and tickets that have not ended. */
  open: 'changebook.shownOpen',
} as const;

type ShownPaths = { readonly [kind in keyof typeof shownKeys]: Set<string> };

/**
 * Tells the editor whether its folders have records at all, and what the records are that it shows, so that menus, keys
 * and the list of commands hold what can be done there and nothing else.
 */
export function watchShown(sessions: Sessions): vscode.Disposable {
  const told = new Map<string, string>();
  const tell = (key: string, value: unknown): void => {
    const text = JSON.stringify(value);
    // A context key costs a round through the editor, so it is set only when it changes.
    if (told.get(key) === text) return;
    told.set(key, text);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const show = (): void => {
    const paths = pathsShown(sessions);
    for (const kind of Object.keys(shownKeys) as (keyof typeof shownKeys)[])
      tell(shownKeys[kind], [...paths[kind]].sort());
  };
  const inUse = (recalled = false): void =>
    tell('changebook.inUse', recalled || sessions.all().some(isInUse));
  show();
  inUse();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(show),
    sessions.onDidChangeRecords(({ recalled }) => {
      show();
      inUse(recalled !== undefined);
    }),
  );
}

/** Whether there is anything in a workspace: a record, or a configuration. */
function isInUse(session: WorkspaceSession): boolean {
  return session.counts().records > 0 || session.backend.configTexts().length > 0;
}

function pathsShown(sessions: Sessions): ShownPaths {
  const paths: ShownPaths = {
    records: new Set(),
    changes: new Set(),
    procedures: new Set(),
    open: new Set(),
  };
  for (const { document } of vscode.window.visibleTextEditors) {
    const { uri } = document;
    const place = sessions.sessionOf(uri);
    const summary = place?.session.entryOf(place.file)?.summary;
    if (!summary) continue;
    // Beside a disk the editor compares with a path as the system writes it, elsewhere with that of the address.
    for (const path of [uri.fsPath, uri.path]) {
      paths.records.add(path);
      if (summary.type === 'change') paths.changes.add(path);
      if (summary.type === 'procedure') paths.procedures.add(path);
      else if (isOpen(summary.stage)) paths.open.add(path);
    }
  }
  return paths;
}
