import { given } from '../../findings/places';
import { withoutNothing } from '../../index/withoutNothing';
import type { RecordOf } from '../../model/parse/record';
import { changelogEntry, changelogFile } from '../../model/text/changelog';
import { type PackedRange, unpackRange } from '../../model/text/range';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';

/** `release/tag`: the release is in git under the names that the change gives. */
export const releaseTag = defineRule({
  id: 'release/tag',
  scope: 'workspace',
  severity: 'error',
  from: 'releasing',
  emergency: { from: 'done' },
  reads: ['release'],
  sources: ['R', 'S'],
  title: { en: 'Release not in the repository', es: 'Publicación ausente del repositorio' },
  explanation: {
    en: 'Once a change is being released, the tag and the branch that it names exist, its version stands in CHANGELOG.md, whatever the style of its heading, and the tag carries that version. A change that is done needs its branch no longer. An emergency may get tag and entry afterwards, before it is done. The rule is silent without `release`, and where there is no git; of a release in another repository (`release.repository`, of the change or the configuration) only tag and version are compared.',
    es: 'Cuando un cambio se está desplegando, la etiqueta y la rama que nombra existen, su versión está en CHANGELOG.md, sea cual sea el estilo del encabezado, y la etiqueta lleva esa versión. Un cambio cerrado ya no necesita su rama. En una emergencia la etiqueta y la entrada pueden llegar después, antes de cerrarla. La regla calla sin `publicacion` y donde no hay git; de una publicación en otro repositorio (`publicacion.repositorio`, del cambio o de la configuración) solo se comparan etiqueta y versión.',
  },
  messages: {
    tag: {
      en: 'The repository has no tag {tag}; create and push it, or correct the name.',
      es: 'El repositorio no tiene la etiqueta {tag}; créala y envíala, o corrige el nombre.',
    },
    branch: {
      en: 'The repository has no branch {branch}; create and push it, or correct the name.',
      es: 'El repositorio no tiene la rama {branch}; créala y envíala, o corrige el nombre.',
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
  /** Where each name stands. */
  facts: (record) =>
    record.data.release
      ? withoutNothing({
          tag: placeIn(record, 'tag'),
          branch: placeIn(record, 'branch'),
          version: placeIn(record, 'version'),
        })
      : undefined,
  *check(at, { git, files, summary }) {
    const { version, tag, branch, elsewhere } = summary.change?.release ?? {};
    if (!elsewhere && typeof git !== 'object') return;
    if (version && tag && at.tag && !carries(tag, version))
      yield { message: 'differs', range: unpackRange(at.tag), args: { tag, version } };
    // Of another repository nothing is known.
    if (elsewhere || typeof git !== 'object') return;
    if (tag && at.tag && !git.tags.has(tag))
      yield { message: 'tag', range: unpackRange(at.tag), args: { tag } };
    // A branch goes once it is merged.
    if (branch && at.branch && isOpen(summary.stage) && !git.branches.has(branch))
      yield { message: 'branch', range: unpackRange(at.branch), args: { branch } };
    const changelog = version && at.version ? files.text(changelogFile) : undefined;
    if (changelog !== undefined && version && at.version && changelogEntry(changelog, version) === undefined)
      yield { message: 'changelog', range: unpackRange(at.version), args: { version } };
  },
});

function placeIn(record: RecordOf<'change'>, name: 'tag' | 'branch' | 'version'): PackedRange | undefined {
  const place = given(record, ['release', name]);
  return place && record.lines.packedAt(place.node.range);
}

/** Whether a tag ends with a version: `v4.2.0`, `portal-4.2.0`. Signs that git takes in no name are written as others. */
function carries(tag: string, version: string): boolean {
  const [name, plain] = [tag, version.replace(/^v(?=\d)/i, '')].map((text) => text.toLowerCase());
  if (!name || !plain) return false;
  const forms = [plain, plain.replace(/:/g, '%').replace(/~/g, '_'), plain.replace(/[^a-z\d.]/g, '-')];
  return forms.some((form) => name.endsWith(form) && !/[\d.]/.test(name.slice(0, -form.length).slice(-1)));
}
