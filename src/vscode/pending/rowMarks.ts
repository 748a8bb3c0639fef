import * as vscode from 'vscode';
import type { PlacedRow } from '../../core/pending/pendingView';
import { countText } from '../../core/report/counted';
import { language } from '../editorLanguage';

/** Addresses of rows: those of files would be marked by what the editor finds in them, whenever they are due. */
const scheme = 'changebook-row';

/** What a row is marked with stands in its address, so that a row that is drawn again has the marks of now. */
export function rowAddress(uri: vscode.Uri, { row, window }: PlacedRow): vscode.Uri {
  const { errors, warnings } = row.marks;
  const isLate = row.unreadable || window === 'overdue';
  return vscode.Uri.from({ scheme, path: uri.path, query: `${isLate ? 'late' : ''}&${errors}&${warnings}` });
}

/** Marks the rows of pending changes: their colour says that they are late, a number how much was found in them. */
export function registerRowMarks(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const [late = '', ...counts] = uri.query.split('&');
      const [errors = 0, warnings = 0] = counts.map(Number);
      const found = errors + warnings;
      return {
        ...(late ? { color: new vscode.ThemeColor('list.errorForeground') } : {}),
        ...(found > 0
          ? { badge: found > 9 ? '9+' : String(found), tooltip: foundText(errors, warnings) }
          : {}),
      };
    },
  });
}

function foundText(errors: number, warnings: number): string {
  const told = [
    errors > 0 ? countText('error', errors, language) : '',
    warnings > 0 ? countText('warning', warnings, language) : '',
  ];
  return told.filter(Boolean).join(', ');
}
