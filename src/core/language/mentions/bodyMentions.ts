import { configuredRoles } from '../../config/workspaceConfig';
import type { ParsedRecord } from '../../model/parse/record';
import type { FileLink, Step } from '../../model/parse/step';
import { readStepComment } from '../../model/parse/stepComment';
import { resolvePath } from '../../model/text/paths';
import { textRange } from '../../model/text/range';
import { roleChoice } from '../../model/vocabulary/choices';
import { roleNamed } from '../../model/vocabulary/roleNamed';
import { namedHeadings } from './headingMentions';
import type { Mention, MentionInput, NamedKind, NamedThing } from './mention';
import { personThing, stepThing } from './namedThings';
import { pathMentions } from './pathMentions';
import { writtenLinks } from './writtenLinks';

/** What the body of a record names besides ids: steps and who does them, headings, and records by their files. */
export function bodyMentions(
  record: ParsedRecord,
  file: string,
  input: MentionInput,
  only: NamedKind | undefined,
): Mention[] {
  const { body } = record;
  const source = { file, text: record.lines.text };
  const asked = (...kinds: NamedKind[]): boolean => !only || kinds.includes(only);
  return [
    ...(asked('step', 'role', 'person')
      ? body.steps.flatMap((step) => stepMentions(step, record, file, input))
      : []),
    ...(asked('record')
      ? writtenLinks(record).flatMap(({ range }) => pathMentions(source, range, input))
      : []),
    ...(asked('heading') ? headingsIn(record, file, input) : []),
  ];
}

const commentHead = /^<!--\s*(?:step|paso):\s*/;

function stepMentions(step: Step, record: ParsedRecord, file: string, input: MentionInput): Mention[] {
  if (step.name === undefined && step.by === undefined) return [];
  const { text } = record.lines;
  const at = text.lastIndexOf('<!--', step.range.end);
  const comment = text.slice(at, step.range.end);
  const mentions: Mention[] = [];
  const push = (thing: NamedThing | undefined, start: number, written: string, defines: boolean): void => {
    const quote = /["']/.exec(text[start - 1] ?? '')?.[0] ?? '';
    const range = textRange(start, start + written.length);
    if (thing) mentions.push({ ...thing, range, written, defines, style: 'comment', quote });
  };
  const head = commentHead.exec(comment)?.[0].length ?? 0;
  if (step.name !== undefined) push(stepThing(record, file, step.name, input), at + head, step.name, true);
  const word = readStepComment(comment)?.places.get('by');
  if (step.by !== undefined && word)
    push(doerThing(step.by, input), at + comment.indexOf(step.by, word.start), step.by, false);
  return mentions;
}

/** Who does a step: a role where the approvals know it, else a person. */
function doerThing(written: string, { config }: MentionInput): NamedThing | undefined {
  const role = roleNamed(written);
  const known = Object.hasOwn(roleChoice.choices, role) || configuredRoles(config).includes(role);
  return known ? { kind: 'role', key: role, scope: '' } : personThing(config, written);
}

/** The headings, and the links that lead to them or to those of other records. */
function headingsIn(record: ParsedRecord, file: string, input: MentionInput): Mention[] {
  const named = namedHeadings(record, file, input);
  const { text } = record.lines;
  const own = named.map(({ heading: { range }, thing }): Mention => {
    const written = text.slice(range.start, range.end);
    return { ...thing, range, written, defines: true, style: 'text', quote: '' };
  });
  const links = record.body.links.flatMap((link): Mention[] => {
    const thing = linkedHeading(
      link,
      named.map(({ thing: one }) => one),
      file,
      input,
    );
    const { start, end } = link.range;
    const hash = text.indexOf('#', start);
    if (!thing || hash < start || hash >= end) return [];
    const range = textRange(hash + 1, text[end - 1] === '>' ? end - 1 : end);
    const written = text.slice(range.start, range.end);
    return [{ ...thing, range, written, defines: false, style: 'fragment', quote: '' }];
  });
  return [...own, ...links];
}

function linkedHeading(
  { path, fragment }: FileLink,
  own: readonly NamedThing[],
  file: string,
  { index }: MentionInput,
): NamedThing | undefined {
  const key = fragment.normalize('NFC').toLowerCase();
  if (key === '') return undefined;
  const target = path === '' ? file : resolvePath(file, path);
  if (target === file) return own.find((thing) => thing.key === key);
  const scope = target === undefined ? undefined : index.keys(target)?.id;
  return scope ? { kind: 'heading', key, scope } : undefined;
}
