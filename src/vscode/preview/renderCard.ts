import { emptyConfig } from '../../core/config/workspaceConfig';
import { headerCard } from '../../core/preview/headerCard';
import { standardCover } from '../../core/rules/approval/standardCover';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import type { RenderCard } from './previewCards';
import { stepLink } from './stepLinks';

/** Makes header cards with what the open workspaces know around a record, once they have been read. */
export async function cardRenderer(sessions: Sessions, extensionId: string): Promise<RenderCard> {
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
      gates: entry && 'index' in input ? (procedureOf(entry.summary, input.index)?.summary.gates ?? []) : [],
      linkTo: (line) => uri && place && stepLink(extensionId, uri, line),
    });
  };
}
