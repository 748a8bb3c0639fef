import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import { standardFailure } from '../index/standardChanges';
import type { Language } from '../model/text/localized';
import { approvalMissing } from '../rules/approval/missing';
import { approvalStandard } from '../rules/approval/standard';
import type { Loosening } from './loosening';
import { type PlacedLoosening, placeLoosening } from './placedLoosening';

/** A change that counted as a failure of its procedure, and does not any more, or failed earlier now. */
export interface LostFailure {
  readonly file: string;
  readonly name: string;
  readonly procedure: string;
}

/** The failures of before a change that its records no longer tell of. */
export function lostFailures(before: readonly IndexEntry[], index: RecordIndex): LostFailure[] {
  return before.flatMap(({ file, summary }) => {
    const was = standardFailure(summary);
    if (!was) return [];
    const now = summary.id === undefined ? index.entry(file) : index.byId(summary.id);
    const is = now && standardFailure(now.summary);
    if (is?.procedure === was.procedure && is.at >= was.at) return [];
    return [{ file: now?.file ?? file, name: summary.id ?? file, procedure: was.procedure }];
  });
}

/** What lost failures no longer stand against. */
export function failureLoosenings(lost: readonly LostFailure[]): PlacedLoosening[] {
  return lost.map(({ file, name, procedure }) => {
    const told = {
      en: `${name} no longer counts as a failure of ${procedure}, or as an earlier one`,
      es: `${name} ya no cuenta como un fallo de ${procedure}, o como uno anterior`,
    };
    const rules = [approvalStandard.id, approvalMissing.id];
    const text = (language: Language): string => told[language];
    const loosening: Loosening = { kind: 'rule-lowered', about: '', from: '', to: '', file, path: [], rules };
    return { ...placeLoosening(loosening, []), text };
  });
}
