import { plainName } from '../model/text/plainName';
import type { Author, SetupFacts } from './setupFacts';

/** Whom the guess names, and the owners of code of whom no commit tells who they are. */
interface GuessedApprovers {
  readonly approvers: readonly Author[];
  readonly unknownOwners: readonly string[];
}

/** So many are guessed at most; who else approves is added by hand. */
const most = 8;

/**
 * Who approves: the owners of code whom commits show, else who committed lately. One person alone is no guess, since
 * nobody approves their own change: then whoever commits an approval may give it.
 */
export function guessApprovers({ texts, authors }: Pick<SetupFacts, 'texts' | 'authors'>): GuessedApprovers {
  const files = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
  const written = ownersIn(files.map((file) => texts.get(file)).find((text) => text !== undefined) ?? '');
  const found = written.map((owner) => ({ owner, author: authorFor(owner, authors) }));
  const owners = [...new Set(found.flatMap(({ author }) => author ?? []))];
  const chosen = owners.length > 1 ? owners : authors;
  return {
    approvers: chosen.length > 1 ? chosen.slice(0, most) : [],
    unknownOwners: found.flatMap(({ owner, author }) => (author ? [] : [owner])),
  };
}

/** The owners that a CODEOWNERS file names, each once. */
function ownersIn(text: string): string[] {
  const owners = new Set<string>();
  for (const line of text.split(/\r\n?|\n/, 2000)) {
    const words = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    for (const word of words.slice(1))
      if (/^@?[\w.+-]+(?:[/@][\w./-]+)?$/.test(word) && word.includes('@')) owners.add(word);
  }
  return [...owners].slice(0, 50);
}

/** An address as it stands; of a handle whoever commits with the address that its host makes of it, or under that name. */
function authorFor(owner: string, authors: readonly Author[]): Author | undefined {
  if (!owner.startsWith('@')) {
    const own = authors.find(({ address }) => plainName(address) === plainName(owner));
    return own ?? { name: '', address: owner };
  }
  const handle = plainName(owner.slice(1));
  return authors.find(({ name, address }) => {
    const [, user] = /^(?:\d+[+-])?([^@]+)@users\.noreply\./.exec(plainName(address)) ?? [];
    return user === handle || plainName(name) === handle;
  });
}

/** Whether an address or a name is a program's. */
export function isProgram({ name, address }: Author): boolean {
  return (
    /\[bot\]|(?:^|[\s._+-])bot(?:$|[\s@._-])|dependabot|renovate|^noreply@|semantic-release|^actions@/i.test(
      `${name}\n${address}`,
    ) || /\[bot\]|^noreply@|^no-reply@/i.test(address)
  );
}
