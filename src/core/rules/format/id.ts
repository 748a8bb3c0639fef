import { longestId } from '../../config/costlyPatterns';
import { defaultIdPattern, idNamed } from '../../config/workspaceConfig';
import type { RecordSummary } from '../../index/recordSummary';
import { baseName } from '../../model/text/paths';
import { plainName, visibleText } from '../../model/text/plainName';
import { unpackRange } from '../../model/text/range';
import { typeArgs } from '../../model/vocabulary/typeArgs';
import { recordTypes } from '../../model/vocabulary/vocabulary';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** `format/id`: an id names one record, and its file. */
export const id = defineRule({
  id: 'format/id',
  scope: 'workspace',
  severity: 'error',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: ['id'],
  sources: ['R'],
  title: {
    en: 'Id that names no record, or two',
    es: 'Identificador que no nombra un registro, o nombra dos',
  },
  explanation: {
    en: 'Records refer to each other by id, so an id follows one pattern (PROC-, CHG- or TKT- and capitals, digits, dots and hyphens, unless the configuration gives another one), begins as its type does, and is used once in the workspace. A file whose name begins with the id is found without opening it; another name is a warning.',
    es: 'Los registros se refieren unos a otros por su identificador; por eso sigue un patrón (PROC-, CHG- o TKT- y mayúsculas, cifras, puntos y guiones, salvo que la configuración dé otro), empieza como su tipo y se usa una sola vez en el espacio de trabajo. Un fichero cuyo nombre empieza por el identificador se encuentra sin abrirlo; otro nombre es una advertencia.',
  },
  messages: {
    pattern: {
      en: 'The id “{id}” does not have the form {pattern}.',
      es: 'El identificador «{id}» no tiene la forma {pattern}.',
    },
    prefix: {
      en: 'The id of a {type} begins with {prefix}-, this one is “{id}”.',
      es: 'El identificador de este tipo de registro ({type}) empieza por {prefix}-, este es «{id}».',
    },
    used: {
      en: 'The id “{id}” is also used by {others}. Give one of them another id.',
      es: 'El identificador «{id}» también lo usa {others}. Da otro a uno de ellos.',
    },
    other: { en: 'Used here too.', es: 'También se usa aquí.' },
    fileName: {
      en: 'The name of the file does not begin with the id “{id}”.',
      es: 'El nombre del fichero no empieza por el identificador «{id}».',
    },
  },
  fixTitles: { rename: { en: 'Change to “{id}”', es: 'Cambiar por «{id}»' } },
  *check(summary, context) {
    if (!summary.id) return;
    const wrong = [...form(summary, summary.id, context)];
    yield* wrong;
    yield* otherUses(summary, summary.id, context);
    // A file is named after what the id ought to be.
    if (wrong.length > 0) return;
    // A text from standard input has no name that could say anything.
    if (
      context.file !== '-' &&
      !plainName(baseName(context.file)).startsWith(plainName(seenId(summary.id)))
    ) {
      yield {
        message: 'fileName',
        range: unpackRange(summary.idRange),
        args: { id: summary.id },
        severity: 'warning',
      };
    }
  },
});

/** An id without what word processors put into it: blanks and hyphens that no keyboard has. */
function seenId(written: string): string {
  return visibleText(written).replace(/[\u2010-\u2015]/g, '-');
}

function* form(summary: RecordSummary, written: string, context: WorkspaceContext): Generator<SummaryReport> {
  const pattern = context.config.idPattern;
  const range = unpackRange(summary.idRange);
  if (written.length > longestId || !pattern.test(written)) {
    const id = idNamed(context.config, seenId(written));
    const fixes = id === written ? [] : [{ title: 'rename', args: { id }, edits: [{ range, text: id }] }];
    yield { message: 'pattern', range, args: { id: written.slice(0, 80), pattern: pattern.source }, fixes };
    return;
  }
  const { prefix } = recordTypes[summary.type];
  if (pattern === defaultIdPattern && !written.startsWith(`${prefix}-`)) {
    yield { message: 'prefix', range, args: { id: written, prefix, ...typeArgs('type', summary.type) } };
  }
}

function* otherUses(
  summary: RecordSummary,
  written: string,
  context: WorkspaceContext,
): Generator<SummaryReport> {
  const others = context.index.filesWithId(written).filter((file) => file !== context.file);
  if (others.length === 0) return;
  const related = others.slice(0, 10).map((file) => ({
    file,
    range: unpackRange(context.index.entry(file)?.summary.idRange ?? summary.idRange),
    message: 'other',
  }));
  const shown = others.slice(0, 3).join(', ') + (others.length > 3 ? ` … (${others.length})` : '');
  yield {
    message: 'used',
    range: unpackRange(summary.idRange),
    args: { id: written, others: shown },
    related,
  };
}
