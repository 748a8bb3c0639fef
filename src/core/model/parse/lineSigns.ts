import { isHtmlTag } from '../text/isHtmlTag';

const [space, less] = [32, 60];

/** How a text begins that is a paragraph, whatever stands above and below it. */
const plainStart =
  /["'(),./$%&@!?;{}\\\p{L}]|[^\0-\x7f\s]|\d+(?![\d.)])|\d+[.)](?!\s|$)|\*\*?[\p{L}\p{N}`]|__?[\p{L}\p{N}]|~~[^~\s]|`(?!``)|\[(?!\^)[^[\]\\\n]*\](?!:)/uy;

/** What a template leaves to be named in brackets, at the beginning of a text that goes on in words. */
const gapToName = /<(\p{L}[\p{L}\d-]*)> +[^\s<>"'][^<>"'\r\n]*(?=[\r\n]|$)/uy;

/** What the signs at a place of a text say, as far as everybody reads them in one way. */
export class LineSigns {
  constructor(private readonly text: string) {}

  /** Whether a text at an offset begins a paragraph wherever it stands. */
  isPlain(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (isLetter(code)) return true;
    if (code === less) return this.isGapToName(at);
    plainStart.lastIndex = at;
    return plainStart.test(this.text);
  }

  /** `<what changes> in words`, which is no HTML. */
  private isGapToName(at: number): boolean {
    gapToName.lastIndex = at;
    const name = gapToName.exec(this.text)?.[1];
    return name !== undefined && !isHtmlTag(name);
  }

  /** Where the text of a line ends; undefined where it has none, or ends with a blank that not everybody takes for one. */
  textEnd(at: number, end: number): number | undefined {
    let to = end;
    while (to > at && this.text.charCodeAt(to - 1) === space) to--;
    return to > at && this.hasInk(to - 1) ? to : undefined;
  }

  hasInk(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code > space && (code < 128 || !/\s/.test(this.text.charAt(at)));
  }

  runAt(at: number, code: number): number {
    let end = at;
    while (this.text.charCodeAt(end) === code) end++;
    return end - at;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
