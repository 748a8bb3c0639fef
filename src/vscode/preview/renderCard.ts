import { emptyConfig } from '../../core/config/workspaceConfig';
import { headerCard } from '../../core/preview/headerCard';
import { standardCover } from '../../core/rules/approval/standardCover';
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
    const entry = place?.session.entryOf(place.file);
    const { now = 0, ...input } = place?.session.input() ?? {};
    const cover =
      entry && 'index' in input
        ? standardCover({ ...entry, ...input, hasPassed: (moment) => moment <= now })
        : undefined;
    return headerCard(text, {
      file: place?.file ?? '-',
      config,
      language,
      risk: around?.risk?.level,
      cover,
    });
  };
}
