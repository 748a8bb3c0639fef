import { type Block, type ImportedText, type LostMarkup, shownCode, shownLink, shownWords } from './block';

const item = /^\s*([*#-]+)\s+(.*)$/;
const dashes = /^\s*-\s*\[([ xX]?)\]\s*(.*)$/;
/** Boxes as people write them in an issue tracker that has none, and its signs for done and not done. */
const box = /^(?:\[([ xX]?)\](?!\()|\((\/|x|on|off|\?|!)\))\s*/i;
const inline =
  /\{\{([^{}\n]+)\}\}|\[([^[\]|\n]*)\|([^[\]|\s]+)(?:\|[^[\]\n]*)?\]|\[((?:https?:\/\/|mailto:)[^[\]\s]+)\]|\[~(?:accountid:)?([^[\]\n]+)\]|!([^!\s|][^!\n|]*\.\w{2,5})(?:\|[^!\n]*)?!|(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])/g;
const block = /^\{(code|noformat)(?::[^{}]*)?\}\s*$/i;

/** Reads the wiki markup of an issue tracker: lists, boxes, code and links stay, everything else becomes words. */
export function readWiki(text: string): ImportedText {
  const blocks: Block[] = [];
  const lost = new Set<LostMarkup>();
  let open: string[] | undefined;
  const end = (): void => {
    if (open) blocks.push({ kind: 'paragraph', lines: open });
    open = undefined;
  };
  const lines = withoutBoxes(text).split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const code = block.exec(line.trim())?.[1];
    const heading = /^\s*h[1-6]\.\s+(.*)$/.exec(line)?.[1];
    const listed = listedIn(line);
    if (code || heading !== undefined || listed || line.trim() === '' || /^\s*-{4,}\s*$/.test(line)) end();
    if (code) {
      const mark = `{${code.toLowerCase()}}`;
      let last = at + 1;
      while (last < lines.length && lines[last]?.trim().toLowerCase() !== mark) last++;
      blocks.push({ kind: 'code', lines: lines.slice(at + 1, last) });
      at = last;
    } else if (heading !== undefined) blocks.push({ kind: 'heading', lines: [wikiWords(heading, lost)] });
    else if (listed) blocks.push({ ...listed, lines: listed.lines.map((said) => wikiWords(said, lost)) });
    else if (line.trim() !== '' && !/^\s*-{4,}\s*$/.test(line)) {
      open ??= [];
      open.push(wikiWords(line, lost));
    }
  }
  end();
  return { blocks, lost };
}

/** Puts blocks of code on lines of their own, and leaves out what only paints. */
function withoutBoxes(text: string): string {
  return text
    .replace(/\{(code|noformat)(?::[^{}\n]*)?\}/gi, (mark) => `\n${mark}\n`)
    .replace(/\{(?:quote|panel|color|info|note|tip|warning|anchor)(?::[^{}\n]*)?\}/gi, '');
}

function listedIn(line: string): Block | undefined {
  const boxed = dashes.exec(line);
  if (boxed) return { kind: 'item', lines: [boxed[2] ?? ''], checked: /x/i.test(boxed[1] ?? '') };
  const [, markers, said = ''] = item.exec(line) ?? [];
  if (markers === undefined) return undefined;
  const [whole = '', written, sign] = box.exec(said) ?? [];
  const ticked = written === undefined ? sign && /^(?:\/|on)$/i.test(sign) : /x/i.test(written);
  return {
    kind: 'item',
    lines: [said.slice(whole.length)],
    depth: markers.length - 1,
    ordered: markers.endsWith('#'),
    checked: whole === '' ? undefined : Boolean(ticked),
  };
}

function wikiWords(line: string, lost: Set<LostMarkup>): string {
  let shown = '';
  let end = 0;
  for (const match of line.matchAll(inline)) {
    const [whole, code, words, target, bare, person, picture, bold] = match;
    shown += shownWords(line.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined) shown += shownCode(code);
    else if (target !== undefined) shown += shownLink(words ?? '', target, lost);
    else if (bare !== undefined) shown += shownLink('', bare, lost);
    else if (person !== undefined) shown += shownWords(person);
    else if (picture !== undefined) {
      lost.add('pictures');
      shown += shownWords(picture);
    } else if (bold !== undefined) shown += `**${shownWords(bold)}**`;
  }
  return shown + shownWords(line.slice(end));
}
