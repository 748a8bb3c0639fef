import { sha256 } from '../model/text/sha256';
import type { ReportedFileFinding, ReportedFinding } from './reportedFinding';

/** What identifies a finding across reports. */
interface Fingerprint {
  /** The same for findings that differ only in their order. */
  readonly stem: string;
  /** Its number among those, from 1. */
  readonly ordinal: number;
}

/** A list marker with its box, which changes when the step is ticked. */
const marker = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/;

/** What a finding points at, independent of line numbers: a field, a key path, or the text of the line. */
export function anchorOf({ about, at, line, message }: ReportedFinding): string {
  if (about !== undefined) return `field ${about}`;
  if (at !== undefined) return `key ${at}`;
  // The text of long lines is not kept.
  return line === undefined
    ? `message ${message.en}`
    : `text ${line.replace(marker, '').replace(/\s+/g, ' ').trim()}`;
}

/** The unique fingerprints of a report's findings, in their order. */
export function fingerprintsOf(findings: readonly ReportedFileFinding[]): Fingerprint[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, finding }) => {
    const key = JSON.stringify([finding.rule, file, anchorOf(finding)]);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { stem: sha256(key).slice(0, 32), ordinal };
  });
}
