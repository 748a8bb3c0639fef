import { devNull } from 'node:os';
import { runGit } from '../gitProcess';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';

/** Where notes about tags are kept. */
const notesRef = 'refs/notes/changebook';
/** What is longer is no note of ours, in bytes. */
const longestNote = 50_000_000;

/** What keeping a note came to: it is there now, it was there, or why it is not. */
export type KeptNote = 'kept' | 'there' | { readonly failed: 'noTag' | 'git'; readonly said: string };

/** The note on a tag; empty where there is none, undefined where there is no such tag, or git cannot tell. */
export async function noteOf(root: string, tag: string): Promise<string | undefined> {
  const object = await tagObject(root, tag);
  return object === undefined ? undefined : noteOn(root, object);
}

/**
 * Keeps a text as a note on a tag, behind what stands there. Nothing that the repository names is run for it, and nothing
 * is pushed.
 */
export async function keepNote(root: string, tag: string, text: string): Promise<KeptNote> {
  const object = await tagObject(root, tag);
  if (object === undefined) return { failed: 'noTag', said: tag };
  const before = await noteOn(root, object);
  if (before === undefined) return { failed: 'git', said: notesRef };
  if (before.includes(text)) return 'there';
  const whole = before === '' ? text : `${before.replace(/\n*$/, '\n\n')}${text}`;
  const settings = [['core.hooksPath', devNull] as const, ...(await withoutHooks(root))];
  const blob = await runGit(root, ['hash-object', '-w', '--stdin'], { input: whole, settings });
  if (blob.code !== 0) return { failed: 'git', said: blob.err };
  const id = blob.out.toString('latin1').trim();
  const add = ['notes', `--ref=${notesRef}`, 'add', '--force', '-C', id, object];
  const { code, err } = await runGit(root, add, { settings });
  return code === 0 ? 'kept' : { failed: 'git', said: err };
}

/** What a tag is: the object that its name stands for, an annotated one's own. */
async function tagObject(root: string, tag: string): Promise<string | undefined> {
  const { code, out } = await readOnlyGit(root, ['rev-parse', '--verify', '--quiet', `refs/tags/${tag}`]);
  const id = out.toString('latin1').trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

async function noteOn(root: string, object: string): Promise<string | undefined> {
  const { code, out, err } = await readOnlyGit(root, ['notes', `--ref=${notesRef}`, 'list', object]);
  const blob = out.toString('latin1').trim();
  if (code !== 0 || blob === '') return /no note found/i.test(err) ? '' : undefined;
  const bytes = (await readBlobs(root, [blob]))?.get(blob);
  return bytes && bytes.length <= longestNote ? bytes.toString('utf8') : undefined;
}

/** Settings that turn off the hooks that a repository's own configuration names. */
async function withoutHooks(root: string): Promise<(readonly [name: string, value: string])[]> {
  const { out } = await readOnlyGit(root, ['config', '-z', '--name-only', '--get-regexp', '^hook\\.']);
  const names = out
    .toString('utf8')
    .split('\0')
    .flatMap((key) => /^hook\.(.+)\.[^.]+$/.exec(key)?.[1] ?? []);
  return [...new Set(names)].map((name) => [`hook.${name}.enabled`, 'false'] as const);
}
