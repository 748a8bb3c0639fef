import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import type { Adoption, AdoptWishes } from '../../core/adopt/adoption';
import { refusedText } from '../../core/adopt/adoptionText';
import { endingRefusal } from '../../core/adopt/adoptRefusals';
import { planAdoption } from '../../core/adopt/planAdoption';
import type { AdoptSource } from '../../core/adopt/readSource';
import { utf16Of } from '../../core/model/parse/decodeText';
import { longestText } from '../../core/model/parse/longestText';
import type { TextEdit } from '../../core/model/text/edit';
import type { Language } from '../../core/model/text/localized';
import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { bytesOf, isInside } from '../../node/openFile';
import { errorCode } from '../../node/walk';
import { isFolder } from '../../node/workspaceRoot';
import { type Call, say } from './command';
import { insideOf, shownPath } from './selection';
import { unreadSentence } from './tellUnreadable';

/** A file that becomes a procedure, with the text that it has now. */
export interface Adopted {
  readonly adoption: Adoption;
  /** The text of the file that is written, before that; undefined for a new one. */
  readonly before: string | undefined;
  /** The edits that make the same procedure of another version of the file. */
  editsOn(version: string): readonly TextEdit[];
}

/** What becomes of the files that a call names. */
interface PlannedFiles {
  readonly adopted: Adopted[];
  /** Why files cannot be adopted. */
  readonly faults: string[];
  /** Which are adopted already. */
  readonly known: string[];
}

/** Plans all files of a call, none of them written yet. */
export function planAdoptions(call: Call, workspace: LoadedWorkspace, language: Language): PlannedFiles {
  const planned: PlannedFiles = { adopted: [], faults: [], known: [] };
  const taken = new Set<string>();
  const input = inputOf(workspace);
  const wishes = {
    id: call.text('id'),
    title: call.text('title'),
    language: call.text('language') === undefined ? undefined : language,
    inPlace: call.has('in-place'),
    boxes: call.has('boxes'),
  };
  for (const path of new Set(call.paths.map((written) => resolve(call.io.cwd, written)))) {
    const read = readForAdoption(call, workspace.root, path, language);
    if ('fault' in read) planned.faults.push(read.fault);
    else {
      const plan = planAdoption(read, wishes, input, taken);
      if ('refused' in plan) {
        const sentence = refusedText(shownPath(call.io.cwd, workspace.root, read.file), plan, language);
        planned[plan.refused === 'adopted' ? 'known' : 'faults'].push(sentence);
      } else {
        taken.add(plan.id);
        planned.adopted.push(adoptedFrom(read, plan, wishes, input));
      }
    }
  }
  return planned;
}

function adoptedFrom(
  { file, text }: AdoptSource,
  adoption: Adoption,
  { inPlace, boxes }: AdoptWishes,
  input: WorkspaceCheckInput,
): Adopted {
  const { id, title, language } = adoption;
  return {
    adoption,
    before: adoption.before ?? (inPlace ? text : undefined),
    editsOn(version) {
      const again = planAdoption({ file, text: version }, { id, title, language, inPlace, boxes }, input);
      return 'refused' in again ? [] : again.edits;
    },
  };
}

/** The text of a regular file of the workspace, which no link leads to, or why it cannot be had. */
function readForAdoption(
  call: Call,
  root: string,
  path: string,
  language: Language,
): { readonly file: string; readonly text: string } | { readonly fault: string } {
  const shown = shownPath(call.io.cwd, root, path);
  if (!isInside(root, path)) return { fault: say(language, 'adoptOutside', { path: shown }) };
  if (isFolder(path)) return { fault: say(language, 'adoptFolder', { path: shown }) };
  const file = insideOf(root, path);
  const ending = endingRefusal(file, call.has('in-place'));
  try {
    const bytes = bytesOf(root, file, { most: longestText, links: false });
    if (ending) return { fault: refusedText(shown, ending, language) };
    const code = utf16Of(bytes) ? 'EUTF16' : isUtf8(bytes) && !bytes.includes(0) ? undefined : 'ENOTTEXT';
    return code ? { fault: unreadSentence(shown, code, language) } : { file, text: bytes.toString('utf8') };
  } catch (error) {
    const code = errorCode(error);
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
    return {
      fault: isMissing ? say(language, 'noSuchPath', { path: shown }) : unreadSentence(shown, code, language),
    };
  }
}
