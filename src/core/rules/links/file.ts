import type { LinkReference } from '../../index/recordSummary';
import { type LineRange, unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** `links/file`: relative links of a record lead to something. */
export const file = defineRule({
  id: 'links/file',
  scope: 'workspace',
  severity: 'warning',
  lasts: 'always',
  appliesTo: ['procedure', 'change', 'ticket'],
  sources: ['R'],
  title: {
    en: 'Link to a file or heading that is not there',
    es: 'Enlace a un fichero o encabezado que no existe',
  },
  explanation: {
    en: 'A runbook that is linked and not there is missed in the middle of the night. Relative links must lead to a file or folder inside the workspace and, with `#`, to one of its headings. Web addresses are not followed.',
    es: 'Un manual enlazado que no existe se echa de menos en plena noche. Los enlaces relativos deben llevar a un fichero o carpeta del espacio de trabajo y, con `#`, a uno de sus encabezados. Las direcciones web no se visitan.',
  },
  messages: {
    missing: { en: '“{path}” is not there.', es: '«{path}» no existe.' },
    outside: {
      en: '“{path}” leads outside of the workspace, where nothing is looked up.',
      es: '«{path}» lleva fuera del espacio de trabajo, donde no se busca nada.',
    },
    heading: {
      en: '“{path}” has no heading with the anchor “#{anchor}”.',
      es: '«{path}» no tiene ningún encabezado con el ancla «#{anchor}».',
    },
  },
  *check(summary, context) {
    for (const link of summary.links) {
      const report = checkLink(link, context);
      if (report) yield report;
    }
  },
});

/** Lines of a file, as GitHub and VS Code name them. */
const lines = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;

function checkLink(link: LinkReference, context: WorkspaceContext): SummaryReport | undefined {
  const hash = link.written.indexOf('#');
  const path = hash < 0 ? link.written : link.written.slice(0, hash);
  if (link.path === undefined)
    return { message: 'outside', range: unpackRange(link.range), args: { path: link.written } };
  if (link.path !== context.file && context.files.exists(link.path) === false) {
    return { message: 'missing', range: unpackRange(link.range), args: { path } };
  }
  if (link.fragment === '' || !/\.(md|markdown)$/i.test(link.path)) return undefined;
  // Links to headings of the record itself are kept only where the heading is not there.
  const own = link.path === context.file && path === '';
  const anchors = own ? undefined : context.files.anchors(link.path);
  if (!own && (!anchors || anchors.has(link.fragment.toLowerCase()) || lines.test(link.fragment)))
    return undefined;
  const args = { path: path || link.path, anchor: link.fragment };
  return { message: 'heading', range: fragmentRange(unpackRange(link.range), link.written), args };
}

/** The part from `#` on. */
function fragmentRange(range: LineRange, written: string): LineRange {
  const hash = written.indexOf('#');
  if (hash < 0 || range.start.line !== range.end.line) return range;
  return { start: { line: range.start.line, column: range.start.column + hash }, end: range.end };
}
