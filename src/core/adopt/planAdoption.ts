import { globTest } from '../config/globs';
import { defaultIdPattern, idTestOf } from '../config/workspaceConfig';
import { procedureId } from '../create/planNewRecord';
import { procedureSections } from '../create/procedureSections';
import { longestText, parseRecord } from '../model/parse/parseRecord';
import { applyEdits } from '../model/text/edit';
import { baseName } from '../model/text/paths';
import { recordTypes } from '../model/vocabulary/vocabulary';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { adoptedAlready } from './adoptedAlready';
import type { Adoption, AdoptWishes } from './adoption';
import { type AdoptRefusal, endingRefusal } from './adoptRefusals';
import { headEdits } from './headEdits';
import { missingBoxes } from './missingBoxes';
import { languageOfText, titleHeading, titleOf } from './nameOfText';
import { linkEdits, placeOf } from './placeOfProcedure';
import { type AdoptSource, type ReadSource, readSource } from './readSource';
import { unplacedParts } from './unplacedParts';

/**
 * Plans how a markdown file becomes a procedure: a new file among the procedures, or the file itself with front matter
 * on top of it. Its markdown stays as it is, to the byte, but for boxes that are wished for and for links that would
 * lead elsewhere from the new place.
 *
 * @param taken ids that are given away beside those of the workspace
 */
export function planAdoption(
  source: AdoptSource,
  wishes: AdoptWishes,
  input: WorkspaceCheckInput,
  taken?: ReadonlySet<string>,
): Adoption | AdoptRefusal {
  const read = readSource(source);
  const { headings } = read.body;
  const refusal = sourceRefusal(read, wishes.inPlace ?? false, input);
  if (refusal) return refusal;
  const title = wishes.title?.replace(/\s+/g, ' ').trim() || titleOf(read.foreign, headings, source.file);
  const id = wishes.id ?? procedureId(title, input, taken) ?? procedureId(nameOf(source.file), input, taken);
  if (id === undefined) return { refused: 'noId' };
  const prefix = recordTypes.procedure.prefix;
  const isUsual = input.config.idPattern === defaultIdPattern;
  if (!input.config.idPattern.test(id) || (isUsual && !id.startsWith(prefix)))
    return { refused: 'badId', args: { id } };
  const language =
    wishes.language ??
    languageOfText(source.text.slice(read.foreign.bodyStart), headings) ??
    input.config.data.language ??
    'en';
  const planned = planFor(read, { ...wishes, id, title, language }, input);
  if (wishes.inPlace && planned.fields.length > 0) return foreignFields(planned.fields);
  const isNamed = wishes.id !== undefined || wishes.title !== undefined;
  const again = wishes.inPlace || isNamed ? undefined : adoptedAlready(planned, input);
  if (again) return again;
  if (input.index.byId(id) || taken?.has(id)) return { refused: 'idTaken', args: { id } };
  return planned;
}

type Named = AdoptWishes & Pick<Adoption, 'id' | 'title' | 'language'>;

function planFor(read: ReadSource, wishes: Named, input: WorkspaceCheckInput): Adoption {
  const { lines, body } = read;
  const { id, title, language, inPlace = false, boxes: wished = false } = wishes;
  const file = inPlace ? read.file : placeOf(id, input);
  const own = titleHeading(body.headings, title);
  const sections = procedureSections(body.headings.filter((heading) => heading !== own));
  const boxes = missingBoxes(lines, body);
  const given = boxes.filter(({ line }) => (typeof wished === 'boolean' ? wished : wished.has(line)));
  const links = inPlace ? [] : linkEdits(read, file, input);
  const head = headEdits(read, { id, title, language, inPlace }, input);
  const edits = [...head.edits, ...links, ...given.map(({ edit }) => edit)];
  const stepLines = [...body.steps, ...boxes].map(({ line }) => line).sort((a, b) => a - b);
  const placed = new Set(sections.map(({ heading }) => heading.line));
  return {
    ...{ source: read.file, id, title, language, file, edits, sections, boxes },
    boxesAdded: wished === true || given.length > 0,
    text: applyEdits(lines.text, edits).text,
    steps: body.steps.length + given.length,
    ticked: body.steps.filter(({ checked }) => checked).length,
    fields: head.fields,
    unplaced: unplacedParts(read, placed, stepLines, own),
    links: links.length,
  };
}

/** A file that is no plan of work, whatever boxes it holds. */
const listed = /(?:^|\/)(?:change-?log|todo|roadmap|backlog|history)\b[^/]*$|(?:^|\/)node_modules\//i;

/**
 * Whether a file is one to offer this for: it has steps, can become a procedure, and none is called like it. Said of each
 * version of a text that is open, so most texts are decided by a glance.
 */
export function mayBecomeProcedure(source: AdoptSource, input: WorkspaceCheckInput): boolean {
  if (!/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/m.test(source.text) || listed.test(source.file))
    return false;
  if (source.text.length > longestText) return false;
  const read = readSource(source);
  if (read.body.steps.length === 0 || sourceRefusal(read, false, input)) return false;
  const title = titleOf(read.foreign, read.body.headings, source.file);
  for (const { summary } of input.index.all())
    if (summary.type === 'procedure' && summary.title === title) return false;
  return true;
}

/** Why a file cannot become a procedure, whatever that would be called. */
function sourceRefusal(
  { file, text, lines, foreign }: ReadSource,
  inPlace: boolean,
  { config }: WorkspaceCheckInput,
): AdoptRefusal | undefined {
  const ending = endingRefusal(file, inPlace);
  if (ending) return ending;
  const record = parseRecord(text, { file, isId: idTestOf(config) });
  if (record) return { refused: 'isRecord', args: { id: record.data.id ?? record.type } };
  if (lines.text.slice(foreign.bodyStart).trim() === '') return { refused: 'empty' };
  if (!inPlace) return undefined;
  if (foreign.kind === 'unread') return { refused: 'unreadFrontMatter' };
  const keys = foreign.keys.filter((name) => /^(?:id|type|tipo)$/i.test(name));
  if (keys.length > 0) return foreignFields(keys);
  return config.data.records && !globTest(config.data.records)(file) ? { refused: 'leftOut' } : undefined;
}

function foreignFields(keys: readonly string[]): AdoptRefusal {
  return { refused: 'foreignFields', args: { keys: keys.map((key) => key.slice(0, 40)).join(', ') } };
}

function nameOf(file: string): string {
  return baseName(file).replace(/\.\w+$/, '');
}
