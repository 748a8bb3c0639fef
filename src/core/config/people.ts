import type { CommitPerson } from '../model/ports';
import { ownCopy } from '../model/text/ownCopy';
import { plainName } from '../model/text/plainName';

/** One line of a `.mailmap`: the proper address (and name), and the one that it replaces. */
const mailmapLine = /^([^<#]*)<([^<>]+)>(?:\s*([^<#]*)<([^<>]+)>)?/;
/** Further lines are ignored, since the file is read again whenever the configuration changes. */
const maxLines = 20_000;
/** Further addresses of one name, and names of one address, are ignored: they then prove nothing. */
const maxPerKey = 50;

/** A placeholder of a template in place of a name. */
const placeholder = /^(?:TBD|TODO|\?+|…|\.{3}|<[^@<>]*>)$/i;

/** A person whose addresses the configuration gives. */
export interface KnownPerson {
  readonly name?: string | undefined;
  readonly addresses: readonly string[];
}

/** What one way of writing a person is compared by. */
interface PersonKeys {
  /** The same for each way of writing one person, by `.mailmap` as well; empty where nobody is named. */
  readonly key: string;
  /** The addresses by the configuration, else the text itself; empty where nobody is named. */
  readonly own: readonly string[];
  /** All of these. */
  readonly all: readonly string[];
}

const nobody: PersonKeys = { key: '', own: [], all: [] };

/**
 * Resolves people, who may be written by name, by address, or as `Name <address>`.
 *
 * Names and addresses come from the configuration and from `.mailmap`. Everybody may edit `.mailmap`, so it counts only
 * where a rule demands two different people (`related`), and never to prove who somebody is (`same`, `isBy`).
 */
export class People {
  /** First addresses by name, and the first address of a person by each other one; from the configuration. */
  private readonly addressesByName = new Map<string, Set<string>>();
  private readonly firstAddress = new Map<string, string>();
  private readonly namesByAddress = new Map<string, Set<string>>();
  /** The first name of each address, as it is written. */
  private readonly writtenNames = new Map<string, string>();
  /** Addresses by address and by name, from `.mailmap` as well; undefined for a name that two addresses share. */
  private readonly mappedAddress = new Map<string, string>();
  private readonly mappedByName = new Map<string, string | undefined>();
  /** Keys by what is written, since all records name the same few people. */
  private readonly keys = new Map<string, PersonKeys>();

  /**
   * @param mailmap text of the workspace's `.mailmap`, as git reads it; empty where there is none
   * @param known people of the configuration
   */
  constructor(mailmap: string, known: readonly KnownPerson[]) {
    for (const person of known) this.addPerson(person);
    for (const line of mailmap.split(/\r\n?|\n/, maxLines)) this.addLine(line.trim());
  }

  private addPerson({ name, addresses }: KnownPerson): void {
    const [first, ...others] = addresses.map(plainName).filter(Boolean);
    if (first === undefined) return;
    for (const address of others) this.firstAddress.set(address, first);
    const called = plainName(name ?? '');
    if (called === '') return;
    addTo(this.addressesByName, called, first);
    for (const address of [first, ...others]) {
      addTo(this.namesByAddress, address, called);
      if (!this.writtenNames.has(address)) this.writtenNames.set(address, (name ?? '').trim());
    }
    this.addMapped(called, first);
  }

  private addLine(line: string): void {
    const match = mailmapLine.exec(line);
    if (!match) return;
    const [, name = '', proper = '', oldName = '', old] = match;
    if (old) this.mappedAddress.set(plainName(old), plainName(proper));
    for (const one of [name, oldName].map(plainName)) if (one) this.addMapped(one, plainName(proper));
  }

  private addMapped(name: string, address: string): void {
    const same = !this.mappedByName.has(name) || this.mappedByName.get(name) === address;
    this.mappedByName.set(name, same ? address : undefined);
  }

  /** A key that is the same for each way of writing one person, by `.mailmap` as well; empty where nobody is named. */
  keyOf(written: string | undefined): string {
    return this.keysOf(written).key;
  }

  private keysOf(written: string | undefined): PersonKeys {
    if (!written) return nobody;
    const known = this.keys.get(written);
    if (known !== undefined) return known;
    if (this.keys.size > 2000) this.keys.clear();
    const kept = ownCopy(written);
    const text = withoutName(kept);
    const [key, own] = [this.readKey(text), this.readOwnKeys(text)];
    const keys = { key, own, all: [...new Set([key, ...own])].filter(Boolean) };
    this.keys.set(kept, keys);
    return keys;
  }

  private readKey(text: string): string {
    const address = text.includes('@') ? text : this.mappedByName.get(text);
    if (address === undefined) return text;
    const mapped = this.mappedAddress.get(address) ?? address;
    return this.firstAddress.get(mapped) ?? mapped;
  }

  private readOwnKeys(text: string): readonly string[] {
    if (text === '') return [];
    if (text.includes('@')) return [this.firstAddress.get(text) ?? text];
    return [...(this.addressesByName.get(text) ?? [text])];
  }

  /** Whether two texts name the same person by the configuration. */
  same(one: string | undefined, other: string | undefined): boolean {
    const keys = this.keysOf(one).own;
    return this.keysOf(other).own.some((key) => keys.includes(key));
  }

  /** Whether two texts name the same person by the configuration or by `.mailmap`. */
  related(one: string | undefined, other: string | undefined): boolean {
    const keys = this.allKeys(one);
    return this.allKeys(other).some((key) => keys.includes(key));
  }

  /** Whether two addresses belong to the same person by the configuration. */
  sameAddress(one: string, other: string): boolean {
    const [first, second] = [plainName(one), plainName(other)];
    return (this.firstAddress.get(first) ?? first) === (this.firstAddress.get(second) ?? second);
  }

  /** Whether no address of a person is known. */
  isOnlyName(written: string): boolean {
    return this.keysOf(written).own.every((key) => !key.includes('@'));
  }

  /** Whether a person is an address without a known name. */
  isOnlyAddress(written: string): boolean {
    return (
      !this.isOnlyName(written) && this.keysOf(written).own.every((key) => !this.namesByAddress.has(key))
    );
  }

  /**
   * Whether the author or committer of a commit is the person that a text names. An address must match where one of
   * the person is known, since anybody can type a name. Otherwise the name must match, and the address must not be
   * known as somebody else's.
   */
  isBy(written: string, { name, address }: CommitPerson): boolean {
    const [keys, own] = [this.keysOf(written).own, plainName(address)];
    if (own !== '' && keys.includes(this.firstAddress.get(own) ?? own)) return true;
    const called = withoutName(written);
    if (called === '' || !this.isOnlyName(written) || called !== plainName(name)) return false;
    const names = this.namesByAddress.get(own);
    if (names && !names.has(called)) return false;
    // `.mailmap` can only disprove the match.
    return !this.mappedByName.has(called) || this.mappedByName.get(called) === own;
  }

  /** The name of a commit's author: git's own, or the one that the configuration gives to the address. */
  nameOf(person: CommitPerson): string {
    if (this.isBy(person.name, person)) return person.name;
    return this.writtenNames.get(plainName(person.address)) ?? person.name;
  }

  /** All keys of a person, by `.mailmap` as well: for rules that demand two different people. */
  allKeys(written: string | undefined): readonly string[] {
    return this.keysOf(written).all;
  }
}

/** Parses `Name <address>`; without an address there is no name either. */
export function parsePerson(written: string): KnownPerson {
  const [, name, address] = /^(.*?)\s*<([^<>]+@[^<>]+)>\s*$/.exec(written) ?? [];
  return { name, addresses: address ? [address] : [] };
}

function withoutName(written: string): string {
  if (placeholder.test(written.trim())) return '';
  return plainName(/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written);
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (!known) sets.set(key, new Set([value]));
  else if (known.size < maxPerKey) known.add(value);
}
