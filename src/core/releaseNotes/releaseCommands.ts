import type { GitFacts } from '../model/ports';
import type { ChangeData } from '../model/schema/recordData';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';

/** The commands that create a release's branch and tag, for a person to copy. They are never run. */
export interface ReleaseCommands {
  readonly commands: readonly string[];
  /** Why some are missing, a sentence each. */
  readonly refused: readonly string[];
}

const sentences = {
  notAName: {
    en: 'git takes no {what} called “{name}”, so no command is offered for it.',
    es: 'git no admite {what} con el nombre «{name}», así que no se ofrece ninguna orden.',
  },
  notSafe: {
    en: 'The {what} “{name}” has characters that a shell may take for its own, so no command is offered for it.',
    es: 'El nombre de {what} «{name}» tiene caracteres que una consola puede interpretar, así que no se ofrece ninguna orden.',
  },
} as const satisfies { [name: string]: Localized };
const words = {
  tag: { en: 'tag', es: 'etiqueta' },
  branch: { en: 'branch', es: 'rama' },
} as const satisfies { [name: string]: Localized };

/** Whether a name follows the rules of `git check-ref-format`. It may also not begin with a dash, nor be HEAD. */
export function isRefName(name: string): boolean {
  if (name.length > 200 || name === '' || name === '@' || name === 'HEAD') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

/**
 * Whether every shell reads a name as one word with exactly these characters: letters, digits and a few others. Quotes
 * would not help, because their meaning differs from shell to shell, and some shells have none.
 */
export function isShellWord(name: string): boolean {
  return /^[\p{L}\p{N}_.][\p{L}\p{N}\p{M}_./+@-]*$/u.test(name);
}

/** What already exists of a release. */
interface ReleaseGround {
  /** Tags and branches of the repository, if they are known. */
  readonly git?: Pick<GitFacts, 'tags' | 'branches'> | undefined;
  /** Whether the change is closed, so that its branch may be gone. */
  readonly isOver?: boolean;
}

/**
 * The commands for the branch and the tag of a release: with the names in the record, else with the usual names for its
 * version, if they are valid. None for what already exists.
 */
export function releaseCommands(
  release: ChangeData['release'],
  language: Language,
  { git, isOver = false }: ReleaseGround = {},
): ReleaseCommands {
  const version = release?.version?.trim().replace(/^v(?=\d)/, '');
  const refused: string[] = [];
  const usable = (what: keyof typeof words, given: string | undefined): string | undefined => {
    const name = given?.trim();
    if (!name) return undefined;
    const problem = !isRefName(name) ? 'notAName' : !isShellWord(name) ? 'notSafe' : undefined;
    if (!problem) return name;
    const args = { what: words[what][language], name: oneLineValue(name, 80) };
    refused.push(fillIn(sentences[problem][language], args));
    return undefined;
  };
  const usual = version && isRefName(`v${version}`) && isShellWord(version) ? `v${version}` : undefined;
  const wanted = {
    branch: isOver ? undefined : (release?.branch ?? (usual ? `release/${usual}` : undefined)),
    tag: release?.tag ?? usual,
  };
  const isThere = { branch: git?.branches.has(wanted.branch ?? ''), tag: git?.tags.has(wanted.tag ?? '') };
  const branch = isThere.branch ? undefined : usable('branch', wanted.branch);
  const tag = isThere.tag ? undefined : usable('tag', wanted.tag);
  const pushed = [...(branch ? [`refs/heads/${branch}`] : []), ...(tag ? [`refs/tags/${tag}`] : [])];
  return {
    commands: [
      ...(branch ? [`git switch --create ${branch}`] : []),
      ...(tag ? [`git tag --annotate --message ${tag} ${tag}`] : []),
      ...(pushed.length > 0 ? [`git push origin ${pushed.join(' ')}`] : []),
    ],
    refused,
  };
}
