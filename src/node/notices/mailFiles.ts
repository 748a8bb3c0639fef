import type { NoticeDraft } from '../../core/notices/draftNotice';
import { inChunks } from '../../core/notices/recipients';
import { mailFile } from './mailFile';

/** The mail files of a draft; `date` in milliseconds since 1970. */
export async function* mailFiles(draft: NoticeDraft, date: number): AsyncGenerator<Buffer> {
  const chunks = inChunks(draft.recipients.bcc);
  for (const bcc of chunks.length === 0 ? [[]] : chunks) yield mailFile({ draft, bcc, date });
}

/** The path of one of several files: `users.eml` becomes `users-1.eml`, `users-2.eml`, … */
export function numberedPath(path: string, index: number, count: number): string {
  return count === 1 ? path : path.replace(/(\.[^./\\]*)?$/, (ending) => `-${index + 1}${ending}`);
}
