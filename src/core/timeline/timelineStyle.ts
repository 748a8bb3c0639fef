/** The font and the colours of the picture, in CSS. */
interface Palette {
  readonly font: string;
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly edge: string;
  readonly dayOff: string;
  readonly holiday: string;
  readonly holidayName: string;
  readonly freeze: string;
  readonly freezeLine: string;
  readonly maintenance: string;
  readonly maintenanceLine: string;
  readonly now: string;
  readonly nowLine: string;
  readonly onNow: string;
  readonly conflict: string;
  /** Outline of bars, for high contrast themes. */
  readonly outline: string;
  readonly hover: string;
  readonly focus: string;
  readonly statuses: { readonly [status: string]: string };
}

/** For print and web pages: always light. */
export const printPalette: Palette = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  background: '#ffffff',
  foreground: '#1c2733',
  muted: '#586573',
  edge: '#b9c2cb',
  dayOff: '#f1f3f6',
  holiday: '#f4e9fa',
  holidayName: '#7b3fa0',
  freeze: '#e3f0fc',
  freezeLine: '#1f6fbf',
  maintenance: '#e4f5e8',
  maintenanceLine: '#5fb479',
  now: '#c2255c',
  nowLine: '#c2255c',
  onNow: '#ffffff',
  conflict: '#d6221f',
  outline: 'none',
  hover: '#00000010',
  focus: '#1f6fbf',
  statuses: {
    to_do: '#8a949e',
    in_progress: '#2b83d6',
    to_be_reviewed: '#dba800',
    to_be_released: '#e8750c',
    releasing: '#0a9aa8',
    in_testing: '#8f56c9',
    done: '#2f9548',
    on_hold: '#b3bbc3',
  },
};

const ink = (share: number): string =>
  `color-mix(in srgb, var(--vscode-editor-foreground) ${share}%, transparent)`;
const tint = (name: string, share: number): string =>
  `color-mix(in srgb, var(--vscode-${name}) ${share}%, transparent)`;

/** The colours of the editor's theme. */
export const themePalette: Palette = {
  font: 'var(--vscode-font-family)',
  background: 'var(--vscode-editor-background)',
  foreground: 'var(--vscode-editor-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  edge: `var(--vscode-contrastBorder, ${ink(32)})`,
  dayOff: ink(6),
  holiday: tint('charts-purple', 16),
  holidayName: 'var(--vscode-editor-foreground)',
  freeze: tint('charts-blue', 16),
  freezeLine: 'var(--vscode-charts-blue)',
  maintenance: tint('charts-green', 13),
  maintenanceLine: 'var(--vscode-charts-green)',
  now: 'var(--vscode-button-background)',
  // In themes of high contrast a button has the colour of the page.
  nowLine: 'var(--vscode-contrastActiveBorder, var(--vscode-button-background))',
  onNow: 'var(--vscode-button-foreground)',
  conflict: 'var(--vscode-editorError-foreground, var(--vscode-errorForeground))',
  outline: 'var(--vscode-contrastBorder, none)',
  hover: ink(9),
  focus: 'var(--vscode-focusBorder)',
  statuses: {
    to_do: 'var(--vscode-descriptionForeground)',
    in_progress: 'var(--vscode-charts-blue)',
    to_be_reviewed: 'var(--vscode-charts-yellow)',
    // The editor's own orange is that of search results, which is hardly visible in some themes.
    to_be_released: 'color-mix(in srgb, var(--vscode-charts-red) 50%, var(--vscode-charts-yellow))',
    releasing: 'var(--vscode-terminal-ansiCyan)',
    in_testing: 'var(--vscode-charts-purple)',
    done: 'var(--vscode-charts-green)',
    on_hold: ink(35),
  },
};

/** The style sheet of the picture for a palette. */
export function timelineStyle(palette: Palette): string {
  const { font, statuses } = palette;
  const rules: readonly (readonly [selector: string, declarations: string])[] = [
    ['text', `font-family:${font};fill:${palette.foreground}`],
    ['.paper', `fill:${palette.background}`],
    ['.sheet', `fill:${palette.background};stroke:none`],
    ['.frame', `fill:none;stroke:${palette.edge}`],
    ['.title', 'font-weight:600'],
    ['.muted,.clock,.when,.environment,.more', `fill:${palette.muted}`],
    ['.corner,.customer,.today', 'font-weight:600'],
    ['.today', `fill:${palette.focus}`],
    ['.day', `stroke:${palette.foreground};stroke-opacity:.15`],
    ['.week', `stroke:${palette.edge};stroke-opacity:1`],
    ['.hour', `stroke:${palette.foreground};stroke-opacity:.06`],
    ['.edge', `stroke:${palette.edge}`],
    ['.between', `stroke:${palette.foreground};stroke-opacity:.13`],
    ['.dayOff', `fill:${palette.dayOff}`],
    ['.holiday', `fill:${palette.holiday}`],
    ['.freeze,.softFreeze', `fill:${palette.freeze}`],
    ['.maintenance', `fill:${palette.maintenance}`],
    ['.freeze-line,.softFreeze-line', `stroke:${palette.freezeLine};stroke-width:3`],
    ['.softFreeze-line', 'stroke-dasharray:4 3'],
    ['.maintenance-line', `stroke:${palette.maintenanceLine};stroke-width:3`],
    ['.ribbon', 'font-weight:600'],
    ['.freeze-name,.softFreeze-name', `fill:${palette.freezeLine}`],
    ['.holiday-name', `fill:${palette.holidayName}`],
    ['.name', 'font-weight:500'],
    ['.reach', 'fill:transparent;stroke:none'],
    ['.conflict .reach', `stroke:${palette.conflict};stroke-width:1.6`],
    ['.overdue .when', `fill:${palette.conflict}`],
    ['.window', `stroke:${palette.outline}`],
    ...Object.entries(statuses).flatMap(([status, colour]) => [
      [`.is-${status} .window,.is-${status} .stripe`, `fill:${colour}`] as const,
      [`.is-${status}.long .window`, `fill-opacity:.25;stroke:${colour}`] as const,
    ]),
    ['.hatch', `stroke:${palette.foreground};stroke-width:1.8`],
    ['.gaps', `fill:${palette.background}`],
    ['.now line', `stroke:${palette.nowLine};stroke-width:2`],
    ['.now rect', `fill:${palette.now}`],
    ['.now text', `fill:${palette.onNow};font-weight:600`],
  ];
  return rules.map(([selector, declarations]) => `${scoped(selector)}{${declarations}}`).join('\n');
}

/** Additional rules for a picture whose bars can be focused. */
export function interactiveStyle(palette: Palette): string {
  const rules: readonly (readonly [selector: string, declarations: string])[] = [
    ['.bar [role]', 'cursor:pointer;outline:none'],
    ['.label', 'pointer-events:none'],
    ['.bar [role]:hover .reach', `fill:${palette.hover}`],
    ['.bar [role]:focus .reach', `stroke:${palette.focus};stroke-width:2.4;fill:${palette.hover}`],
  ];
  return rules.map(([selector, declarations]) => `${scoped(selector)}{${declarations}}`).join('\n');
}

function scoped(selector: string): string {
  return selector
    .split(',')
    .map((part) => `.timeline ${part}`)
    .join(',');
}
