import * as z from 'zod/mini';
import { sha256 } from '../model/text/sha256';
import type { PackOptions } from './packOptions';
import type { PackReconciliation } from './packReconciliation';

/** The name of the file that lists all others of a pack. */
export const manifestFile = 'manifest.json';

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A path in a pack: safe names, one below the other. */
export const packPath = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,4}$/;

/** A list of deployments in a pack. */
const listPath = /^deployments\/[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** What a pack says of itself. */
export const packManifestSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('changebook-audit-pack'),
  /** Id of the commit that everything in it follows from, and the workspace's folder in the repository. */
  commit: z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
  folder: z.string().check(z.maxLength(4096)),
  /** Version of the program that made it. */
  program: z.string().check(z.maxLength(100)),
  options: z.strictObject({
    from: day,
    to: day,
    customer: z.nullable(z.string().check(z.maxLength(1000))),
    sample: z.int().check(z.nonnegative(), z.maximum(999_999_999)),
    seed: z.string().check(z.maxLength(1000)),
    language: z.enum(['en', 'es']),
    now: z.nullable(z.string().check(z.maxLength(100))),
  }),
  /** The zone of its times. */
  zone: z.string().check(z.maxLength(100)),
  changes: z.int().check(z.nonnegative()),
  sampled: z.int().check(z.nonnegative()),
  /** Files of the commit that could not be read as records completely. */
  unread: z.int().check(z.nonnegative()),
  /** What the records were compared with; null where nobody said what ran. */
  reconciliation: z.nullable(
    z.strictObject({
      lists: z.array(z.string().check(z.regex(listPath), z.maxLength(400))).check(z.maxLength(1000)),
      /** Patterns of the tags that count as deployments. */
      patterns: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(1000)),
      /** The zone of times that name none. */
      zone: z.nullable(z.string().check(z.maxLength(100))),
      exceptions: z.int().check(z.nonnegative()),
      complete: z.boolean(),
      /** The tags that could be known, each with the object that it leads to. */
      tags: z.array(
        z.strictObject({
          name: z.string().check(z.maxLength(4096)),
          object: z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
        }),
      ),
    }),
  ),
  /** Every other file of the pack, by path. */
  files: z.array(
    z.strictObject({
      path: z.string().check(z.regex(packPath), z.maxLength(400)),
      bytes: z.int().check(z.nonnegative()),
      sha256: digest,
    }),
  ),
  /** SHA-256 of this file with zeros in this place. */
  sha256: digest,
});

export type PackManifest = z.infer<typeof packManifestSchema>;

const zeros = '0'.repeat(64);

/** The text of a manifest, with its own digest. */
export function manifestText(manifest: Omit<PackManifest, 'sha256'>): string {
  const text = (own: string): string => `${JSON.stringify({ ...manifest, sha256: own }, undefined, 2)}\n`;
  return text(sha256(text(zeros)));
}

/** What may be wrong with a manifest alone. */
export type ManifestFault = 'notManifest' | 'edited';

/** Reads a manifest that says about itself what is true; why it does not, where that is so. */
export function readManifest(text: string): PackManifest | ManifestFault {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'notManifest';
  }
  const read = packManifestSchema.safeParse(data);
  if (!read.success) return 'notManifest';
  const { sha256: own, ...rest } = read.data;
  const paths = rest.files.map(({ path }) => path);
  const isSorted = paths.every((path, place) => place === 0 || (paths[place - 1] ?? '') < path);
  const isWhole = manifestText(rest) === text && text.includes(own);
  return isSorted && isWhole && !paths.includes(manifestFile) ? read.data : 'edited';
}

/** The options as the manifest has them. */
export function manifestOptions({ customer, now, ...options }: PackOptions): PackManifest['options'] {
  const { from, to, sample, seed, language } = options;
  return { from, to, customer: customer ?? null, sample, seed, language, now: now ?? null };
}

/** What the manifest says of the comparison with deployments. */
export function manifestReconciliation(
  reconciliation: PackReconciliation | undefined,
): PackManifest['reconciliation'] {
  if (!reconciliation) return null;
  const { report, patterns, zone, lists, tags } = reconciliation;
  return {
    lists: [...lists.keys()],
    patterns: [...patterns],
    zone: zone ?? null,
    exceptions: report.exceptions.length,
    complete: report.complete,
    tags: tags.map(({ name, object }) => ({ name, object })),
  };
}

/** The options that a manifest tells of. */
export function optionsOf({ options: { customer, now, ...options } }: PackManifest): PackOptions {
  return {
    ...options,
    ...(customer === null ? {} : { customer }),
    ...(now === null ? {} : { now }),
  };
}
