import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { interactiveStyle, themePalette, timelineStyle } from '../../core/timeline/timelineStyle';
import { pageParts } from '../viewPage';

const pageStyle = `
body{padding:0;color:var(--vscode-editor-foreground);background:var(--vscode-editor-background)}
header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:6px;padding:10px 16px;
background:var(--vscode-editor-background);border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
h1{font-size:1.25em;font-weight:600;margin:0 auto 0 8px}
button{font:inherit;padding:3px 10px;border-radius:4px;cursor:pointer;color:var(--vscode-button-secondaryForeground,var(--vscode-button-foreground));
background:var(--vscode-button-secondaryBackground,var(--vscode-button-background));border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent))}
button:hover{background:var(--vscode-button-secondaryHoverBackground,var(--vscode-button-hoverBackground))}
button:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:1px}
button[aria-pressed=true]{color:var(--vscode-button-foreground);background:var(--vscode-button-background);
border-color:var(--vscode-contrastActiveBorder,transparent)}
.views{display:flex;gap:2px}
main{padding:14px 16px 24px}
#picture{overflow-x:auto;min-height:40px}
#picture svg{display:block}
`;

/** The calendar's page: nothing but its own script and style may run in it, and nothing is loaded from anywhere. */
export async function timelineHtml(extensionUri: vscode.Uri): Promise<string> {
  const { script, nonce } = await pageParts(extensionUri, 'timelineView');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  const title = xmlText(vscode.l10n.t('Deployment Calendar'));
  const style = [pageStyle, timelineStyle(themePalette), interactiveStyle(themePalette)].join('\n');
  const button = (label: string, attributes: string): string =>
    `<button type="button" ${attributes}>${xmlText(label)}</button>`;
  const arrow = (label: string, sign: string, step: string): string =>
    `<button type="button" data-step="${step}" title="${xmlText(label)}" aria-label="${xmlText(label)}">${sign}</button>`;
  return `<!DOCTYPE html>
<html lang="${xmlText(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header>
${arrow(vscode.l10n.t('Earlier'), '‹', 'previous')}
${button(vscode.l10n.t('Today'), 'data-step="today"')}
${arrow(vscode.l10n.t('Later'), '›', 'next')}
<h1 id="heading" aria-live="polite">${title}</h1>
<div class="views" role="group" aria-label="${xmlText(vscode.l10n.t('View'))}">
${button(vscode.l10n.t('Week'), 'data-view="week" aria-pressed="false"')}
${button(vscode.l10n.t('Month'), 'data-view="month" aria-pressed="false"')}
</div>
${button(vscode.l10n.t('Print…'), 'data-print')}
</header>
<main><div id="picture"></div></main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}
