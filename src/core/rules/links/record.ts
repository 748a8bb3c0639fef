import type { RecordIndex } from '../../index/recordIndex';
import type { RecordReference } from '../../index/recordSummary';
import { hintArgs, nearestId } from '../../model/parse/nearest';
import { unpackRange } from '../../model/text/range';
import { typeArgs } from '../../model/vocabulary/typeArgs';
import type { RecordType } from '../../model/vocabulary/vocabulary';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** The type of record that a field must name; any where it is not listed. */
const expectedTypes: { readonly [kind in RecordReference['kind']]?: RecordType } = {
  procedure: 'procedure',
  supersedes: 'change',
  ticket: 'ticket',
  change: 'change',
};

/** `links/record`: the records that a record names are there. */
export const record = defineRule({
  id: 'links/record',
  scope: 'workspace',
  severity: 'error',
  lasts: 'always',
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: ['procedure', 'supersedes', 'related', 'tickets', 'change'],
  sources: ['R'],
  title: { en: 'Record that is not there', es: 'Registro que no existe' },
  explanation: {
    en: 'A change follows a procedure, supersedes a change and delivers tickets by naming their ids. An id that no record of the workspace has leads nowhere: the procedure cannot be followed, the ticket will not move along. Related records are for reading only, so one that is missing is a warning. Tickets of outside trackers are not looked for.',
    es: 'Un cambio sigue un procedimiento, reemplaza a otro cambio y entrega incidencias nombrando sus identificadores. Uno que ningún registro del espacio de trabajo tiene no lleva a ninguna parte: el procedimiento no se puede seguir y la incidencia no avanzará. Los relacionados son solo lectura, así que si falta alguno es una advertencia. Los tickets de gestores externos no se buscan.',
  },
  messages: {
    missing: {
      en: 'There is no record “{id}” in this workspace.{hint}',
      es: 'En este espacio de trabajo no existe el registro «{id}».{hint}',
    },
    kind: {
      en: '“{id}” is a {found}, a {wanted} is needed here.',
      es: '«{id}» es de tipo {found}; aquí hace falta {wanted}.',
    },
    found: { en: 'The record stands here.', es: 'El registro está aquí.' },
  },
  fixTitles: { rename: { en: 'Change to “{id}”', es: 'Cambiar por «{id}»' } },
  *check(summary, context) {
    for (const reference of summary.references) {
      const target = context.index.keysById(reference.id);
      const severity = reference.kind === 'related' ? ('warning' as const) : undefined;
      const report = target
        ? wrongKind(reference, target.keys.type, context.index)
        : missing(reference, context);
      if (report) yield severity ? { ...report, severity } : report;
    }
  },
});

function wrongKind(
  reference: RecordReference,
  type: RecordType,
  index: RecordIndex,
): SummaryReport | undefined {
  const wanted = expectedTypes[reference.kind];
  const target = !wanted || wanted === type ? undefined : index.byId(reference.id);
  if (!wanted || !target) return undefined;
  return {
    message: 'kind',
    range: unpackRange(reference.range),
    args: { id: reference.id, ...typeArgs('found', type), ...typeArgs('wanted', wanted) },
    related: [{ file: target.file, range: unpackRange(target.summary.idRange), message: 'found' }],
  };
}

function missing(reference: RecordReference, context: WorkspaceContext): SummaryReport {
  const nearest = nearestId(reference.id, context.index.idsNumberedAs(reference.id));
  const report = {
    message: 'missing',
    range: unpackRange(reference.range),
    args: { id: reference.id.slice(0, 80), ...hintArgs(nearest) },
  };
  if (!nearest) return report;
  const text = reference.version ? `${nearest}@${reference.version}` : nearest;
  return {
    ...report,
    fixes: [{ title: 'rename', args: { id: text }, edits: [{ range: unpackRange(reference.range), text }] }],
  };
}
