import * as z from 'zod/mini';
import type { Language } from '../model/text/localized';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { messageOf } from '../rules/renderFinding';
import type { SlotSearch } from '../schedule/nextSlots';

/** The machine-readable answer of `slot`. */
export const slotReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  slots: z.array(z.strictObject({ start: z.string(), end: z.string() })),
  blocked: z.array(z.strictObject({ rule: z.string(), message: z.string() })),
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
    slots: slots.map(({ start, end }) => ({
      start: isoWithOffset(start, zone),
      end: isoWithOffset(end, zone),
    })),
    blocked: blocked.map((finding) => ({ rule: finding.rule, message: messageOf(finding, language) })),
  };
}
