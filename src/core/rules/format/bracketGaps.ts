import { type TextRange, textRange } from '../../model/text/range';

/** Words with which templates say in brackets what is to be written there. */
const askingWords = [
  'brief|short|describe|description|insert|enter|add|list|provide|specify|fill',
  'name|your|date|time|link|url|person|team|number|version|ticket|owner',
  'write|explain|replace|who|what|when|why|how|e\\.g\\.|if applicable|optional',
  'breve|descripción|inserta|insertar|indica|indicar|introduce|añade|añadir|lista',
  'detalla|detallar|especifica|especificar|rellena|rellenar|completa|completar|escribe',
  'escribir|nombre|tu|fecha|hora|enlace|persona|equipo|número|versión|responsable',
  'quién|qué|cuándo|por qué|cómo|explica|explicar|ej\\.|p\\. ?ej\\.',
].join('|');
const asking = new RegExp(`^(?:${askingWords})\\s`, 'iu');
const askedThing =
  /^(?:name|date|time|link|url|version|number|team|person|owner|title|description|ticket|nombre|fecha|hora|enlace|versi[oó]n|n[uú]mero|equipo|persona|responsable|t[ií]tulo|descripci[oó]n)$/iu;

const bracket = /(?<![[\]\p{L}\p{N}!])\[(\p{L}[^[\]\n]{1,80})\](?![[(:])/gu;
/** What may stand before a text in brackets that is all that its line says, or all behind a label. */
const lead = /^[\s>*_~"'#+-]*(?:\d+[.)]\s+)?(?:\[[ xX]\]\s+)?(?:[^:\n]{1,60}:[*_]*\s+)?["'*_]*$/;
const trail = /^["'*_~.\s]*$/;

const hint = /\[\p{L}[^[\]\n]{1,80}\](?![[(:])/uy;

/** A cheap look for a text in brackets that is no link; most records have none, but many boxes. */
export function mayHaveGap(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (text[at + 2] === ']') continue;
    hint.lastIndex = at;
    if (hint.test(text)) return true;
  }
  return false;
}

/**
 * Texts in brackets that a template leaves to be replaced: those that ask for something, and those of several words
 * that are all that a line says.
 *
 * @param source prose without code and links
 * @param isLink whether a name in brackets has an address elsewhere
 */
export function gapsIn(source: string, isLink: (name: string) => boolean): TextRange[] {
  const found: TextRange[] = [];
  for (const match of source.matchAll(bracket)) {
    const [whole, words = ''] = match;
    const asks = asking.test(words) || askedThing.test(words);
    if ((asks || (/\s/.test(words) && standsAlone(source, match.index, whole.length))) && !isLink(words))
      found.push(textRange(match.index, match.index + whole.length));
  }
  return found;
}

function standsAlone(source: string, at: number, length: number): boolean {
  const start = Math.max(source.lastIndexOf('\n', at - 1) + 1, at - 200);
  const lineEnd = source.indexOf('\n', at);
  const end = Math.min(lineEnd < 0 ? source.length : lineEnd, at + length + 200);
  return lead.test(source.slice(start, at)) && trail.test(source.slice(at + length, end));
}
