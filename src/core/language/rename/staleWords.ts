import { approvalsIn } from '../../approvals/approvalsIn';
import { bindingDigests } from '../../approvals/approvedContent';
import { zoneFor } from '../../config/recordZone';
import { type Decision, latestApprovals } from '../../model/parse/latestApprovals';
import { parseRecord } from '../../model/parse/parseRecord';
import { fillIn, type Localized, localized } from '../../model/text/localized';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { isOpen } from '../../workflow/stages';
import type { RenameInput } from './renamable';

/** What somebody said of a record that an edit makes void. */
export interface StaleWord {
  readonly file: string;
  readonly id: string;
  readonly sentence: Localized;
}

const approval: Localized = {
  en: 'what {by} approved as {role} is no longer what stands there',
  es: 'lo que {by} aprobó como {role} ya no es lo que dice el texto',
};

/** Nobody has approved a text that holds none of these. */
const approved = /^[ \t]*(?:approvals|aprobaciones)[ \t]*:/m;

/** The approvals of open changes and of procedures whose digest no longer is that of the text. */
export function staleWords(
  changed: readonly { readonly file: string; readonly before: string; readonly after: string }[],
  input: RenameInput,
): StaleWord[] {
  return changed.flatMap(({ file, before, after }) => {
    const { summary } = input.index.entry(file) ?? {};
    // Of what has ended nobody asks any more.
    if (!summary || (summary.type !== 'procedure' && !isOpen(summary.stage)) || !approved.test(before))
      return [];
    const holding = boundApprovals(before, file, input);
    const left = holding.length > 0 ? boundApprovals(after, file, input) : [];
    const id = summary.id ?? file;
    return holding
      .filter(({ role }) => !left.some((other) => other.role === role))
      .map((decision) => ({ file, id, sentence: sentenceOf(decision) }));
  });
}

/** The approvals that cover a text as it stands. */
function boundApprovals(text: string, file: string, { config }: RenameInput): Decision[] {
  const record = parseRecord(text, { expected: true, file });
  if (!record || record.type === 'ticket') return [];
  const digests = bindingDigests(record);
  return latestApprovals(approvalsIn(record), zoneFor(record, config)).filter(
    ({ decision, digest }) => decision === 'approved' && digest !== undefined && digests.includes(digest),
  );
}

function sentenceOf({ role, by }: Decision): Localized {
  const names = roleArgs('role', role);
  return localized((language) =>
    fillIn(approval[language], { role: names[`role.${language}`] ?? role, by: by || '?' }),
  );
}
