import * as vscode from 'vscode';
import type { FigureGrouping } from '../../core/figures/figureGroupings';
import { figuresPage } from '../../core/figures/figuresPage';
import type { FiguresReport } from '../../core/figures/figuresReport';
import type { Shade } from '../../core/figures/figuresStyle';
import { runProgram } from '../../node/assistant/runProgram';
import { language } from '../editorLanguage';

const scheme = 'changebook-figures';

/** What a document shows: the figures of a folder, by what they are grouped, if at all. */
interface FiguresWish {
  readonly folder: string;
  readonly group?: FigureGrouping | undefined;
}

const changed = new vscode.EventEmitter<vscode.Uri>();

/** Registers the figures of a workspace as documents. They go by what is saved, and in the colours of the theme. */
export function registerFiguresDocuments(): vscode.Disposable {
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      const report = await reportOf(JSON.parse(query) as FiguresWish);
      return figuresPage(report, language, shade());
    },
  });
  const themes = vscode.window.onDidChangeActiveColorTheme(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  });
  return vscode.Disposable.from(provider, themes);
}

/** Shows the figures as they are to be read, reckoned anew. */
export async function showFiguresPage(wish: FiguresWish): Promise<vscode.Uri> {
  const path = `/${vscode.l10n.t('Delivery figures')}.md`;
  const uri = vscode.Uri.from({ scheme, path, query: JSON.stringify(wish) });
  changed.fire(uri);
  await vscode.commands.executeCommand('markdown.showPreview', uri);
  return uri;
}

/** In a process of its own: reading ten thousand records would keep the editor waiting. */
async function reportOf({ folder, group }: FiguresWish): Promise<FiguresReport> {
  const args = ['figures', '--format=json', `--language=${language}`, ...(group ? [`--group=${group}`] : [])];
  const { out, err } = await runProgram(args, { cwd: folder });
  if (out === '') throw new Error(err.replace(/^changebook: /, '').trim());
  return JSON.parse(out) as FiguresReport;
}

function shade(): Shade {
  const { Dark, HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  if (kind === HighContrast) return 'darkContrast';
  if (kind === HighContrastLight) return 'lightContrast';
  return kind === Dark ? 'dark' : 'light';
}
