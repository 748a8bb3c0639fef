import { emptyConfig } from '../../core/config/workspaceConfig';
import { headerCard } from '../../core/preview/headerCard';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import type { RenderCard } from './previewCards';

/** Makes header cards with what the open workspaces know around a record, once they have been read. */
export async function cardRenderer(sessions: Sessions): Promise<RenderCard> {
  await Promise.all(sessions.all().map((session) => session.loaded()));
  return (text, uri) => {
    const place = uri && sessions.sessionOf(uri);
    const around = place?.session.surroundingsOf(place.file);
    const config = around?.config ?? emptyConfig;
    return headerCard(text, { file: place?.file ?? '-', config, language, risk: around?.risk?.level });
  };
}
