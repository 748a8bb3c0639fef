import { type ConfigText, isTemplate } from '../config/configFiles';
import { settingOf } from '../config/ruleSetting';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { FileFinding, Finding } from '../findings/finding';
import { problemArgs } from '../findings/problemReports';
import { hintArgs, nearestName } from '../model/parse/nearest';
import { withConflicts } from '../model/parse/problem';
import { conflictMarkers } from '../model/text/conflictMarkers';
import { LineMap } from '../model/text/lineMap';
import { inBoth, type MessageArgs } from '../model/text/localized';
import { baseName } from '../model/text/paths';
import type { LineRange } from '../model/text/range';
import { configTemplate } from '../rules/config/template';
import type { NoticeKind } from './noticeKind';
import { noticeKinds } from './noticeKinds';
import {
  longestTemplate,
  type NoticeTemplate,
  partialsFor,
  readTemplate,
  templateFor,
  templateTexts,
} from './noticeTemplate';
import { noticeVariables, sampleValues } from './noticeValues';
import { TemplateEngine, type TemplateError, type ValueWriter } from './templateEngine';
import { templateReason } from './templateReason';

const rule = configTemplate.id;
const beginning: LineRange = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const asItIs: ValueWriter = { text: (value) => value, link: (words) => words };
const partialName = /^_([\w-]+)(?:\.(?:en|es))?\.md$/;
const kindNames = noticeKinds.flatMap(({ name }) => [`${name}.en.md`, `${name}.es.md`]);

/** The findings about a team's templates: names, front matter, variables, filters, limits. */
export function checkTemplates(texts: readonly ConfigText[], config: WorkspaceConfig): FileFinding[] {
  const templates = templateTexts(texts);
  const files = new Map(
    texts.filter(({ file }) => isTemplate(file)).map(({ file, text }) => [baseName(file), { file, text }]),
  );
  const findings = new FindingList(config);
  for (const [name, { file, text }] of files) {
    const template = readTemplate(text, name);
    const partial = partialName.test(name);
    if (!partial && !kindNames.includes(name)) {
      const hint = hintArgs(nearestName(name, kindNames));
      findings.add(file, 'name', beginning, hint);
    }
    checkText(file, partial ? wholeOf(text) : template, partial, text, findings);
  }
  // The loops around a partial are known only where it is included.
  for (const language of ['en', 'es'] as const) {
    const engine = new TemplateEngine(partialsFor(language, templates));
    for (const kind of noticeKinds)
      tryOut(kind, templateFor(kind, language, templates), engine, files, findings);
  }
  return findings.all;
}

/** A partial has no front matter. */
function wholeOf(text: string): NoticeTemplate {
  const body = text.slice(0, longestTemplate);
  const problems = withConflicts([], conflictMarkers(body));
  return { ...readTemplate(''), lines: new LineMap(text), body, bodyLine: 0, problems };
}

function checkText(
  file: string,
  template: NoticeTemplate,
  partial: boolean,
  text: string,
  findings: FindingList,
): void {
  if (text.length > longestTemplate) {
    findings.add(file, 'tooLong', beginning, { size: text.length, limit: longestTemplate });
  }
  for (const problem of template.problems) {
    if (problem.code === 'tooLarge') continue;
    findings.add(file, problem.code, template.lines.rangeAt(problem.range), problemArgs(problem));
  }
  const engine = new TemplateEngine({});
  const asked = engine.inspect(template.body);
  if ('reason' in asked) {
    findings.add(file, 'engine', placeOf(asked, template.bodyLine, template.lines), reasonArgs(asked));
    return;
  }
  for (const { path, line, column } of asked) {
    const unknown = unknownVariable(path, partial);
    if (unknown === undefined) continue;
    const place = placeOf({ line, column, length: path.join('.').length }, template.bodyLine, template.lines);
    findings.add(file, 'variable', place, { value: path.join('.').slice(0, 60), ...hintArgs(unknown) });
  }
  checkSubject(file, template, engine, findings);
}

function checkSubject(
  file: string,
  template: NoticeTemplate,
  engine: TemplateEngine,
  findings: FindingList,
): void {
  const asked = engine.inspect(template.subject ?? '');
  const range = template.lines.rangeAt(template.subjectRange);
  if ('reason' in asked) findings.add(file, 'engine', range, reasonArgs(asked));
  else {
    for (const { path } of asked) {
      const unknown = unknownVariable(path, false);
      if (unknown !== undefined)
        findings.add(file, 'variable', range, { value: path.join('.').slice(0, 60), ...hintArgs(unknown) });
    }
  }
}

const names = noticeVariables.map(({ name }) => name);
const roots = new Set(names.map((name) => name.split('.')[0]));
const grouped = new Set(names.filter((name) => name.includes('.')).map((name) => name.split('.')[0]));

/**
 * The nearest name to a variable that does not exist, empty where none is near; undefined where the variable exists.
 */
function unknownVariable([root = '', part]: readonly string[], partial: boolean): string | undefined {
  const whole = part === undefined ? root : `${root}.${part}`;
  // A partial may be included in a loop, whose variable is not known here.
  if (!roots.has(root)) return partial ? undefined : (nearestName(whole, names) ?? '');
  if (!grouped.has(root) || part === undefined || names.includes(whole)) return undefined;
  return nearestName(whole, names) ?? '';
}

/** Renders a template with sample values, and reports an error that lies in a team's file. */
function tryOut(
  kind: NoticeKind,
  template: NoticeTemplate,
  engine: TemplateEngine,
  files: ReadonlyMap<string, ConfigText>,
  findings: FindingList,
): void {
  const result = engine.render(template.body, sampleValues(), asItIs);
  if (result.ok) return;
  const { partial } = result.error;
  const language = template.file?.split('.')[1];
  const candidates =
    partial === undefined
      ? [template.file ?? '']
      : [`_${partial}.${language ?? 'en'}.md`, `_${partial}.es.md`, `_${partial}.en.md`, `_${partial}.md`];
  const file = candidates.map((name) => files.get(name)).find((found) => found !== undefined)?.file;
  if (!file || findings.has(file)) return;
  const lines = partial === undefined ? template.lines : new LineMap(files.get(baseName(file))?.text ?? '');
  const place = placeOf(result.error, partial === undefined ? template.bodyLine : 0, lines);
  findings.add(file, 'engine', place, reasonArgs(result.error, kind.name));
}

/** @param kind of the notice that was tried */
function reasonArgs({ reason }: Pick<TemplateError, 'reason'>, kind?: string): MessageArgs {
  const noted = kind === undefined ? '' : ` (${kind})`;
  return inBoth('reason', (language) => `${templateReason(reason, language)}${noted}`);
}

function placeOf(
  { line, column, length = 1 }: Pick<TemplateError, 'line' | 'column' | 'length'>,
  bodyLine: number,
  lines: LineMap,
): LineRange {
  const start = { line: line - 1 + bodyLine, column: column - 1 };
  const last = Math.max(start.column + 1, lines.lineText(start.line).length);
  return { start, end: { line: start.line, column: Math.min(start.column + length, last) } };
}

class FindingList {
  readonly all: FileFinding[] = [];

  constructor(private readonly config: WorkspaceConfig) {}

  has(file: string): boolean {
    return this.all.some((found) => found.file === file);
  }

  add(file: string, message: string, range: LineRange, args: MessageArgs): void {
    const severity = settingOf(rule, { file, config: this.config })?.severity ?? 'error';
    if (severity === 'off') return;
    const finding: Finding = { rule, severity, message, args, range };
    this.all.push({ file, finding });
  }
}
