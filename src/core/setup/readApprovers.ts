import { plainName } from '../model/text/plainName';
import type { Author } from './setupFacts';

/** Who is named, or what names nobody. */
interface NamedApprovers {
  readonly approvers: readonly Author[];
  readonly wrong?: string;
}

/**
 * Reads who approves: `Ana Gil <ana@example.org>, ben@example.org`. A name alone is that of somebody who has committed.
 */
export function readApprovers(text: string, authors: readonly Author[]): NamedApprovers {
  const approvers = new Map<string, Author>();
  for (const part of text.split(/[,;]/).map((each) => each.trim())) {
    if (part === '') continue;
    const one = approverIn(part, authors);
    if (!one) return { approvers: [], wrong: part };
    approvers.set(plainName(one.address), one);
  }
  return { approvers: [...approvers.values()] };
}

const address = /^[^\s@<>"'`(){}[\],;:\\]+@[^\s@<>"'`(){}[\],;:\\]+$/;

function approverIn(part: string, authors: readonly Author[]): Author | undefined {
  const [, name = '', written = part] = /^([^<>]*)<([^<>]*)>$/.exec(part) ?? [];
  if (address.test(written.trim())) {
    const known = authors.find((author) => plainName(author.address) === plainName(written));
    return { name: name.trim() || (known?.name ?? ''), address: written.trim() };
  }
  const named = authors.filter((author) => plainName(author.name) === plainName(part));
  return named.length === 1 ? named[0] : undefined;
}

/** The same people as they are read. */
export function approversText(approvers: readonly Author[]): string {
  return approvers
    .map(({ name, address: own }) => (name ? `${name.replace(/[,;<>]/g, ' ')} <${own}>` : own))
    .join(', ');
}
