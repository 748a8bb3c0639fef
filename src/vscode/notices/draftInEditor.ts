import type { ConfigText } from '../../core/config/configFiles';
import { type DraftRequest, type DraftResult, draftNotice } from '../../core/notices/draftNotice';
import type { NoticeKind } from '../../core/notices/noticeKind';
import { type TemplateTexts, templateTexts } from '../../core/notices/noticeTemplate';
import type { EditableChange } from '../documents/editableRecord';

/** Templates are read once for each configuration: the engine keeps what it parsed as long as they are the same. */
const read = new WeakMap<readonly ConfigText[], TemplateTexts>();

/** What whoever drafts a notice chooses. */
type DraftWishes = Pick<DraftRequest, 'language' | 'audience' | 'estimate'>;

/** Drafts a notice of a change as its document stands now. */
export async function draftInEditor(
  { session, file, record }: EditableChange,
  kind: NoticeKind,
  wishes: DraftWishes,
): Promise<DraftResult> {
  const { config, index, now } = session.input();
  const texts = session.templates();
  const templates = read.get(texts) ?? templateTexts(texts);
  read.set(texts, templates);
  const text = await session.backend.endUsersText(config, record.data.customer);
  const endUsers = (): string | undefined => text;
  return draftNotice(kind, { record, file, config, index, now, templates, endUsers, ...wishes });
}
