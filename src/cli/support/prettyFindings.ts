import { resolve } from 'node:path';
import pc from 'picocolors';
import { LineMap } from '../../core/model/text/lineMap';
import type { Language } from '../../core/model/text/localized';
import type { ReportedFileFinding, ReportedFinding } from '../../core/report/reportedFinding';
import { readRegular } from '../../node/openFile';
import { say } from './command';
import type { CliIo } from './io';
import { shownLines } from './sourceLines';
import { ownColor } from './terminalText';

type Color = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';
type Colors = { readonly [name in Color]: (text: string) => string };

/** Colours only where somebody looks at a terminal and has not said no. */
export function colorsFor(io: CliIo): Colors {
  const wanted = io.env.FORCE_COLOR !== undefined && io.env.FORCE_COLOR !== '0';
  const colors = pc.createColors((io.terminal || wanted) && !io.env.NO_COLOR);
  const own = (name: Color) => ownColor((text) => colors[name](text));
  return {
    bold: own('bold'),
    dim: own('dim'),
    red: own('red'),
    green: own('green'),
    yellow: own('yellow'),
    blue: own('blue'),
    cyan: own('cyan'),
  };
}

/** Prints findings for people: place, severity, sentence, rule, and the source line with a marker under it. */
export class PrettyFindings {
  private readonly colors: Colors;
  private lastFile = '';
  private lines: LineMap | undefined;

  constructor(
    private readonly io: CliIo,
    private readonly language: Language,
  ) {
    this.colors = colorsFor(io);
  }

  print({ file, finding, older }: ReportedFileFinding, text?: string): void {
    const { colors } = this;
    const { line, column } = finding.range.start;
    // A line of a log that begins like that is a command for GitHub's runner.
    const shown = file.trimStart().startsWith('::') ? `./${file}` : file;
    const place = `${shown}:${line + 1}:${column + 1}`;
    const severity = this.severity(finding);
    const message = clean(finding.message[this.language]);
    const since = older ? `  ${colors.dim(say(this.language, 'older'))}` : '';
    this.io.out(
      `${colors.cyan(clean(place))}  ${severity}  ${message}  ${colors.dim(finding.rule)}${since}\n`,
    );
    this.source(file, finding, text);
  }

  private severity(finding: ReportedFinding): string {
    const word = say(this.language, finding.severity);
    if (finding.severity === 'error') return this.colors.red(word);
    return finding.severity === 'warning' ? this.colors.yellow(word) : this.colors.blue(word);
  }

  private source(file: string, finding: ReportedFinding, text?: string): void {
    const { start, end } = finding.range;
    const line = finding.line ?? this.linesOf(file, text)?.lineText(start.line);
    if (line === undefined || line.trim() === '') return;
    const from = Math.max(0, start.column - 60);
    const shown = clean(line.slice(from, from + 140)).trimEnd();
    const width = end.line === start.line ? end.column - start.column : line.length - start.column;
    const marker =
      ' '.repeat(start.column - from) + '^'.repeat(Math.max(1, Math.min(width, 140 - (start.column - from))));
    const number = String(start.line + 1);
    const bar = this.colors.dim('|');
    this.io.out(`  ${this.colors.dim(number)} ${bar} ${shown}\n`);
    this.io.out(`  ${' '.repeat(number.length)} ${bar} ${this.colors.yellow(marker)}\n`);
  }

  private linesOf(file: string, text?: string): LineMap | undefined {
    if (file !== this.lastFile) {
      this.lastFile = file;
      this.lines = this.readLines(file, text);
    }
    return this.lines;
  }

  private readLines(file: string, text?: string): LineMap | undefined {
    try {
      return text === undefined
        ? shownLines(readRegular(resolve(this.io.cwd, file), 2_000_000).bytes)
        : new LineMap(text);
    } catch {
      return undefined;
    }
  }
}

/** Control characters, and those that turn the direction of writing: they have no width that a marker could count. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a record as it may be shown: what would steer the terminal, or a runner (`##[…]`), is replaced. */
function clean(text: string): string {
  return text.replace(/\t/g, ' ').replace(steering, '\uFFFD').replace(/##\[/g, '##\uFFFD');
}
