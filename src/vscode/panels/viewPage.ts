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
}

const pageStyle = `
body{color:var(--vscode-editor-foreground);background:var(--vscode-editor-background)}
header{position:sticky;top:0;z-index:1;background:var(--vscode-editor-background);
border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
button,select{font:inherit;padding:3px 10px;border-radius:4px;cursor:pointer;color:var(--vscode-button-secondaryForeground,var(--vscode-button-foreground));
background:var(--vscode-button-secondaryBackground,var(--vscode-button-background));border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent))}
button:hover{background:var(--vscode-button-secondaryHoverBackground,var(--vscode-button-hoverBackground))}
button:focus-visible,select:focus-visible,input:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:1px}
button[aria-pressed=true],button.main{color:var(--vscode-button-foreground);background:var(--vscode-button-background)}
button[aria-pressed=true]{border-color:var(--vscode-contrastActiveBorder,transparent)}
`;

/**
 * The HTML of a page: nothing but its own script and style may run in it, and nothing is loaded from anywhere. The
 * script is put into it, so that the page itself may read no file at all.
 */
export async function viewPage(
  extensionUri: vscode.Uri,
  { script, title, style, body }: PageParts,
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
<style nonce="${nonce}">${pageStyle}${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}">${code}</script>
</body>
</html>`;
}

/** A button of a page, with attributes as HTML. */
export function pageButton(label: string, attributes: string): string {
  return `<button type="button" ${attributes}>${xmlText(label)}</button>`;
}
