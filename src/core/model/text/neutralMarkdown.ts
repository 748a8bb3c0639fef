/** Comes between what would be a mention or a reference and its sigil; no reader sees it. */
const gap = '\u200b';

/** An at sign that is none of an e-mail address. */
const mention = /(?<![A-Za-z0-9])@|@(?![A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g;
const reference = /(?<!&)[#!](?=\d)|\bGH-(?=\d)/gi;
/** What looks like the beginning of a commit's id, which hosts look up. */
const commit = /(?<![A-Za-z0-9])(?=\d*[a-f])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi;
/** Words by which hosts close an issue that is named by its address. */
const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|implement(?:s|ed)?)(?=:?\s+https?:)/gi;
/** What a bot or GitLab takes for an order where a line begins with it. */
const order = /^(\s*\/)(?=[a-z])/i;

/**
 * A text that a code host reads as nothing but words: it mentions nobody, names no issue, merge request or commit,
 * closes nothing and orders nothing. Backslashes do not help: hosts look for these in what is shown.
 */
export function neutralMarkdown(text: string): string {
  return text
    .replace(order, `$1${gap}`)
    .replace(mention, `@${gap}`)
    .replace(reference, `$&${gap}`)
    .replace(commit, (id) => id.slice(0, 4) + gap + id.slice(4))
    .replace(closing, (word) => word.slice(0, 2) + gap + word.slice(2));
}
