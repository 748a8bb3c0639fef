import { sha256 } from '../model/text/sha256';
import type { ReportedFileFinding, ReportedFinding } from './reportedFinding';

/** What a finding is known by in the report of another day. */
export interface Fingerprint {
  /** The same for findings that only their order tells apart. */
  readonly stem: string;
  /** Its number among those, from 1. */
  readonly ordinal: number;
}

/** A list marker with its box, which ticking the step changes. */
const marker = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/;

/** What a finding points at, as far as it stays the same when lines move: a field, a key path, or the line's text. */
export function anchorOf({ about, at, line, message }: ReportedFinding): string {
  if (about !== undefined) return `field ${about}`;
  if (at !== undefined) return `key ${at}`;
  // Of a line too long to keep only the sentence is known.
  return line === undefined
    ? `message ${message.en}`
    : `text ${line.replace(marker, '').replace(/\s+/g, ' ').trim()}`;
}

/** The fingerprints of a report's findings, in their order; no two are alike. */
export function fingerprintsOf(findings: readonly ReportedFileFinding[]): Fingerprint[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, finding }) => {
    const key = JSON.stringify([finding.rule, file, anchorOf(finding)]);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { stem: sha256(key).slice(0, 32), ordinal };
  });
}
