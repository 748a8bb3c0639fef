import { makeLongRecord } from './makeRecords';

/** A text as it stands after one more character. */
export interface Keystroke {
  /** Path in the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

const lines = 2170;
const file = 'changes/000/CHG-2026-99999-long.md';
const sentence =
  'A note that somebody types into the middle of a step: **bold**, `code` and [a link](#rollback). ';
const field =
  'language: en\nwaivers: [{ rule: schedule/friday, by: Rita Mas, reason: "the customer closes", ';

function longText(): string {
  return makeLongRecord(lines).replace(/CHG-\d{4}-\d{4}/g, 'CHG-2026-99999');
}

/** Typing in the middle of the body. */
export function bodyTyping(): Iterable<Keystroke> {
  const text = longText();
  return typing(text, text.indexOf('\n- [ ] ', text.length / 2) + '\n- [ ] '.length, sentence);
}

/** Typing at the end of the front matter: half of the time it is no YAML. */
export function frontMatterTyping(): Iterable<Keystroke> {
  const text = longText();
  return typing(text, text.indexOf('\n---', 4) + 1, field);
}

function* typing(text: string, at: number, typed: string): Generator<Keystroke> {
  for (let length = 1; length <= typed.length; length++) {
    // Joined anew, as the editor gives it: no part of the last text is shared.
    yield { file, text: [text.slice(0, at), typed.slice(0, length), text.slice(at)].join('') };
  }
}
