import { voidedIn } from '../../actions/editFaults';
import { findingsIf } from '../../actions/findingsIf';
import type { Localized } from '../../model/text/localized';
import { localized } from '../../model/text/localized';
import { messageOf } from '../../rules/renderFinding';
import { isOpen } from '../../workflow/stages';
import type { RenameInput } from './renamable';

/** What somebody said of a record that an edit makes void. */
export interface StaleWord {
  readonly file: string;
  readonly id: string;
  readonly sentence: Localized;
}

/** Nobody has said anything in a text that holds none of these. */
const said = /^[ \t]*(?:approvals|aprobaciones|agreement|conformidad)[ \t]*:/m;

/** What people said of open changes and of procedures that texts make void. */
export function staleWords(
  changed: readonly { readonly file: string; readonly before: string; readonly after: string }[],
  input: RenameInput,
): StaleWord[] {
  return changed.flatMap(({ file, before, after }) => {
    const { summary } = input.index.entry(file) ?? {};
    // Of what has ended nobody asks any more.
    if (!summary || (summary.type !== 'procedure' && !isOpen(summary.stage)) || !said.test(before)) return [];
    const stale = voidedIn(
      findingsIf([{ file, text: before }], input),
      findingsIf([{ file, text: after }], input),
    );
    return stale.map((finding) => {
      return {
        file,
        id: summary.id ?? file,
        sentence: localized((language) => messageOf(finding, language)),
      };
    });
  });
}
