import type { CommitPerson } from '../model/ports';
import { plainName } from '../model/text/plainName';

/** One line of a `.mailmap`: the address (and perhaps name) that stands for others. */
const mailmapLine = /^([^<#]*)<([^<>]+)>(?:\s*([^<#]*)<([^<>]+)>)?/;
/** Nobody keeps a longer one, and it is read again whenever the configuration is. */
const mostLines = 20_000;
/** Nor does anybody have more addresses; one that is left out proves nothing. */
const mostOfOne = 50;

/** What a template leaves in the place of a name. */
const placeholder = /^(?:TBD|TODO|\?+|…|\.{3}|<[^@<>]*>)$/i;

/** Somebody whose addresses the configuration gives. */
export interface KnownPerson {
  readonly name?: string | undefined;
  readonly addresses: readonly string[];
}

/**
 * Who is who: a person may be written by name, by address, or as `Name <address>`.
 *
 * The configuration says so, and `.mailmap`, which everybody may edit. So what `.mailmap` says counts only where a
 * rule asks for two people (`related`), and never to make somebody the one who is asked for (`same`, `isBy`).
 */
export class People {
  /** Addresses that the configuration gives a name, and whose first address another one is. */
  private readonly addressesByName = new Map<string, Set<string>>();
  private readonly firstAddress = new Map<string, string>();
  private readonly namesByAddress = new Map<string, Set<string>>();
  /** The first of those names, as it is written. */
  private readonly writtenNames = new Map<string, string>();
  /** The same with what `.mailmap` adds: a name that two addresses share names neither of them. */
  private readonly mappedAddress = new Map<string, string>();
  private readonly mappedByName = new Map<string, string | undefined>();
  /** The same few people are named all over a workspace, by several fields of each record. */
  private readonly keys = new Map<string, string>();

  /**
   * @param mailmap text of the workspace's `.mailmap`, as git reads it; empty where there is none
   * @param known people whose name and addresses the configuration gives
   */
  constructor(mailmap: string, known: readonly KnownPerson[]) {
    for (const person of known) this.addPerson(person);
    for (const line of mailmap.split(/\r\n?|\n/, mostLines)) this.addLine(line.trim());
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

  /** A key that is the same for every way of writing one person, `.mailmap` included; empty for nobody. */
  keyOf(written: string | undefined): string {
    if (!written) return '';
    const known = this.keys.get(written);
    if (known !== undefined) return known;
    if (this.keys.size > 2000) this.keys.clear();
    const key = this.readKey(written);
    this.keys.set(written, key);
    return key;
  }

  private readKey(written: string): string {
    const text = withoutName(written);
    const address = text.includes('@') ? text : this.mappedByName.get(text);
    if (address === undefined) return text;
    const mapped = this.mappedAddress.get(address) ?? address;
    return this.firstAddress.get(mapped) ?? mapped;
  }

  /** Whether two texts name one person by the configuration. */
  same(one: string | undefined, other: string | undefined): boolean {
    const keys = this.ownKeys(one);
    return this.ownKeys(other).some((key) => keys.includes(key));
  }

  /** Whether two texts name one person by the configuration, or by `.mailmap`. */
  related(one: string | undefined, other: string | undefined): boolean {
    const keys = this.allKeys(one);
    return this.allKeys(other).some((key) => keys.includes(key));
  }

  /** Whether two addresses are one person's by the configuration. */
  sameAddress(one: string, other: string): boolean {
    const [first, second] = [plainName(one), plainName(other)];
    return (this.firstAddress.get(first) ?? first) === (this.firstAddress.get(second) ?? second);
  }

  /** Whether no address of somebody is known. */
  isOnlyName(written: string): boolean {
    return this.ownKeys(written).every((key) => !key.includes('@'));
  }

  /** Whether somebody is an address of which no name is known. */
  isOnlyAddress(written: string): boolean {
    return !this.isOnlyName(written) && this.ownKeys(written).every((key) => !this.namesByAddress.has(key));
  }

  /**
   * Whether whoever a commit names is the person that a text names: by an address wherever one of the person is known,
   * since a name is quickly typed; else by the name, unless the address is known to be somebody else's.
   */
  isBy(written: string, { name, address }: CommitPerson): boolean {
    const [keys, own] = [this.ownKeys(written), plainName(address)];
    if (own !== '' && keys.includes(this.firstAddress.get(own) ?? own)) return true;
    const called = withoutName(written);
    if (called === '' || !this.isOnlyName(written) || called !== plainName(name)) return false;
    const names = this.namesByAddress.get(own);
    if (names && !names.has(called)) return false;
    // What `.mailmap` knows of the name can only speak against it.
    return !this.mappedByName.has(called) || this.mappedByName.get(called) === own;
  }

  /** The name by which somebody's commits are known: git's own, or the one that the configuration gives the address. */
  nameOf(person: CommitPerson): string {
    if (this.isBy(person.name, person)) return person.name;
    return this.writtenNames.get(plainName(person.address)) ?? person.name;
  }

  /** Everything that somebody is known by, `.mailmap` included: for rules that keep people apart. */
  allKeys(written: string | undefined): string[] {
    return [...new Set([this.keyOf(written), ...this.ownKeys(written)])].filter(Boolean);
  }

  /** The addresses that the configuration knows of a person, else what is written; nothing for nobody. */
  private ownKeys(written: string | undefined): readonly string[] {
    const text = withoutName(written ?? '');
    if (text === '') return [];
    if (text.includes('@')) return [this.firstAddress.get(text) ?? text];
    return [...(this.addressesByName.get(text) ?? [text])];
  }
}

/** A person as people write one: the address, where there is one. */
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
  else if (known.size < mostOfOne) known.add(value);
}
