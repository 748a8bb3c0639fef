import type { NoGit } from '../model/ports';
import type { Localized } from '../model/text/localized';

/** Why git cannot be asked, as a part of a sentence. */
export const noGitWords: { readonly [kind in NoGit]: Localized } = {
  noRepository: { en: 'there is no git repository', es: 'no hay ningún repositorio git' },
  noProgram: { en: 'git was not found', es: 'no se encuentra git' },
  unsafe: {
    en: 'git refuses this repository as unsafe, which git config --global --add safe.directory allows',
    es: 'git rechaza este repositorio por inseguro, lo que permite git config --global --add safe.directory',
  },
  failed: { en: 'git failed', es: 'git ha fallado' },
  notAsked: { en: 'git is not asked', es: 'no se pregunta a git' },
};
