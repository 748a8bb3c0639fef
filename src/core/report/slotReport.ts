import * as z from 'zod/mini';
import type { Finding } from '../findings/finding';
import type { Language } from '../model/text/localized';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { messageOf } from '../rules/renderFinding';
import type { SlotSearch } from '../schedule/nextSlots';

/** The machine-readable answer of `slot`. */
export const slotReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  slots: z.array(
    z.strictObject({
      start: z.string(),
      end: z.string(),
      /** What moved it on, and by how much; `null` for what people prefer: working days, on the hour or half past. */
      moved: z.array(z.strictObject({ rule: z.nullable(z.string()), minutes: z.number() })),
    }),
  ),
  blocked: z.array(z.strictObject({ rule: z.string(), message: z.string() })),
  /** With `--at`: what rules say that does not speak against it. */
  information: z.optional(z.array(z.strictObject({ rule: z.string(), message: z.string() }))),
});

export type SlotReport = z.infer<typeof slotReportSchema>;

/** The change that the slots are for, with its path as shown to the user. */
interface SlotSubject {
  readonly id: string | undefined;
  readonly file: string;
  readonly zone: string;
}

/** Makes the report of a search. */
export function slotReport(
  { id, file, zone }: SlotSubject,
  { slots, blocked }: SlotSearch,
  language: Language,
): SlotReport {
  return {
    version: 1,
    id: id ?? null,
    file,
    slots: slots.map(({ start, end, moved }) => ({
      start: isoWithOffset(start, zone),
      end: isoWithOffset(end, zone),
      moved: moved.map(({ rule = null, minutes }) => ({ rule, minutes })),
    })),
    blocked: blocked.map((finding) => told(finding, language)),
  };
}

/** Makes the report of one start: it is the slot where nothing speaks against it. */
export function startReport(
  subject: SlotSubject,
  start: number,
  { end, findings }: { readonly end: number; readonly findings: readonly Finding[] },
  language: Language,
): SlotReport {
  const isMild = ({ severity }: Finding): boolean => severity === 'info';
  const blocked = findings.filter((finding) => !isMild(finding));
  const slots = blocked.length > 0 ? [] : [{ start, end, moved: [] }];
  const report = slotReport(subject, { slots, blocked, passedOver: [], assumed: false }, language);
  return { ...report, information: findings.filter(isMild).map((finding) => told(finding, language)) };
}

function told(finding: Finding, language: Language): { rule: string; message: string } {
  return { rule: finding.rule, message: messageOf(finding, language) };
}
