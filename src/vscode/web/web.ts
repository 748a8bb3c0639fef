import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi } from '../activateWith';
import { loadInPieces } from '../loadInPieces';
import { fetchLibrary } from './fetchedLibraries';

/** What is asked for from the first record on, by the first notice and the first completion; holidays are fetched by who wants them. */
const libraries = ['yaml', 'footnotedMarkdown', 'temporal', 'liquid', 'noticeMarkup', 'tolerantYaml'];

/** In the browser, where there is no Node. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  return activateWith(context, async () => {
    await Promise.all(libraries.map((name) => fetchLibrary(context.extensionUri, name)));
    // Only now, since whatever asks for a library does so as soon as it is loaded.
    const { browser } = await loadInPieces(() => import('./browser'));
    const { startFeatures } = await import('../features');
    return (beginning) => startFeatures(context, beginning, browser(context.extensionUri));
  });
}
