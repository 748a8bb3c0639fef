import { withoutConflictMarkers } from '../text/conflictMarkers';
import { hasLoneReturn, type LineMap } from '../text/lineMap';
import { quickBody } from './quickBody';
import { readTokens } from './readTokens';
import type { Body } from './step';

/**
 * Reads the structure of a markdown body: headings, steps, links, prose.
 *
 * @param lines the whole text, front matter included
 * @param bodyStart offset at which the body begins (the start of a line)
 */
export function readBody(lines: LineMap, bodyStart: number): Body {
  const text = withoutConflictMarkers(lines.text);
  const isUsual = text === lines.text && !hasLoneReturn(text) && !text.includes('\0');
  const quick = isUsual ? quickBody(lines, bodyStart) : undefined;
  return quick ?? readTokens(lines, normalised(text.slice(bodyStart)), bodyStart);
}

/** Normalises line breaks and NUL like markdown-it, but without copying the texts that have neither, as most do. */
export function normalised(body: string): string {
  const text = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
