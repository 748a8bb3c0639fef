import type { RecordSummary } from './recordSummary';

/** Everything of a record that those look at who name it, follow it or are delivered by it, as one text to compare. */
export function seenByOthers(summary: RecordSummary | undefined): string {
  if (!summary) return '';
  const { id, idRange, type, version, status, stage, steps, gates, retired, references, facts } = summary;
  const listed = references.filter(({ kind }) => kind === 'supersedes' || kind === 'ticket');
  const targets = listed.map(({ kind, id: target }) => [kind, target]);
  // What a procedure says of standard changes, and who approved that, is what these go by.
  const standard = type === 'procedure' && facts ? [facts.standard, facts.approvals] : [];
  return JSON.stringify([
    id,
    idRange,
    type,
    version,
    status,
    stage,
    steps,
    gates,
    retired,
    targets,
    ...standard,
  ]);
}
