import * as vscode from 'vscode';
import { xmlText } from '../../core/timeline/svgText';
import { interactiveStyle, themePalette, timelineStyle } from '../../core/timeline/timelineStyle';
import { pageButton, viewPage } from '../panels/viewPage';

const style = `
body{padding:0}
header{display:flex;flex-wrap:wrap;align-items:center;gap:6px;padding:10px 16px}
h1{font-size:1.25em;font-weight:600;margin:0 auto 0 8px}
.views{display:flex;gap:2px}
main{padding:14px 16px 24px}
#picture{overflow-x:auto;min-height:40px}
#picture svg{display:block}
`;

/** The calendar's page. */
export async function timelineHtml(extensionUri: vscode.Uri): Promise<string> {
  const title = vscode.l10n.t('Deployment Calendar');
  const arrow = (label: string, sign: string, step: string): string =>
    pageButton(sign, `data-step="${step}" title="${xmlText(label)}" aria-label="${xmlText(label)}"`);
  const body = `<header>
${arrow(vscode.l10n.t('Earlier'), '‹', 'previous')}
${pageButton(vscode.l10n.t('Today'), 'data-step="today"')}
${arrow(vscode.l10n.t('Later'), '›', 'next')}
<h1 id="heading" aria-live="polite">${xmlText(title)}</h1>
<div class="views" role="group" aria-label="${xmlText(vscode.l10n.t('View'))}">
${pageButton(vscode.l10n.t('Week'), 'data-view="week" aria-pressed="false"')}
${pageButton(vscode.l10n.t('Month'), 'data-view="month" aria-pressed="false"')}
</div>
${pageButton(vscode.l10n.t('Print…'), 'data-print')}
</header>
<main><div id="picture"></div></main>`;
  const styles = [style, timelineStyle(themePalette), interactiveStyle(themePalette)];
  return viewPage(extensionUri, { script: 'timelineView', title, style: styles.join('\n'), body });
}
