import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { interactiveStyle, themePalette, timelineStyle } from '../../core/timeline/timelineStyle';
import { menuItem, pageButton, pageMenu, viewPage } from '../panels/viewPage';

/** With less room than this the filter is folded, and what is needed less is a menu. */
const narrow = 700;

const style = `
body{padding:0}
header{padding:10px 16px}
.row+.row,.row+details{margin-top:8px}
h1{font-size:1.25em;font-weight:600;margin:0 auto 0 8px}
h2{font-size:1.05em;font-weight:600;margin:20px 0 8px}
.views{display:flex;gap:2px}
.filter{gap:6px 14px}
main{padding:14px 16px 24px}
#picture{overflow-x:auto;min-height:40px}
#picture svg{display:block}
#said{color:var(--vscode-descriptionForeground)}
#comingList{margin:0;padding:0;list-style:none;display:grid;grid-template-columns:max-content 1fr}
#comingList li{display:grid;grid-column:1/-1;grid-template-columns:subgrid;gap:2px 16px;padding:5px 0;
border-top:1px solid var(--vscode-panel-border,var(--vscode-contrastBorder,transparent))}
#comingList small{color:var(--vscode-descriptionForeground);font-size:.92em;display:block}
.link{padding:0;border:0;border-radius:2px;background:none;color:var(--vscode-textLink-foreground);text-align:left;overflow-wrap:anywhere}
.link:hover,body.vscode-high-contrast .link:hover{background:none;text-decoration:underline}
@media (max-width:${narrow}px){h1{font-size:1.1em}header{padding:8px}main{padding:8px}#comingList,#comingList li{grid-template-columns:1fr}}
`;

/** The calendar's page. */
export async function timelineHtml(extensionUri: vscode.Uri): Promise<string> {
  const { l10n } = vscode;
  const title = l10n.t('Deployment Calendar');
  const arrow = (label: string, sign: string, step: string): string =>
    pageButton(sign, `data-step="${step}" title="${xmlText(label)}" aria-label="${xmlText(label)}"`);
  const deployment = l10n.t('Next deployment');
  const conflict = l10n.t('Next conflict');
  const emptyRows = l10n.t('Empty rows');
  const print = l10n.t('Print…');
  const byKey = (what: string, key: string): string =>
    `data-find="${what}" aria-keyshortcuts="${key}" title="${xmlText(l10n.t('Key: {0}', key))}"`;
  const choice = (id: string, label: string, all: string): string =>
    `<label>${xmlText(label)} <select id="${id}" data-all="${xmlText(all)}"></select></label>`;
  const body = `<header>
<div class="row">
${arrow(l10n.t('Earlier'), '‹', 'previous')}
${pageButton(l10n.t('Today'), 'data-step="today"')}
${arrow(l10n.t('Later'), '›', 'next')}
<h1 id="heading" aria-live="polite">${xmlText(title)}</h1>
<div class="views" role="group" aria-label="${xmlText(l10n.t('View'))}">
${pageButton(l10n.t('Week'), 'data-view="week" aria-pressed="false"')}
${pageButton(l10n.t('Month'), 'data-view="month" aria-pressed="false"')}
</div>
<div class="narrow">${pageMenu(l10n.t('More'), 'more', [
    menuItem(deployment, byKey('deployment', 'N')),
    menuItem(conflict, byKey('conflict', 'C')),
    menuItem(print, 'data-print'),
  ])}</div>
${pageButton(print, 'class="wide" data-print')}
</div>
<details class="fold"><summary>${xmlText(l10n.t('Filter'))} <span id="filtered"></span></summary>
<div class="row filter">
${choice('customer', l10n.t('Customer'), l10n.t('all'))}
${choice('environment', l10n.t('Environment'), l10n.t('all'))}
${pageButton(emptyRows, 'id="empty" aria-pressed="false"')}
${pageButton(deployment, `class="wide" ${byKey('deployment', 'N')}`)}
${pageButton(conflict, `class="wide" ${byKey('conflict', 'C')}`)}
</div></details>
<span id="said" role="status"></span>
</header>
<main><div id="picture"></div>
<section id="coming" aria-labelledby="comingHead" hidden><h2 id="comingHead">${xmlText(l10n.t('Coming deployments'))}</h2><ol id="comingList"></ol></section>
</main>`;
  const styles = [style, timelineStyle(themePalette), interactiveStyle(themePalette)];
  return viewPage(extensionUri, { script: 'timelineView', title, style: styles.join('\n'), body, narrow });
}
