import * as z from 'zod/mini';
import type { AuditEvent } from '../audit/auditEvent';
import type { AuditSubject } from '../audit/auditSubject';
import type { TimeSpan } from '../audit/plannedTimes';
import { titleOf } from '../index/summarise';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { initialStatus } from '../workflow/stages';

const text = z.nullable(z.string());
const span = z.nullable(z.strictObject({ start: text, end: text }));
const minutes = z.nullable(z.int());

/** The machine-readable answer of `audit`. Times carry the offset of the record's zone; names are canonical. */
export const auditReportSchema = z.strictObject({
  version: z.literal(1),
  id: text,
  file: z.string(),
  type: z.enum(['procedure', 'change', 'ticket']),
  title: text,
  status: text,
  zone: z.string(),
  /** For a change: its planned and actual times, and how many minutes late it was. */
  planned: span,
  actual: span,
  late: z.strictObject({ start: minutes, end: minutes }),
  /** Whether git has the whole history: a shallow clone does not. */
  complete: z.boolean(),
  /** Oldest first. */
  events: z.array(
    z.strictObject({
      at: z.string(),
      by: z.string(),
      email: z.string(),
      commit: z.string(),
      subject: z.string(),
      /** What was done. Commits of later versions may have other actions. */
      action: z.string(),
      /** Whether Changebook made the commit. Otherwise somebody edited the file by hand. */
      own: z.boolean(),
      /** Path from the top of the repository after the commit, and before it where it was moved. */
      file: z.string(),
      fileBefore: text,
      step: z.nullable(z.strictObject({ path: z.array(z.string()), text: z.string() })),
      from: text,
      to: text,
      role: text,
      decidedBy: text,
      reason: text,
      evidence: text,
      /**
       * The file that shows it, by its path in the workspace. `intact`, `changed` and `removed` say how it stands now,
       * while the commit has it with this digest; `lost`: not even that.
       */
      evidenceFile: z.nullable(
        z.strictObject({
          file: z.string(),
          sha256: z.string(),
          /** Whether the event took it away. */
          taken: z.boolean(),
          state: z.nullable(z.enum(['intact', 'changed', 'removed', 'lost'])),
        }),
      ),
      along: text,
      ticked: z.nullable(z.int()),
      /** Whom a commit message names in trailers such as `Approved-by`. Anybody can write that: it is not counted. */
      named: z.nullable(
        z.strictObject({
          people: z.array(z.strictObject({ trailer: z.string(), by: z.string(), counted: z.literal(false) })),
          /** So many names are left out here. */
          more: z.int(),
        }),
      ),
      details: z.record(z.string(), z.string()),
    }),
  ),
});

export type AuditReport = z.infer<typeof auditReportSchema>;

/** Makes the report of a record's trail. */
export function auditReport({ record, file, zone, times, events }: AuditSubject): AuditReport {
  const { type, data } = record;
  return {
    version: 1,
    id: data.id ?? null,
    file,
    type,
    title: titleOf(record) || null,
    status: type === 'procedure' ? null : (record.data.status ?? initialStatus(type)),
    zone,
    planned: reportedSpan(times?.planned, zone),
    actual: reportedSpan(times?.actual, zone),
    late: { start: times?.startLate ?? null, end: times?.endLate ?? null },
    complete: !events.some(({ action }) => action === 'cut'),
    events: events.map((event) => reported(event, zone)),
  };
}

function reportedSpan(times: TimeSpan | undefined, zone: string): AuditReport['planned'] {
  if (times?.start === undefined && times?.end === undefined) return null;
  const { start, end } = times;
  return {
    start: start === undefined ? null : isoWithOffset(start, zone),
    end: end === undefined ? null : isoWithOffset(end, zone),
  };
}

function reportedEvidence({ evidenceFile: told }: AuditEvent): AuditReport['events'][number]['evidenceFile'] {
  if (!told) return null;
  const { file, sha256, isTaken = false, state = null } = told;
  return { file, sha256, taken: isTaken, state };
}

function reportedNames({ named }: AuditEvent): AuditReport['events'][number]['named'] {
  if (!named) return null;
  return { people: named.people.map((one) => ({ ...one, counted: false })), more: named.more };
}

function reported(event: AuditEvent, zone: string): AuditReport['events'][number] {
  const { at, by, address, commit, subject, action, own, file, step, details } = event;
  return {
    at: isoWithOffset(at, zone),
    by,
    email: address,
    commit,
    subject,
    action,
    own,
    file,
    fileBefore: event.fileBefore ?? null,
    step: step ? { path: [...step.path], text: step.text } : null,
    from: event.from ?? null,
    to: event.to ?? null,
    role: event.role ?? null,
    decidedBy: event.decidedBy ?? null,
    reason: event.reason ?? null,
    evidence: event.evidence ?? null,
    evidenceFile: reportedEvidence(event),
    along: event.along ?? null,
    ticked: event.ticked ?? null,
    named: reportedNames(event),
    details: { ...details },
  };
}
