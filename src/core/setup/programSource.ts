import { fillIn, type Localized, localized } from '../model/text/localized';
import { setupTexts } from './setupTexts';

/** Where a pipeline gets the program from, always the same version of it. */
export interface ProgramSource {
  /** What `npm pack` takes. */
  readonly address: string;
  /** What GitHub takes as an action: `owner/changebook@v0.1.0`; undefined where it lies elsewhere. */
  readonly action: string | undefined;
}

/** Names of branches: what they are changes from day to day. */
const moving =
  /^(?:main|master|trunk|develop|dev|head|latest|next|stable|refs\/heads\/.*|origin\/.*|semver:.*)$/i;

/** Reads where the program comes from, or says why a pipeline cannot take it from there. */
export function readSource(written: string): ProgramSource | { readonly problem: Localized } {
  const text = written.trim();
  const about = { value: text.slice(0, 80) };
  // What else an address may hold would mean something in YAML, in a shell or to the host of the pipeline.
  if (!/^(?!.*\.\.)[A-Za-z0-9@:/._+~%#-]{3,300}$/.test(text) || text.startsWith('-'))
    return wrong('wrongSource', about);
  if (/^[a-z+]+:\/\/(?!git@)[^/]*@/i.test(text) || /^[a-z+]+:\/\/[^/]*:[^/]*@/i.test(text))
    return wrong('secretSource', about);
  const own =
    /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([A-Za-z0-9][\w-]*\/[\w.-]+?)(?:\.git)?(?:[#@]([\w./-]+))?$/.exec(
      text,
    );
  const [, repository, ref] = own ?? [];
  if (repository && !/\.t(?:ar\.)?gz$/.test(repository)) {
    const example = `${repository}@v0.1.0`;
    if (!ref || moving.test(ref)) return wrong('looseSource', { ...about, example });
    return { address: `git+https://github.com/${repository}.git#${ref}`, action: `${repository}@${ref}` };
  }
  if (/^https:\/\/[^#]+\.t(?:ar\.)?gz$/.test(text)) return { address: text, action: undefined };
  if (/^(?:\.\/)?(?!.*\.\.)[\w./-]+\.t(?:ar\.)?gz$/.test(text) && !text.startsWith('/'))
    return { address: text.replace(/^(?!\.\/)/, './'), action: undefined };
  const [, place, version] = /^(?:git\+)?((?:https|ssh):\/\/[^#]+?)(?:#(.+))?$/.exec(text) ?? [];
  if (!place) return wrong('wrongSource', about);
  if (!version || moving.test(version))
    return wrong('looseSource', { ...about, example: `git+${place}#v0.1.0` });
  return { address: `git+${place}#${version}`, action: undefined };
}

function wrong(
  name: keyof typeof setupTexts,
  args: { readonly [name: string]: string },
): { problem: Localized } {
  return { problem: localized((language) => fillIn(setupTexts[name][language], args)) };
}
