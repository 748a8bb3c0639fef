import { writtenRecord } from '../actions/redo/writtenRecord';
import { conflictMarkers } from '../model/text/conflictMarkers';
import { lineBreakOf } from '../model/text/edit';
import { type ConflictStyle, type Merged, usualStyle } from './conflict';
import { mergeBody } from './mergeBody';
import { mergeFront, type ReadFront, readFront } from './mergeFront';
import type { Versions } from './mergeYaml';

/**
 * Merges two versions of a record that came from one: fields, items and steps that one side changed are taken over,
 * whatever stands beside them. Where both changed the same, both stand between git's markers, in that place alone.
 *
 * @returns undefined of what is no record that can be taken apart; then its lines are all that there is to merge
 */
export function mergeRecords(
  base: string,
  ours: string,
  theirs: string,
  style: ConflictStyle = usualStyle,
): Merged | undefined {
  if (ours === theirs || base === theirs) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const [old, own, other] = [base, ours, theirs].map(plainOf);
  if (!old || !own || !other) return undefined;
  const fronts = [old, own, other].map(({ text }) => readFront(text));
  const [oldFront, ownFront, otherFront] = fronts;
  if (!oldFront || !ownFront || !otherFront) return undefined;
  const versions = { base: oldFront, ours: ownFront, theirs: otherFront };
  const front = mergeFront(versions, style);
  if (!front) return undefined;
  const body = mergedBody(versions, style);
  const text = front.text + body.text;
  const conflicts = front.conflicts + body.conflicts;
  if (conflicts === 0 && !writtenRecord(text)) return undefined;
  const eol = own.eol === old.eol ? other.eol : own.eol;
  const mark = own.mark === old.mark ? other.mark : own.mark;
  return { text: mark + (eol === '\n' ? text : text.replaceAll('\n', eol)), conflicts };
}

interface PlainText {
  readonly text: string;
  readonly eol: string;
  /** The byte order mark, where there is one. */
  readonly mark: string;
}

/** A text with LF alone; undefined of one with several kinds of line breaks, and of a merge that is not finished. */
function plainOf(whole: string): PlainText | undefined {
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = whole.slice(mark.length);
  if (conflictMarkers(text).length > 0) return undefined;
  const eol = lineBreakOf(text);
  if (!text.includes('\r')) return { text, eol, mark };
  const plain = text.replaceAll('\r\n', '\n');
  const isMixed = plain.includes('\r') || plain.replaceAll('\n', '\r\n') !== text;
  return isMixed ? undefined : { text: plain, eol, mark };
}

function mergedBody({ base, ours, theirs }: Versions<ReadFront>, style: ConflictStyle): Merged {
  const [old = '', own, other] = [base, ours, theirs].map((front) => front?.body ?? '');
  if (own === other || old === other) return { text: own ?? '', conflicts: 0 };
  if (own === old) return { text: other ?? '', conflicts: 0 };
  const lines = (text = ''): string[] => {
    const split = text.split('\n');
    // The last line break ends a line and begins none.
    return split.at(-1) === '' ? split.slice(0, -1) : split;
  };
  const merged = mergeBody({ base: lines(old), ours: lines(own), theirs: lines(other) }, style);
  const [wasEnded, isEnded, theirsEnds] = [old, own, other].map(
    (text = '') => text === '' || text.endsWith('\n'),
  );
  const ends = isEnded === wasEnded ? theirsEnds : isEnded;
  const text = merged.lines.join('\n');
  return { text: ends && text !== '' ? `${text}\n` : text, conflicts: merged.conflicts };
}
