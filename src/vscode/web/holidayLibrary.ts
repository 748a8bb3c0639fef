import * as vscode from 'vscode';
import { forgetHolidays } from '../../core/calendar/publicHolidays';

type LibraryClass = new () => object;

let loaded: LibraryClass | undefined;

/**
 * What the bundle for the browser has in the place of the library of holidays: the same file that Node reads, which is
 * larger than the bundle and fetched only where a configuration asks for holidays.
 */
class HolidayLibrary {
  constructor(...place: unknown[]) {
    if (!loaded) throw new Error('the library of holidays is not loaded yet');
    // biome-ignore lint/correctness/noConstructorReturn: this class only stands for the other
    return Reflect.construct(loaded, place);
  }
}

export { HolidayLibrary as default };

/** Fetches the library from the extension's own folder, once. */
export function holidayLoader(extensionUri: vscode.Uri): () => Promise<void> {
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const bytes = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'dist', 'holidays.js'),
    );
    const module: { exports: { default?: LibraryClass } | LibraryClass } = { exports: {} };
    // As VS Code itself runs the extension's own file: a script of the package, not of a record.
    new Function('module', 'exports', new TextDecoder().decode(bytes))(module, module.exports);
    const { exports } = module;
    loaded = typeof exports === 'function' ? exports : exports.default;
    // Whoever asked before was told that there are none.
    forgetHolidays();
  };
  return () => {
    loading ??= load();
    // What failed is tried again.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
}
