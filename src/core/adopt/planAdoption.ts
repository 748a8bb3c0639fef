import { defaultIdPattern } from '../config/workspaceConfig';
import { procedureId } from '../create/planNewRecord';
import { applyEdits } from '../model/text/edit';
import { baseName } from '../model/text/paths';
import { recordTypes } from '../model/vocabulary/vocabulary';
import { procedureSections } from '../procedure/procedureSections';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { adoptedAlready } from './adoptedAlready';
import type { Adoption, AdoptWishes } from './adoption';
import type { AdoptRefusal } from './adoptRefusals';
import { headEdits } from './headEdits';
import { missingBoxes } from './missingBoxes';
import { languageOfText, titleHeading, titleOf } from './nameOfText';
import { linkEdits, placeOf } from './placeOfProcedure';
import { type AdoptSource, type ReadSource, readSource } from './readSource';
import { foreignFields, sourceRefusal } from './sourceRefusal';
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

function nameOf(file: string): string {
  return baseName(file).replace(/\.\w+$/, '');
}
