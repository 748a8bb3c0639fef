import type { ClientCapabilities } from 'vscode-languageserver/node';

/** What a client can do, as far as that makes a difference here. */
export interface ClientSkills {
  /** Asks for diagnostics itself. */
  readonly pulls: boolean;
  /** Asks again when it is told that there are others. */
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  /** Fills in places of a completion. */
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Takes the edit of a code action when somebody has chosen it. */
  readonly resolvesEdits: boolean;
  /** Takes edits of several texts with the versions that they are of. */
  readonly versionedEdits: boolean;
  /** Gives files other names as part of an edit. */
  readonly renamesFiles: boolean;
  /** Takes code actions, not only commands. */
  readonly literalActions: boolean;
  /** Tells of files that change outside of it, where it is asked to. */
  readonly watchesFiles: boolean;
  /** Tells when its folders are others. */
  readonly changesFolders: boolean;
}

/** Reads what a client says of itself; one that says nothing can do little. */
export function clientSkills({ workspace, textDocument }: ClientCapabilities): ClientSkills {
  const { completion, hover, codeAction, diagnostic } = textDocument ?? {};
  const edits = workspace?.workspaceEdit;
  // Who can rename files takes such edits, and may not say so.
  const renamesFiles = edits?.resourceOperations?.includes('rename') === true;
  return {
    pulls: diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    snippets: completion?.completionItem?.snippetSupport === true,
    markdown: hover?.contentFormat?.includes('markdown') === true,
    resolvesEdits: codeAction?.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: edits?.documentChanges === true || renamesFiles,
    renamesFiles,
    literalActions: codeAction?.codeActionLiteralSupport !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
  };
}
