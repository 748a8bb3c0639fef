/** The colours of the picture, in CSS. */
interface FiguresPalette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly edge: string;
  readonly good: string;
  readonly bad: string;
  readonly time: string;
}

const light: FiguresPalette = {
  background: '#ffffff',
  foreground: '#1c2733',
  muted: '#586573',
  edge: '#d4dae0',
  good: '#2b83d6',
  bad: '#d6221f',
  time: '#0a7f8c',
};

const dark: FiguresPalette = {
  background: '#1b1f24',
  foreground: '#e6e9ed',
  muted: '#a3adb8',
  edge: '#3a424b',
  good: '#5aa9f0',
  bad: '#ff7b72',
  time: '#4fc3cf',
};

/** For whoever needs strong contrast: no grey, and every edge as strong as the text. */
const lightContrast: FiguresPalette = {
  ...light,
  ...{ foreground: '#000000', muted: '#000000', edge: '#000000' },
  ...{ good: '#0a4f96', bad: '#b5200d', time: '#005b66' },
};

const darkContrast: FiguresPalette = {
  ...dark,
  ...{ background: '#000000', foreground: '#ffffff', muted: '#ffffff', edge: '#ffffff' },
};

const palettes = { light, dark, lightContrast, darkContrast };

/** How what is around a picture looks. */
export type Shade = keyof typeof palettes;

/** The style sheet of a picture: of a shade, or with whether its reader likes it light or dark. */
export function figuresStyle(shade?: Shade): string {
  if (shade) return rules(palettes[shade]);
  return `${rules(light)}\n@media (prefers-color-scheme:dark){\n${rules(dark)}\n}`;
}

const font = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

function rules({ background, foreground, muted, edge, good, bad, time }: FiguresPalette): string {
  return [
    // A window of its own may be narrower than the picture.
    ['', 'max-width:100%;height:auto'],
    ['text', `font-family:${font};fill:${foreground}`],
    ['.paper', `fill:${background}`],
    ['.title,.value,.section', 'font-weight:600'],
    ['.muted', `fill:${muted}`],
    ['.tile', `fill:none;stroke:${edge}`],
    ['.line', `stroke:${edge}`],
    ['.went', `fill:${good}`],
    ['.failed', `fill:${bad}`],
    ['.reach', `stroke:${time};stroke-width:3;stroke-opacity:.55;stroke-linecap:round`],
    ['.middle', `fill:${time}`],
  ]
    .map(([selector = '', declarations]) => {
      const scoped = selector.split(',').map((part) => `.figures ${part}`.trim());
      return `${scoped.join(',')}{${declarations}}`;
    })
    .join('\n');
}
