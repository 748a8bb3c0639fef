import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import type { NoticeSections } from './noticeSections';

/** What a notice is drafted from. */
export interface NoticeInput {
  readonly record: RecordOf<'change'>;
  /** Path of the record, relative to the workspace. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly now: number;
  /** The reader's language. */
  readonly language: Language;
  /** The customer's time zone, for all times. */
  readonly zone: string;
  /** For a delay: when it is expected to finish, in milliseconds since 1970. */
  readonly estimate?: number;
  /** Items and first paragraphs of some sections. */
  readonly notes: NoticeSections;
}
