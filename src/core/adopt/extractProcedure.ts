import { stateOf } from '../actions/stepAction';
import { applicableEdits, boxEdit } from '../actions/stepEdits';
import { zoneOrUtc } from '../config/workspaceConfig';
import { frontMatterText } from '../create/frontMatterText';
import { procedureId } from '../create/planNewRecord';
import { titleOf } from '../index/summarise';
import type { RecordOf } from '../model/parse/record';
import type { Heading } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import { headingStartsWith } from '../model/text/headings';
import type { Language } from '../model/text/localized';
import { localText } from '../model/time/localText';
import { procedureFields } from '../model/vocabulary/procedureFields';
import type { SectionName } from '../model/vocabulary/sections';
import { joinedText } from '../procedure/closedText';
import { editedPart, relevelled } from '../procedure/procedureParts';
import { sectionTexts, testTexts } from '../procedure/sectionTexts';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { linkEdits, placeOf } from './placeOfProcedure';

/** A procedure that is made of a change: the other way round. */
export interface ExtractedProcedure {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly file: string;
  readonly text: string;
}

/** What a change is, with its file and the procedure that it follows. */
export interface ExtractSource {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly procedure?: RecordOf<'procedure'> | undefined;
}

/** Sections of a change that belong to its procedure, behind the deployment; most of them only where they have steps. */
const further = ['rollback', 'tests', 'approvals', 'checklist'] as const satisfies readonly SectionName[];

/**
 * Makes a procedure of a change: its deployment, and what its rollback, tests and checklist have of steps, all of them
 * open, with what every change of its kind has in common as defaults.
 *
 * @returns why not: the change has no steps, or no id can be made of the title
 */
export function extractProcedure(
  { file, record, procedure }: ExtractSource,
  wishes: { readonly title?: string | undefined; readonly language?: Language | undefined },
  input: WorkspaceCheckInput,
): ExtractedProcedure | 'noSteps' | 'noId' {
  if (record.body.steps.length === 0) return 'noSteps';
  const title = wishes.title?.replace(/\s+/g, ' ').trim() || titleOf(record);
  const id = procedureId(title, input);
  if (id === undefined) return 'noId';
  const language = wishes.language ?? record.data.language ?? record.language;
  const to = placeOf(id, input);
  const body = bodyOf(file, record, to, input);
  const front = frontMatterText(language, procedureFields, {
    ...{ id, title, type: 'procedure', version: '1.0.0' },
    created: localText(input.now, zoneOrUtc(input.config, record.data.customer)).slice(0, 10),
    language: record.data.language === language ? language : undefined,
    gates: gatesIn(body, procedure),
    defaults: defaultsOf(record),
  });
  return { id, title, language, file: to, text: `${front}# ${title}\n\n${body}\n` };
}

function bodyOf(file: string, record: RecordOf<'change'>, to: string, input: WorkspaceCheckInput): string {
  const { lines, body, bodyStart } = record;
  const edits = [
    ...body.steps.flatMap((step) =>
      stateOf(step) === 'skipped' ? applicableEdits(step, lines.text) : [boxEdit(step, false)],
    ),
    ...linkEdits({ file, lines, body, foreign: { bodyStart } }, to, input),
  ];
  const pieces = [sectionOf(record, 'deployment'), ...further.map((name) => sectionOf(record, name))].flatMap(
    (heading) => (heading && belongs(record, heading) ? [piece(record, heading, edits)] : []),
  );
  return joinedText(pieces);
}

/** The outermost heading of a section. */
function sectionOf({ body }: RecordOf<'change'>, name: SectionName): Heading | undefined {
  const [first] = body.headings
    .filter(({ section }) => section === name)
    .sort((a, b) => a.level - b.level || a.line - b.line);
  return first;
}

/** Whether a section is one of every such change: it has steps, or says how to go back. */
function belongs({ lines, body, data, language }: RecordOf<'change'>, heading: Heading): boolean {
  const { line, endLine, section, empty } = heading;
  if (body.steps.some((step) => step.line > line && step.line < endLine)) return !isUnfilled();
  return !empty && (section === 'deployment' || section === 'rollback') && !isUnfilled();

  function isUnfilled(): boolean {
    const text = lines.text.slice(lines.startOf(line + 1), lines.startOf(endLine)).trim();
    const usual = Object.entries({ ...sectionTexts, ...testTexts }).find(([name]) => name === section)?.[1];
    return usual !== undefined && text === usual[data.language ?? language] && text.includes('TBD');
  }
}

/** A section as the procedure has it: its deployment without its heading, and what is below that one level up. */
function piece({ lines, body }: RecordOf<'change'>, heading: Heading, edits: readonly TextEdit[]): string {
  const isWhole = heading.section === 'deployment';
  const inside = body.headings.filter(({ line }) => line > heading.line && line < heading.endLine);
  const top = Math.min(...inside.map(({ level }) => level));
  const own = isWhole ? inside : [heading, ...inside];
  const up = isWhole ? 2 - top : 2 - heading.level;
  const levels = own.flatMap((each) => relevelled(each, up, lines));
  const start = lines.startOf(isWhole ? heading.line + 1 : heading.line);
  return editedPart(lines.text, start, lines.startOf(heading.endLine), [...edits, ...levels]);
}

/** What such changes have in common, as far as that can be told of one. */
function defaultsOf({ data }: RecordOf<'change'>): { readonly [name: string]: unknown } {
  const { change_type, deployment_type, environments, performed_by, schedule, notify, abort_criteria } = data;
  return {
    // What needs no approval has to be approved as such first.
    change_type: change_type === 'standard' ? undefined : change_type,
    ...{ deployment_type, environments, performed_by, abort_criteria, notify },
    schedule: schedule?.duration === undefined ? undefined : { duration: schedule.duration },
  };
}

/** The gates of the procedure that the change follows, of which all headings are there. */
function gatesIn(body: string, procedure: RecordOf<'procedure'> | undefined) {
  const titles = body.split('\n').flatMap((line) => /^#{2,6}\s+(.*)$/.exec(line)?.[1] ?? []);
  const isThere = (heading: string): boolean => titles.some((title) => headingStartsWith(title, heading));
  return procedure?.data.gates?.filter(({ section, requires = [] }) =>
    [...(section === undefined ? [] : [section]), ...requires].every(isThere),
  );
}
