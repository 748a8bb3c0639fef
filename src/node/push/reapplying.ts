import type { Face } from '../../core/actions/actionText';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import type { Repository } from '../commit/repository';
import type { PushTarget } from './pushTarget';

/** What doing again is done with. */
export interface Reapplying {
  readonly repository: Repository;
  readonly target: PushTarget;
  /** The commit of the remote's branch. */
  readonly upstream: string;
  /** Where the local commits begin. */
  readonly from: string;
  readonly language: Language;
  /** Where sentences are read. */
  readonly face: Face;
  /** The conditions that hold for the customer of a record, as its workspace says. */
  readonly conditionsOf: (path: string, record: ParsedRecord) => readonly string[];
  /** A folder for what is needed for a moment. */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}
