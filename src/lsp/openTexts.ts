import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from './addresses';

/** A text that the client holds: it counts instead of the file's. */
export interface OpenText {
  readonly uri: string;
  /** Where its file lies; undefined of one that is on no disk. */
  readonly path: string | undefined;
  readonly document: TextDocument;
}

/** What is wrong with what a client tells of a text. */
export type WrongChange = 'closed' | 'version';

/** The texts that the client holds, each with all changes that it told of. */
export class OpenTexts {
  private readonly byUri = new Map<string, OpenText>();

  /** Takes in a text; one that was open already is replaced. */
  open({ uri, languageId, version, text }: TextDocumentItem): OpenText {
    const document = TextDocument.create(uri, languageId, version, text);
    const opened = { uri, path: pathOf(uri), document };
    this.byUri.set(uri, opened);
    return opened;
  }

  /**
   * Makes the changes that a client tells of, in their order. A version that does not grow is no reason to lose what was
   * typed: the changes come in order all the same.
   */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): WrongChange | undefined {
    const held = this.byUri.get(textDocument.uri);
    if (!held) return 'closed';
    const before = held.document.version;
    const version = Number.isSafeInteger(textDocument.version) ? textDocument.version : before + 1;
    TextDocument.update(held.document, contentChanges, Math.max(version, before + 1));
    return version > before ? undefined : 'version';
  }

  close(uri: string): OpenText | undefined {
    const held = this.byUri.get(uri);
    this.byUri.delete(uri);
    return held;
  }

  get(uri: string): OpenText | undefined {
    return this.byUri.get(uri);
  }

  all(): Iterable<OpenText> {
    return this.byUri.values();
  }

  /** The text of a file, where the client holds it. */
  at(path: string): OpenText | undefined {
    for (const held of this.byUri.values()) if (held.path === path) return held;
    return undefined;
  }
}
