/** A zero-width space that splits a mention or a reference. */
const gap = '\u200b';

/** An at sign that does not belong to an e-mail address. */
const mention = /(?<![A-Za-z0-9])@|@(?![A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g;
const reference = /(?<!&)[#!](?=\d)|\bGH-(?=\d)/gi;
/** What may be an abbreviated commit hash, which hosts turn into a link. */
const commit = /(?<![A-Za-z0-9])(?=\d*[a-f])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi;
/** Keywords with which hosts close the issue whose URL follows. */
const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|implement(?:s|ed)?)(?=:?\s+https?:)/gi;
/** A quick action of GitLab or a bot, at the beginning of a line. */
const quickAction = /^(\s*\/)(?=[a-z])/i;

/**
 * A text without effects on a code host: no mentions, no references to issues, merge requests or commits, no closing
 * keywords and no quick actions. Escaping with backslashes does not help, since hosts look at the rendered text.
 */
export function neutralMarkdown(text: string): string {
  return text
    .replace(quickAction, `$1${gap}`)
    .replace(mention, `@${gap}`)
    .replace(reference, `$&${gap}`)
    .replace(commit, (id) => id.slice(0, 4) + gap + id.slice(4))
    .replace(closing, (word) => word.slice(0, 2) + gap + word.slice(2));
}
