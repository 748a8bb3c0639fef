import { resolve } from 'node:path';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { layered } from '../../core/create/completedRequest';
import type { KnownOfChange } from '../../core/create/newChangeInput';
import { languageOf } from '../../core/create/planNewChange';
import { decodeText } from '../../core/model/parse/decodeText';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import { inBoth, type Language } from '../../core/model/text/localized';
import type { RecordType } from '../../core/model/vocabulary/vocabulary';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { readRegular } from '../../node/openFile';
import type { ReleaseWish } from '../../node/release/knownFromGit';
import { errorCode } from '../../node/walk';
import { type Call, wrongCall } from './command';

/** Bytes of answers that are read at most; what they may hold is less. */
const mostBytes = 1_000_000;

/** What a call says of a change besides its options: what git knows of its release, and before that its answers. */
export async function knownOfCall(
  call: Call,
  {
    workspace,
    procedure,
    other,
  }: {
    readonly workspace: LoadedWorkspace;
    readonly procedure?: SourceProcedure | undefined;
    readonly other?: RecordType | undefined;
  },
): Promise<KnownOfChange | undefined> {
  const given = (['answers', 'from-tag', 'since-tag'] as const).filter(
    (name) => call.text(name) !== undefined,
  );
  if (other && given[0]) throw wrongCall('onlyChanges', { option: given[0] });
  const [answers, fromTag, sinceTag] = [call.text('answers'), call.text('from-tag'), call.text('since-tag')];
  if (fromTag !== undefined && sinceTag !== undefined) throw wrongCall('oneTag');
  const wish =
    fromTag !== undefined
      ? { fromTag }
      : sinceTag === undefined
        ? undefined
        : { sinceTag: sinceTag || undefined };
  const config = workspace.config.config;
  const told = answers === undefined ? undefined : await answersIn(call, answers, config);
  const asked = call.text('language') === undefined ? undefined : call.language(undefined);
  const language = languageOf({ language: asked, procedure, known: told }, config);
  const found = wish && (await gitKnows(workspace, wish, language));
  if (!found || !told) return found ?? told;
  return {
    fields: layered(found.fields, told.fields),
    texts: { ...found.texts, ...told.texts },
    ownFields: told.ownFields ?? [],
  };
}

async function gitKnows(
  { root, config }: LoadedWorkspace,
  wish: ReleaseWish,
  language: Language,
): Promise<KnownOfChange> {
  const { knownFromGit } = await import('../../node/release/knownFromGit');
  const found = await knownFromGit(root, wish, config.config, language);
  if (!('why' in found)) return found;
  const tag = 'fromTag' in wish ? wish.fromTag : (wish.sinceTag ?? '');
  throw wrongCall(found.why, { tag, ...hintArgs(nearestName(tag, found.known)) });
}

async function answersIn(call: Call, file: string, config: WorkspaceConfig): Promise<KnownOfChange> {
  const bytes = file === '-' ? await call.io.readInput() : bytesIn(call, file);
  if (bytes.length > mostBytes) throw wrongCall('unreadable', { path: file, code: 'EFBIG' });
  const { text, options } = decodeText(bytes);
  const { readAnswers } = await import('../../core/create/readAnswers');
  // What is not text is not JSON either.
  const answers = readAnswers(options.invalidAt === undefined || options.wide ? text : '', config);
  if (!answers.ok)
    throw wrongCall('badAnswers', { file, ...inBoth('why', (language) => answers.why[language]) });
  return answers.known;
}

function bytesIn(call: Call, file: string): Buffer {
  try {
    return readRegular(resolve(call.io.cwd, file), mostBytes + 1).bytes;
  } catch (error) {
    throw wrongCall('unreadable', { path: file, code: errorCode(error) });
  }
}
