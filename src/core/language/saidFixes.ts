import { recordFields } from '../config/ownFields';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding, Fix } from '../findings/finding';
import { parseRecord } from '../model/parse/parseRecord';
import { time } from '../rules/format/time';
import { fieldAt } from './fieldAt';
import { readOutline } from './readOutline';
import { hasZone, saidTimes, spokenAt } from './saidTimes';
import { isTime } from './timeNames';

/**
 * For a moment or a day that somebody wrote in words (`start: tomorrow 22:00`): to write it as records do. What words
 * mean follows from when they are read, so no check may keep it, and each face asks when it offers fixes.
 */
export function saidFixes(
  text: string,
  finding: Finding,
  input: { readonly config: WorkspaceConfig; readonly now: number },
): Fix[] {
  if (finding.rule !== time.id || !/^(?:notDateTime|notDate)$/.test(finding.message)) return [];
  const record = parseRecord(text, { expected: true });
  if (!record) return [];
  const { lines, content, type } = record;
  const { start, end } = {
    start: lines.offsetAt(finding.range.start),
    end: lines.offsetAt(finding.range.end),
  };
  const { place } = readOutline(text, content, end);
  const field = place && fieldAt('record', recordFields(type, input.config), place.path);
  if (!field || place.token?.range.start !== start || !isTime(field.type)) return [];
  const customer = record.type === 'procedure' ? undefined : record.data.customer;
  const at = spokenAt(field.path, customer, input);
  return saidTimes(place.token.value, field.type, at, hasZone(input.config, customer)).map((said) => ({
    title: 'said',
    args: { moment: said.text },
    edits: [{ range: finding.range, text: said.text }],
    certain: false,
  }));
}
