import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { pageParts } from '../viewPage';

const style = `
body{padding:0 18px 28px;color:var(--vscode-editor-foreground);background:var(--vscode-editor-background);line-height:1.5}
header{position:sticky;top:0;z-index:1;padding:12px 0 10px;background:var(--vscode-editor-background);
border-bottom:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
h1{font-size:1.15em;font-weight:600;margin:0 0 8px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:6px;margin-top:8px}
.languages{margin-left:auto;display:flex;gap:2px}
button,select{font:inherit;padding:3px 10px;border-radius:4px;cursor:pointer;color:var(--vscode-button-secondaryForeground,var(--vscode-button-foreground));
background:var(--vscode-button-secondaryBackground,var(--vscode-button-background));border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent))}
select{color:var(--vscode-dropdown-foreground);background:var(--vscode-dropdown-background);border-color:var(--vscode-dropdown-border,transparent)}
button:hover{background:var(--vscode-button-secondaryHoverBackground,var(--vscode-button-hoverBackground))}
button:focus-visible,select:focus-visible,input:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:1px}
button[aria-pressed=true],button.main{color:var(--vscode-button-foreground);background:var(--vscode-button-background)}
button[aria-pressed=true]{border-color:var(--vscode-contrastActiveBorder,transparent)}
button[aria-disabled=true]{cursor:not-allowed;color:var(--vscode-disabledForeground,var(--vscode-editor-foreground));background:transparent;
border:1px dashed var(--vscode-disabledForeground,var(--vscode-contrastBorder,currentColor))}
#gaps{margin:12px 0 0;padding:8px 12px;border-left:3px solid var(--vscode-editorWarning-foreground,currentColor);
background:var(--vscode-textBlockQuote-background,transparent)}
#gaps p{margin:0 0 4px}#gaps ul{margin:0;padding-left:18px}
.link{padding:0;border:0;border-radius:2px;background:none;color:var(--vscode-textLink-foreground);text-decoration:underline;text-align:left}
.link:hover{background:none}
.gap{padding:0 4px;border:1px solid var(--vscode-editorWarning-foreground,currentColor);border-radius:3px;
background:none;color:var(--vscode-editor-foreground)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:14px 0}
dt{color:var(--vscode-descriptionForeground)}dd{margin:0;overflow-wrap:anywhere}
#subject{font-weight:600}
#letter{padding:4px 18px;border:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent));border-radius:6px;overflow-wrap:anywhere}
#letter h1,#letter h2,#letter h3{font-size:1.1em}
#letter a{color:var(--vscode-textLink-foreground);text-decoration:underline}
.vscode-high-contrast button[aria-pressed=true]{box-shadow:inset 0 0 0 1px var(--vscode-contrastActiveBorder,currentColor)}
#letter table{border-collapse:collapse}#letter td,#letter th{border:1px solid var(--vscode-panel-border,currentColor);padding:2px 8px}
.fields{gap:6px 18px}.fields:not(:has(>label:not([hidden]))){display:none}
label{color:var(--vscode-descriptionForeground)}
input{font:inherit;padding:2px 6px;border-radius:4px;color:var(--vscode-input-foreground);background:var(--vscode-input-background);
border:1px solid var(--vscode-input-border,var(--vscode-contrastBorder,transparent))}
.vscode-dark input,.vscode-high-contrast:not(.vscode-high-contrast-light) input{color-scheme:dark}
#estimateProblem{color:var(--vscode-errorForeground)}
#said{color:var(--vscode-descriptionForeground)}
[hidden]{display:none!important}
`;

/** The page of a notice: nothing but its own script and style may run in it, and nothing is loaded from anywhere. */
export async function noticeHtml(extensionUri: vscode.Uri): Promise<string> {
  const { script, nonce } = await pageParts(extensionUri, 'noticeView');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  const button = (label: string, attributes: string): string =>
    `<button type="button" ${attributes}>${xmlText(label)}</button>`;
  return `<!DOCTYPE html>
<html lang="${xmlText(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${xmlText(vscode.l10n.t('Notice'))}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header>
<h1 id="heading"></h1>
<div class="row"><div id="kinds" class="row" role="group" aria-label="${xmlText(vscode.l10n.t('Notices that the status calls for'))}"></div>
<select id="others" aria-label="${xmlText(vscode.l10n.t('Other notices…'))}"><option value="">${xmlText(vscode.l10n.t('Other notices…'))}</option></select>
<div class="languages" role="group" aria-label="${xmlText(vscode.l10n.t('Language'))}">
${button('English', 'data-language="en" lang="en"')}
${button('Español', 'data-language="es" lang="es"')}
</div></div>
<div class="row fields">
<label id="audienceField">${xmlText(vscode.l10n.t('Goes to'))} <select id="audience"></select></label>
<label id="estimateField"><span id="estimateLabel"></span> <input id="estimate" type="datetime-local" aria-describedby="estimateProblem"></label>
<span id="estimateProblem" role="alert"></span>
</div>
<div class="row">
${button(vscode.l10n.t('Copy'), 'class="main" id="copy"')}
${button(vscode.l10n.t('Copy subject'), 'id="copySubject"')}
${button(vscode.l10n.t('Open in mail program'), 'id="openMail"')}
${button(vscode.l10n.t('Save .eml…'), 'id="saveMail"')}
${button(vscode.l10n.t('Mark as sent'), 'id="markSent"')}
<span id="said" role="status" data-copied="${xmlText(vscode.l10n.t('Copied as text and as rich text.'))}" data-plain="${xmlText(vscode.l10n.t('Copied as text.'))}" data-subject="${xmlText(vscode.l10n.t('Subject copied.'))}"></span>
</div>
</header>
<main>
<section id="gaps" hidden><p id="why">${xmlText(vscode.l10n.t('Before this notice can be copied and sent, it needs:'))}</p><ul id="gapList"></ul></section>
<p id="problem" role="alert" hidden></p>
<div id="draft" hidden>
<dl id="facts" data-subject="${xmlText(vscode.l10n.t('Subject'))}"></dl>
<article id="letter"></article>
</div>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}
