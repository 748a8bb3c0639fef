import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';

/** The reader's language: the one that the record names, else the customer's, the workspace's or the record's own. */
export function noticeLanguage(record: RecordOf<'change'>, config: WorkspaceConfig): Language {
  const customer = customerNamed(config, record.data.customer);
  return record.data.language ?? customer?.language ?? config.data.language ?? record.language;
}
