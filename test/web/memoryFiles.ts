import * as vscode from 'vscode';

// An extension of its own, beside the one that is tested: a workspace whose files are on no disk.

/** Serves the files that the web server names in `/workspace.json`, under `memfs:/sample`. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const answer = await fetch(context.extensionUri.with({ path: '/workspace.json' }).toString());
  const files = new MemoryFiles();
  for (const [file, text] of Object.entries((await answer.json()) as Record<string, string>))
    files.put(`/sample/${file}`, new TextEncoder().encode(text));
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', files));
}

interface Kept {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Kept>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  put(path: string, bytes: Uint8Array): void {
    this.files.set(path, { bytes, mtime: Date.now() });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (this.below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = new Map<string, vscode.FileType>();
    for (const inside of this.below(path)) {
      const [name = '', ...rest] = inside.split('/');
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    if (names.size === 0) throw vscode.FileSystemError.FileNotFound(path);
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.put(uri.path, bytes);
    this.changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    if (!this.files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  private below(path: string): string[] {
    const start = path === '/' ? '/' : `${path}/`;
    return [...this.files.keys()]
      .filter((file) => file.startsWith(start))
      .map((file) => file.slice(start.length));
  }
}
