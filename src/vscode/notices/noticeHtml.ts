import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { menuItem, pageButton, pageMenu, viewPage } from '../panels/viewPage';

/** With less room than this the language and the readers are folded. */
const narrow = 430;

const style = `
body{padding:0 18px 28px;line-height:1.5}
header{padding:12px 0 10px}
h1{font-size:1.15em;font-weight:600;margin:0 0 8px}
.row{margin-top:8px}
#kindField{flex:1 1 200px;max-width:420px;display:flex;gap:6px;align-items:center}
#kind{flex:1;min-width:0}
.languages{display:flex;gap:2px}
.fields{gap:6px 18px}
button[aria-disabled=true]{cursor:not-allowed;color:var(--vscode-disabledForeground,var(--vscode-editor-foreground));background:transparent;
border:1px dashed var(--vscode-disabledForeground,var(--vscode-contrastBorder,currentColor))}
.told{margin:10px 0 0;padding:8px 12px;border-left:3px solid var(--vscode-editorWarning-foreground,currentColor);
background:var(--vscode-textBlockQuote-background,transparent)}
#gaps{max-height:30vh;overflow:auto}
.told p{margin:0 0 4px}.told ul{margin:0;padding-left:18px}.told strong{display:block}
.link{padding:0;border:0;border-radius:2px;background:none;color:var(--vscode-textLink-foreground);text-decoration:underline;text-align:left}
.link:hover,body.vscode-high-contrast .link:hover{background:none}
.gap{padding:0 4px;border:1px solid var(--vscode-editorWarning-foreground,currentColor);border-radius:3px;
background:none;color:var(--vscode-editor-foreground)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:14px 0}
dt{color:var(--vscode-descriptionForeground)}dd{margin:0;overflow-wrap:anywhere}
@media (max-width:${narrow}px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:6px}}
#subject{font-weight:600}
#letter{padding:4px 18px;border:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent));border-radius:6px;overflow-wrap:anywhere}
.preview #letter{border-style:dashed;border-width:2px}
#letter h1,#letter h2,#letter h3{font-size:1.1em}
#letter a{color:var(--vscode-textLink-foreground);text-decoration:underline}
.foreign{text-decoration:underline dotted;text-underline-offset:3px}
.vscode-high-contrast button[aria-pressed=true]{box-shadow:inset 0 0 0 1px var(--vscode-contrastActiveBorder,currentColor)}
#letter table{border-collapse:collapse}#letter td,#letter th{border:1px solid var(--vscode-panel-border,currentColor);padding:2px 8px}
input{font:inherit;padding:2px 6px;border-radius:4px;color:var(--vscode-input-foreground);background:var(--vscode-input-background);
border:1px solid var(--vscode-input-border,var(--vscode-contrastBorder,transparent))}
.vscode-dark input,.vscode-high-contrast:not(.vscode-high-contrast-light) input{color-scheme:dark}
#estimateProblem{color:var(--vscode-errorForeground)}
#said,#sent,#foreign{color:var(--vscode-descriptionForeground)}
`;

/** The page of a notice. */
export async function noticeHtml(extensionUri: vscode.Uri): Promise<string> {
  const text = (sentence: string): string => xmlText(sentence);
  const { l10n } = vscode;
  const markSent = l10n.t('Mark as sent');
  const body = `<header>
<h1 id="heading"></h1>
<label id="kindField">${text(l10n.t('Notice'))} <select id="kind" data-called="${text(l10n.t('What the status calls for'))}" data-others="${text(l10n.t('Other notices'))}"></select></label>
<details class="fold"><summary>${text(l10n.t('Language and readers'))}</summary>
<div class="row fields">
<div class="languages" role="group" aria-label="${text(l10n.t('Language'))}">
${pageButton('English', 'data-language="en" lang="en"')}
${pageButton('Español', 'data-language="es" lang="es"')}
</div>
<label id="audienceField">${text(l10n.t('Goes to'))} <select id="audience"></select></label>
<label id="estimateField"><span id="estimateLabel"></span> <input id="estimate" type="datetime-local" aria-describedby="estimateProblem"></label>
<span id="estimateProblem" role="alert"></span>
</div></details>
<section id="warning" class="told" role="alert" hidden><strong id="warningHead" data-unfit="${text(l10n.t('Not to be sent'))}" data-doubt="${text(l10n.t('Look twice before it goes out'))}"></strong><span id="problem"></span></section>
<section id="gaps" class="told" hidden><p id="why">${text(l10n.t('Before this notice can be copied and sent, it needs:'))}</p><ul id="gapList"></ul></section>
<div class="row">
${pageButton(l10n.t('Copy'), 'class="main" id="copy"')}
${pageButton(markSent, 'class="wide" id="markSent" data-use="markSent"')}
${pageMenu(l10n.t('More'), 'more', [
  menuItem(markSent, 'class="narrow" data-use="markSent"'),
  menuItem(l10n.t('Copy subject'), 'id="copySubject" data-use="copySubject"'),
  menuItem(l10n.t('Open in mail program'), 'id="openMail" data-use="openMail"'),
  menuItem(l10n.t('Save .eml…'), 'id="saveMail" data-use="saveMail"'),
])}
<span id="sent" role="status"></span>
<span id="said" role="status" data-copied="${text(l10n.t('Copied as text and as rich text.'))}" data-plain="${text(l10n.t('Copied as text.'))}" data-subject="${text(l10n.t('Subject copied.'))}"></span>
</div>
</header>
<main>
<div id="draft" hidden>
<dl id="facts" data-subject="${text(l10n.t('Subject'))}"></dl>
<p id="foreign" hidden></p>
<article id="letter"></article>
</div>
</main>`;
  return viewPage(extensionUri, { script: 'noticeView', title: l10n.t('Notice'), style, body, narrow });
}
