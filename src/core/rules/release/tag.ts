import { changelogEntry, changelogFile } from '../../model/text/changelog';
import { unpackRange } from '../../model/text/range';
import { ofChangeFacts } from '../ofChange';
import type { WorkspaceRule } from '../rule';

/** `release/tag`: the release is in git under the names that the change gives. */
export const releaseTag: WorkspaceRule = {
  id: 'release/tag',
  scope: 'workspace',
  severity: 'error',
  from: 'releasing',
  appliesTo: ['change'],
  reads: ['release'],
  options: {},
  sources: ['R', 'S'],
  title: { en: 'Release not in the repository', es: 'Publicación ausente del repositorio' },
  explanation: {
    en: 'Once a change is being released, the tag and the branch that it names exist, its version stands in CHANGELOG.md, and the tag carries that version. The rule is silent without `release`, and where there is no git.',
    es: 'Cuando un cambio se está desplegando, la etiqueta y la rama que nombra existen, su versión está en CHANGELOG.md y la etiqueta lleva esa versión. La regla calla sin `publicacion` y donde no hay git.',
  },
  messages: {
    tag: {
      en: 'The repository has no tag {tag}; push it, or correct the name.',
      es: 'El repositorio no tiene la etiqueta {tag}; envíala o corrige el nombre.',
    },
    branch: {
      en: 'The repository has no branch {branch}; push it, or correct the name.',
      es: 'El repositorio no tiene la rama {branch}; envíala o corrige el nombre.',
    },
    changelog: {
      en: 'CHANGELOG.md has no entry for version {version}.',
      es: 'CHANGELOG.md no tiene ninguna entrada para la versión {version}.',
    },
    differs: {
      en: 'The tag {tag} is not that of version {version}.',
      es: 'La etiqueta {tag} no es la de la versión {version}.',
    },
  },
  fixTitles: {},
  check: ofChangeFacts(function* ({ release, at }, { git, files }) {
    if (!release || typeof git !== 'object') return;
    const { version, tag, branch } = release;
    if (tag && at.tag && !git.tags.has(tag))
      yield { message: 'tag', range: unpackRange(at.tag), args: { tag } };
    if (branch && at.branch && !git.branches.has(branch))
      yield { message: 'branch', range: unpackRange(at.branch), args: { branch } };
    if (version && tag && at.tag && !carries(tag, version))
      yield { message: 'differs', range: unpackRange(at.tag), args: { tag, version } };
    const changelog = version && at.version ? files.text(changelogFile) : undefined;
    if (changelog !== undefined && version && at.version && !changelogEntry(changelog, version))
      yield { message: 'changelog', range: unpackRange(at.version), args: { version } };
  }),
};

/** Whether a tag ends with a version: `v4.2.0`, `portal-4.2.0`. */
function carries(tag: string, version: string): boolean {
  const plain = version.replace(/^v/, '');
  return tag.endsWith(plain) && !/[\d.]/.test(tag.slice(0, -plain.length).slice(-1));
}
