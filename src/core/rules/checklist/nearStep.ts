import type { Report } from '../../findings/report';
import type { ParsedRecord } from '../../model/parse/record';
import type { Heading } from '../../model/parse/step';
import { textRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** Blanks that are none to GFM: hard, narrow and wide ones, and those that nobody sees. */
const blank = '[ \\t\\u00a0\\u00ad\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufe0f\\ufeff]';
const bullet = '[-*+•·●○■‣▪◦\\u2010-\\u2015\\u2212]|(?:\\d{1,9}|[a-z])[.)]';
/** What people put into a box besides a blank and an x: that it was dropped, begun, or done in another way. */
const mark = 'x|[-~/<>*!?_.v✓✔√✗✘✕×☐□☑☒✅❌•]|n/?a|ok';
const glyph = '[☐☑☒□▢◻◽⬜🔲🔳❏❑]';
const box = `(?:\\\\?\\[|［)(${blank}{0,3}(?:${mark})?${blank}{0,3})(?:\\\\?\\]|］)(?![([]|\\{[.#])|\\(${blank}\\)|(${glyph})`;
/** What no near-step is without, wherever its bullet stands. */
const boxHint = new RegExp(`[[［(]|${glyph}`, 'u');
/** What stands behind a bracket that explains a sign or offers a choice: no step is written so without a bullet. */
const otherUse = new RegExp(`^[:=]|${box}`, 'iu');
const blanks = new RegExp(blank, 'gu');
const nearStep = new RegExp(
  `^((?:${blank}|>)*)((${bullet})?${blank}{0,4}(${box})${blank}{0,4})(?!${blank})(.+)$`,
  'iu',
);
const done = /[x✓✔√☑✅]|ok/iu;
const dropped = /[-~/<>*!?.v✗✘✕×☒❌•]|n\/?a/iu;
const numbered = /^[ \t>]*\d{1,9}[.)][ \t]+$/;
const checklistTitle = /check ?list|lista de (?:comprobaci[oó]n|verificaci[oó]n|control|chequeo)/iu;

/** `checklist/near-step`: what looks like a step is one. */
export const checklistNearStep = defineRule({
  id: 'checklist/near-step',
  severity: 'info',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'Looks like a step and is none', es: 'Parece un paso y no lo es' },
  explanation: {
    en: 'A step is an item of a list with a box: a bullet or a number, a blank, `[ ]` or `[x]`, a blank, and the text. Where a blank is missing or is a hard one, the box is empty, holds another mark or has no bullet, readers see a step, but it is plain text: it is not ticked, not counted, and the change is done without it. Under the heading of a checklist, numbered instructions of which none has a box are told once.',
    es: 'Un paso es un elemento de lista con casilla: una viñeta o un número, un espacio, `[ ]` o `[x]`, un espacio y el texto. Si falta un espacio o es de no separación, la casilla está vacía, lleva otra marca o no tiene viñeta, quien lee ve un paso, pero es texto: no se marca, no se cuenta y el cambio se cierra sin él. Bajo el encabezado de una lista de comprobación, si ninguna de las instrucciones numeradas tiene casilla, se señala una sola vez.',
  },
  messages: {
    near: {
      en: 'This looks like a step and is none, so nobody can tick it: write “{wanted}”.',
      es: 'Parece un paso y no lo es, así que nadie puede marcarlo: escribe «{wanted}».',
    },
    mark: {
      en: 'This looks like a step and is none, since a box holds a blank or an x: write “{wanted}”, or strike a step out that does not apply, with the reason: “- [x] ~~text~~ (n/a: reason)”.',
      es: 'Parece un paso y no lo es, porque una casilla lleva un espacio o una x: escribe «{wanted}» o, si no se aplica, táchalo con el motivo: «- [x] ~~texto~~ (n/a: motivo)».',
    },
    numbered: {
      en: '{count|The numbered instruction|None of the {count} numbered instructions} under “{title}” has {count|no|a} box, so nobody can tick {count|it|them}; write “1. [ ]” in front.',
      es: '{count|La instrucción numerada|Ninguna de las {count} instrucciones numeradas} bajo «{title}» {count|no tiene|tiene} casilla, así que nadie puede {count|marcarla|marcarlas}; escribe «1. [ ]» delante.',
    },
  },
  fixTitles: {
    write: { en: 'Write it as a step: “{wanted}”', es: 'Escribirlo como paso: «{wanted}»' },
    boxes: { en: 'Give each of them a box', es: 'Poner una casilla a cada una' },
  },
  *check(record, { config }) {
    const stage = record.type === 'procedure' ? 'to_do' : stageOfRecord(record, config);
    if (isOpen(stage)) yield* nearSteps(record);
  },
});

/** What looks like a step in a text and is none, with the edit that makes it one. */
export function* nearSteps({ lines, body }: Pick<ParsedRecord, 'lines' | 'body'>): Generator<Report> {
  // Nobody has more of them; a hostile record may.
  const named = body.headings.filter(saysChecklist).slice(0, 100);
  const checklists = named.filter((heading) => !body.steps.some((step) => isWithin(step.line, heading)));
  const instructions = new Map<Heading, number[]>();
  const steps = new Set(body.steps.map((step) => step.line));
  for (const range of body.prose()) {
    // Most prose ends here.
    const boxed = boxHint.test(lines.text.slice(range.start, range.end));
    if (!boxed && checklists.length === 0) continue;
    const first = lines.lineAt(range.start);
    const last = lines.lineAt(range.end);
    let near = false;
    for (let at = first; boxed && at <= last; at++) {
      const report = steps.has(at) ? undefined : nearStepIn(lines.lineText(at), lines.startOf(at));
      near ||= report !== undefined;
      if (report) yield report;
    }
    const before = lines.text.slice(lines.startOf(first), range.start);
    const heading = checklists.findLast((own) => isWithin(first, own));
    if (!heading || !(near || numbered.test(before))) continue;
    // What looks like a step is told by itself.
    instructions.set(heading, [...(instructions.get(heading) ?? []), near ? Number.NaN : range.start]);
  }
  for (const [heading, starts] of instructions)
    if (!starts.some(Number.isNaN)) yield noBoxes(heading, starts);
}

function saysChecklist({ title, section }: Heading): boolean {
  return section === 'checklist' || checklistTitle.test(title);
}

function isWithin(at: number, { line, endLine }: Heading): boolean {
  return at > line && at < endLine;
}

function noBoxes(heading: Heading, starts: readonly number[]): Report {
  const edits = starts.map((start) => ({ range: textRange(start), text: '[ ] ' }));
  const args = { count: starts.length, title: heading.title };
  return { message: 'numbered', range: heading.range, args, fixes: [{ title: 'boxes', edits }] };
}

function nearStepIn(text: string, lineStart: number): Report | undefined {
  const found = nearStep.exec(text.length > 2000 ? text.slice(0, 2000) : text);
  const [, indent = '', marker = '', sign, boxText = '', inside, drawn, words = ''] = found ?? [];
  const content = (drawn ?? inside ?? '').replace(blanks, '');
  const isDropped = dropped.test(content);
  // Without a bullet only an empty box is surely meant as one.
  if (!found || (sign === undefined && (isDropped || otherUse.test(words)))) return undefined;
  const isLetter = /^[a-z]/i.test(sign ?? '');
  const plainSign = sign === undefined || /^[^\d*+]/.test(sign) ? '-' : sign;
  // A letter is no bullet, and stays as text.
  const written = `${plainSign} [${done.test(content) ? 'x' : ' '}] ${isLetter ? `${sign} ` : ''}`;
  const start = lineStart + indent.length;
  const plain = indent.replace(blanks, (found) => (/[ \t]/.test(found) ? found : ' '));
  if (marker === written && plain === indent) return undefined;
  const from = plain === indent ? start : lineStart;
  const edit = {
    range: textRange(from, start + marker.length),
    text: from === start ? written : plain + written,
  };
  const certain =
    /^(?:[-*+]|\d+[.)])?$/.test(sign ?? '') && /^\[.*\]$/u.test(boxText) && /^x?$/i.test(content);
  const wanted = `${written}${words.slice(0, 60)}`;
  return {
    message: isDropped ? 'mark' : 'near',
    range: textRange(start, start + marker.trimEnd().length),
    args: { wanted },
    fixes: [{ title: 'write', args: { wanted }, edits: [edit], certain: certain && sign !== undefined }],
  };
}
