import { changelogEntry, changelogFile } from '../../model/text/changelog';
import { kindAskedFor, releaseKindOf } from '../../model/text/changelogKinds';
import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';
import { ofChangeFacts } from '../ofChange';

/** `release/kind`: the number that goes up says what the changelog says. */
export const releaseKind = defineRule({
  id: 'release/kind',
  scope: 'workspace',
  severity: 'warning',
  reads: ['release'],
  sources: ['R'],
  title: { en: 'Version does not fit the changelog', es: 'La versión no encaja con el changelog' },
  explanation: {
    en: 'By Semantic Versioning something incompatible or removed raises MAJOR, something added MINOR, and fixes alone PATCH. The entry of the version in CHANGELOG.md, with its headings Added, Changed, Deprecated, Removed, Fixed and Security, says which of them it is.',
    es: 'Según Semantic Versioning, algo incompatible o retirado sube MAJOR, algo añadido MINOR y solo correcciones PATCH. La entrada de la versión en CHANGELOG.md, con sus encabezados Added, Changed, Deprecated, Removed, Fixed y Security, dice cuál es.',
  },
  messages: {
    kind: {
      en: '{version} is a {actual} release, but its entry in CHANGELOG.md ({headings}) asks for {wanted}.',
      es: '{version} es una publicación {actual}, pero su entrada en CHANGELOG.md ({headings}) pide {wanted}.',
    },
  },
  check: ofChangeFacts(function* ({ release, at }, { files }) {
    const version = release?.version;
    const actual = version ? releaseKindOf(version) : undefined;
    const changelog = actual && at.version && !release?.elsewhere ? files.text(changelogFile) : undefined;
    const entry = changelog && version ? changelogEntry(changelog, version, release?.tag) : undefined;
    const wanted = entry && kindAskedFor(entry);
    if (!wanted || !actual || !version || !at.version || wanted.kind === actual) return;
    const args = { version, actual, wanted: wanted.kind, headings: wanted.headings.join(', ') };
    yield { message: 'kind', range: unpackRange(at.version), args };
  }),
});
