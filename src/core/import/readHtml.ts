import { type Block, type ImportedText, type LostMarkup, shownCode, shownLink, shownWords } from './block';

const token = /<(\/?)([a-z][a-z0-9]{0,20})\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,200})>|[^<]+|</gi;
const hidden = /<(?:!--|(script|style|head|template|title)\b)/i;
const breaking =
  /^(?:p|div|section|article|blockquote|table|thead|tbody|tr|ul|ol|dl|dt|dd|hr|pre|fieldset|h[1-6]|li)$/;
const named: { readonly [name: string]: string } = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' },
  ...{ aacute: 'á', eacute: 'é', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', uuml: 'ü', ccedil: 'ç' },
  ...{ Aacute: 'Á', Eacute: 'É', Iacute: 'Í', Oacute: 'Ó', Uacute: 'Ú', Ntilde: 'Ñ', Uuml: 'Ü', Ccedil: 'Ç' },
  ...{ iquest: '¿', iexcl: '¡', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    deg: '°',
    middot: '·',
    bull: '•',
    rarr: '→',
    ordf: 'ª',
    ordm: 'º',
  },
};

/** Whether a text is written in HTML: it has an element that only that has. */
export function isHtml(text: string): boolean {
  return /<\/(?:p|div|ul|ol|li|span|b|i|u|em|strong|a|table|td|tr|h[1-6]|code|pre|font)\s*>|<br\s*\/?>/i.test(
    text,
  );
}

/** Reads HTML: lists, boxes, code and links stay what they are, everything else becomes words. */
export function readHtml(text: string): ImportedText {
  return new HtmlReader().read(text);
}

class HtmlReader {
  private readonly blocks: Block[] = [];
  private readonly lost = new Set<LostMarkup>();
  private readonly lists: boolean[] = [];
  private lines: string[] = [];
  private line = '';
  private kind: Block['kind'] = 'paragraph';
  private checked: boolean | undefined;
  /** Words inside a link or a code span, which are shown when it ends. */
  private held: { readonly name: string; readonly target: string; words: string } | undefined;

  read(text: string): ImportedText {
    for (const [whole, close, name, attributes = ''] of withoutHidden(text).matchAll(token)) {
      if (name === undefined) this.say(decoded(whole));
      else if (close) this.close(name.toLowerCase());
      else this.open(name.toLowerCase(), attributes);
    }
    this.end();
    return { blocks: this.blocks, lost: this.lost };
  }

  private say(words: string): void {
    if (this.kind === 'code') {
      const [first = '', ...more] = words.split(/\r\n|\r|\n/);
      this.line += first;
      for (const line of more) this.breakLine(line);
      return;
    }
    const plain = words.replace(/\s+/g, ' ');
    if (this.held) this.held.words += plain;
    else this.line += shownWords(plain);
  }

  private open(name: string, attributes: string): void {
    if (name === 'br') {
      if (this.held) this.held.words += ' ';
      else this.breakLine('');
    } else if (name === 'a') this.hold(name, decoded(attributeOf(attributes, 'href') ?? ''));
    else if (name === 'code' && this.kind !== 'code') this.hold(name, '');
    else if (name === 'img') this.lost.add('pictures');
    else if (name === 'input' && /checkbox/i.test(attributes)) this.checked = /\schecked\b/i.test(attributes);
    else if (name === 'td' || name === 'th') this.line += this.line.trim() === '' ? '' : ' · ';
    else if (breaking.test(name)) {
      this.end();
      if (name === 'ul' || name === 'ol') this.lists.push(name === 'ol');
      if (name === 'li') this.kind = 'item';
      if (name === 'pre') this.kind = 'code';
      if (/^h[1-6]$/.test(name)) this.kind = 'heading';
    }
  }

  private close(name: string): void {
    if (this.held?.name === name) this.release();
    else if (breaking.test(name)) {
      this.end();
      if (name === 'ul' || name === 'ol') this.lists.pop();
    }
  }

  private hold(name: string, target: string): void {
    this.release();
    this.held = { name, target, words: '' };
  }

  private release(): void {
    if (!this.held) return;
    const { name, target, words } = this.held;
    this.held = undefined;
    if (name === 'code') this.line += shownCode(words);
    else this.line += target === '' ? shownWords(words) : shownLink(words.trim(), target, this.lost);
  }

  private breakLine(next: string): void {
    this.lines.push(this.line);
    this.line = next;
  }

  /** Ends the piece that is being read. */
  private end(): void {
    this.release();
    this.breakLine('');
    const { kind } = this;
    const lines = kind === 'code' ? this.lines : this.lines.filter((line) => line.trim() !== '');
    const listed = { depth: Math.max(0, this.lists.length - 1), ordered: this.lists.at(-1) ?? false };
    const [, box, said] = /^\s*\\\[([ xX])\\\]\s+(.*)$/.exec(lines[0] ?? '') ?? [];
    const checked = this.checked ?? (box === undefined ? undefined : box !== ' ');
    if (lines.some((line) => line.trim() !== '')) {
      const words = said === undefined || kind === 'code' ? lines : [said, ...lines.slice(1)];
      this.blocks.push(kind === 'item' ? { kind, lines: words, ...listed, checked } : { kind, lines });
    }
    this.lines = [];
    this.kind = 'paragraph';
    this.checked = undefined;
  }
}

/** A text without comments, scripts and styles. One that does not end goes to the end. */
function withoutHidden(text: string): string {
  let shown = '';
  let rest = text;
  for (let match = hidden.exec(rest); match; match = hidden.exec(rest)) {
    shown += rest.slice(0, match.index);
    const close = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}`;
    const at = rest.toLowerCase().indexOf(close, match.index + 4);
    rest = at < 0 ? '' : rest.slice(at + close.length).replace(/^\s*>/, '');
  }
  return shown + rest;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** A text with its character references replaced by what they stand for. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return named[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
