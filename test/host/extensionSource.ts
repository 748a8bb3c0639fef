import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { ServerHost } from './obtain';
import { installVsix } from './serve';

/** An extension as a folder with package.json and what it needs to run, or as a packaged file. */
export type ExtensionSource = { readonly extensionPath: string } | { readonly vsix: string };

/**
 * Puts an extension into an extensions folder that no server uses yet, so that a plain address loads it. A folder is
 * only linked, which the server takes as installed the first time it starts with that extensions folder.
 */
export async function placeExtension(
  host: ServerHost,
  source: ExtensionSource,
  extensionsDir: string,
): Promise<void> {
  await mkdir(extensionsDir, { recursive: true });
  if ('vsix' in source) return installVsix(host, source.vsix, extensionsDir);
  const manifest: unknown = JSON.parse(
    await readFile(path.join(source.extensionPath, 'package.json'), 'utf8'),
  );
  const { publisher, name, version } = manifest as Record<string, string>;
  const link = path.join(extensionsDir, `${publisher}.${name}-${version}`);
  // A junction needs no special rights on Windows; elsewhere the kind is ignored.
  await symlink(source.extensionPath, link, 'junction');
}
