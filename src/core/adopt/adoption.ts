import type { TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import type { ProcedureSection } from '../procedure/procedureSections';
import type { MissingBox } from './missingBoxes';
import type { UnplacedPart } from './unplacedParts';

/** What the user wants of a file that is to become a procedure. Everything else follows from the file. */
export interface AdoptWishes {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: Language | undefined;
  /** Whether the file itself becomes the procedure. */
  readonly inPlace?: boolean | undefined;
  /** Whether steps without a box get one, or the lines of those that do. */
  readonly boxes?: boolean | ReadonlySet<number> | undefined;
}

/** A procedure that is made of a file. Lines count from 0, in the file. */
export interface Adoption {
  readonly source: string;
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** The procedure's own file: the same one in place. */
  readonly file: string;
  /** Its whole text. */
  readonly text: string;
  /** The edits that make it of the source's text, or of the text that it had before. */
  readonly edits: readonly TextEdit[];
  /** Its text before, where it was adopted without boxes and gets them now. */
  readonly before?: string;
  readonly steps: number;
  /** Steps that are ticked: a change begins with all of them open. */
  readonly ticked: number;
  /** Sections that become sections of a change. */
  readonly sections: readonly ProcedureSection[];
  /** Steps without a box, also those that have got one since that was wished for. */
  readonly boxes: readonly MissingBox[];
  readonly boxesAdded: boolean;
  /** Fields of other tools that the new file does not have. */
  readonly fields: readonly string[];
  readonly unplaced: readonly UnplacedPart[];
  /** How many links were written anew, since they lead to the same files from another folder now. */
  readonly links: number;
}
