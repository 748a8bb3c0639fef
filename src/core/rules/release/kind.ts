import { given } from '../../findings/places';
import { changelogEntry, changelogFile } from '../../model/text/changelog';
import { kindAskedFor, releaseKindOf } from '../../model/text/changelogKinds';
import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

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
  /** Where the version stands, where it is one that a changelog can ask for. */
  facts(record, { summary }) {
    const { version, elsewhere } = summary.change?.release ?? {};
    const place = given(record, ['release', 'version'])?.node.range;
    return version && !elsewhere && place && releaseKindOf(version)
      ? record.lines.packedAt(place)
      : undefined;
  },
  *check(place, { files, summary }) {
    const { version = '', tag } = summary.change?.release ?? {};
    const actual = releaseKindOf(version);
    const changelog = files.text(changelogFile);
    const entry = changelog ? changelogEntry(changelog, version, tag) : undefined;
    const wanted = entry && kindAskedFor(entry);
    if (!wanted || !actual || wanted.kind === actual) return;
    const args = { version, actual, wanted: wanted.kind, headings: wanted.headings.join(', ') };
    yield { message: 'kind', range: unpackRange(place), args };
  },
});
