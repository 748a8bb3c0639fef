import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { pageButton, viewPage } from '../panels/viewPage';

const style = `
body{padding:0 18px 28px;line-height:1.5}
header{padding:12px 0 10px}
h1{font-size:1.15em;font-weight:600;margin:0 0 8px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:6px;margin-top:8px}
.languages{margin-left:auto;display:flex;gap:2px}
select{color:var(--vscode-dropdown-foreground);background:var(--vscode-dropdown-background);border-color:var(--vscode-dropdown-border,transparent)}
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

/** The page of a notice. */
export async function noticeHtml(extensionUri: vscode.Uri): Promise<string> {
  const body = `<header>
<h1 id="heading"></h1>
<div class="row"><div id="kinds" class="row" role="group" aria-label="${xmlText(vscode.l10n.t('Notices that the status calls for'))}"></div>
<select id="others" aria-label="${xmlText(vscode.l10n.t('Other notices…'))}"><option value="">${xmlText(vscode.l10n.t('Other notices…'))}</option></select>
<div class="languages" role="group" aria-label="${xmlText(vscode.l10n.t('Language'))}">
${pageButton('English', 'data-language="en" lang="en"')}
${pageButton('Español', 'data-language="es" lang="es"')}
</div></div>
<div class="row fields">
<label id="audienceField">${xmlText(vscode.l10n.t('Goes to'))} <select id="audience"></select></label>
<label id="estimateField"><span id="estimateLabel"></span> <input id="estimate" type="datetime-local" aria-describedby="estimateProblem"></label>
<span id="estimateProblem" role="alert"></span>
</div>
<div class="row">
${pageButton(vscode.l10n.t('Copy'), 'class="main" id="copy"')}
${pageButton(vscode.l10n.t('Copy subject'), 'id="copySubject"')}
${pageButton(vscode.l10n.t('Open in mail program'), 'id="openMail"')}
${pageButton(vscode.l10n.t('Save .eml…'), 'id="saveMail"')}
${pageButton(vscode.l10n.t('Mark as sent'), 'id="markSent"')}
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
</main>`;
  return viewPage(extensionUri, { script: 'noticeView', title: vscode.l10n.t('Notice'), style, body });
}
