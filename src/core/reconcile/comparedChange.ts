import { environmentNamed } from '../config/environments';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { DeliveryFacts } from '../delivery/deliveryFacts';
import { plainName } from '../model/text/plainName';

/** A change as deployments are compared with it. */
export interface ComparedChange {
  readonly file: string;
  readonly facts: DeliveryFacts;
}

/** A tag of the repository. */
export interface KnownTag {
  readonly name: string;
  /** The object that it leads to: the tag's own where it has one. */
  readonly object: string;
  /** The commit that it names. */
  readonly commit: string;
  /**
   * When it was made, in milliseconds since 1970: by its own word where that is neither before its commit nor still to
   * come, else when its commit was made, which is never before that one's parents. Undefined where it names no commit, or
   * one that says no time, or one that is still to come.
   */
  readonly at: number | undefined;
  /** Who made it; undefined where only the commit has an author. */
  readonly by: string | undefined;
}

/** A commit that something ran from. */
export interface KnownCommit {
  readonly commit: string;
  readonly author: { readonly name: string; readonly address: string };
}

/** What git knows of what ran. */
export interface KnownVersions {
  readonly tags: ReadonlyMap<string, KnownTag>;
  /** By the hash as a list writes it; undefined where git has no such commit. */
  commitOf(written: string): KnownCommit | undefined;
}

/** A version without the letter that tags put before it. */
export function bareVersion(version: string): string {
  return plainName(version).replace(/^v(?=\d)/, '');
}

/** The digest in the name of an artifact, without what it is called besides. */
export function digestIn(artifact: string): string | undefined {
  return /\b(?:sha256|sha512):([0-9a-f]{40,128})\b/i.exec(artifact)?.[1]?.toLowerCase();
}

/** Whether two names of artifacts are of the same one; undefined where one is a digest and the other is not. */
export function sameArtifact(one: string, other: string): boolean | undefined {
  const [first, second] = [digestIn(one), digestIn(other)];
  if (first !== undefined && second !== undefined) return first === second;
  if (plainName(one) === plainName(other)) return true;
  return first === undefined && second === undefined ? false : undefined;
}

/** An environment as it is compared: an alias is what it stands for. */
export function environmentKey(
  config: WorkspaceConfig,
  customer: string | undefined,
  written: string,
): string {
  return plainName(environmentNamed(config, customer, written)?.name ?? written);
}
