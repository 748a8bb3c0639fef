import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';

/** What is special about a page. */
interface PageParts {
  /** The name of its script in the extension's folder of built files. */
  readonly script: string;
  readonly title: string;
  readonly style: string;
  /** What is between the tags of its body, as HTML. */
  readonly body: string;
  /** A page of this width in pixels, or less, folds `details.fold` and shows `.narrow` in the place of `.wide`. */
  readonly narrow: number;
}

const pageStyle = `
body{color:var(--vscode-editor-foreground);background:var(--vscode-editor-background)}
header{position:sticky;top:0;z-index:1;background:var(--vscode-editor-background);
border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
button,select{font:inherit;padding:3px 10px;border-radius:4px;cursor:pointer;color:var(--vscode-button-secondaryForeground,var(--vscode-button-foreground));
background:var(--vscode-button-secondaryBackground,var(--vscode-button-background));border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent))}
button:hover{background:var(--vscode-button-secondaryHoverBackground,var(--vscode-button-hoverBackground))}
button:focus-visible,select:focus-visible,input:focus-visible,summary:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:1px}
button[aria-pressed=true],button.main{color:var(--vscode-button-foreground);background:var(--vscode-button-background)}
button[aria-pressed=true]:hover,button.main:hover{background:var(--vscode-button-hoverBackground)}
button[aria-pressed=true]{border-color:var(--vscode-contrastActiveBorder,transparent)}
select,.menu>[role=menu]{color:var(--vscode-dropdown-foreground);background:var(--vscode-dropdown-background);border-color:var(--vscode-dropdown-border,transparent)}
select{max-width:100%;text-overflow:ellipsis}
label,summary{color:var(--vscode-descriptionForeground)}
summary{cursor:pointer}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:6px}
.menu{position:relative}
.menu>[role=menu]{position:absolute;z-index:2;left:0;top:calc(100% + 2px);display:grid;min-width:max-content;padding:4px;border-radius:5px;
border:1px solid var(--vscode-menu-border,var(--vscode-contrastBorder,var(--vscode-widget-border,transparent)));box-shadow:0 2px 8px var(--vscode-widget-shadow,transparent)}
.menu [role=menuitem]{text-align:left;border-color:transparent;background:none;color:inherit}
.menu [role=menuitem]:is(:hover,:focus){color:var(--vscode-list-activeSelectionForeground,inherit);background:var(--vscode-list-activeSelectionBackground,transparent)}
body.vscode-high-contrast :is(button,select):hover{background:var(--vscode-button-secondaryBackground,var(--vscode-editor-background));
outline:1px dashed var(--vscode-contrastActiveBorder,currentColor);outline-offset:1px}
body.vscode-high-contrast :is(button[aria-pressed=true],button.main):hover{background:var(--vscode-button-background)}
body.vscode-high-contrast .menu [role=menuitem]:is(:hover,:focus){background:none;color:inherit;outline:1px solid var(--vscode-contrastActiveBorder,currentColor);outline-offset:-1px}
[hidden]{display:none!important}
details.fold:not([data-narrow])>summary{display:none}
.narrow{display:none}
@media (max-height:420px){header{position:static}}
`;

function narrowStyle(width: number): string {
  return `@media (max-width:${width}px){.wide{display:none!important}.narrow{display:revert}.menu .narrow{display:block}header{position:static}}\n`;
}

/**
 * The HTML of a page: nothing but its own script and style may run in it, and nothing is loaded from anywhere. The
 * script is put into it, so that the page itself may read no file at all.
 */
export async function viewPage(
  extensionUri: vscode.Uri,
  { script, title, style, body, narrow }: PageParts,
): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', `${script}.js`);
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  // Said by the page's policy and by its own script and style; nobody can guess it.
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${xmlText(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${xmlText(title)}</title>
<style nonce="${nonce}">${pageStyle}${narrowStyle(narrow)}${style}</style>
</head>
<body data-narrow="${narrow}">
${body}
<script nonce="${nonce}">${code}</script>
</body>
</html>`;
}

/** A button of a page, with attributes as HTML. */
export function pageButton(label: string, attributes: string): string {
  return `<button type="button" ${attributes}>${xmlText(label)}</button>`;
}

/** A button that opens a menu of other buttons, which \`openMenus\` of the page brings to life. */
export function pageMenu(label: string, id: string, items: readonly string[]): string {
  const name = xmlText(label);
  return `<div class="menu"><button type="button" id="${id}" aria-haspopup="menu" aria-expanded="false" aria-controls="${id}Menu">${name} <span aria-hidden="true">▾</span></button>
<div id="${id}Menu" role="menu" aria-label="${name}" hidden>${items.join('\n')}</div></div>`;
}

/** One entry of such a menu, with attributes as HTML. */
export function menuItem(label: string, attributes: string): string {
  return pageButton(label, `role="menuitem" tabindex="-1" ${attributes}`);
}
