import { plainColumn } from '../import/exportTable';
import { stateOf } from './deploymentStates';
import type { ReadList, WrittenDeployment } from './listedDeployment';

type Field =
  | 'time'
  | 'environment'
  | 'version'
  | 'commit'
  | 'artifact'
  | 'customer'
  | 'component'
  | 'by'
  | 'state'
  | 'id';

/** What columns are called, as `plainColumn` writes it; of several for one field only one may be there. */
const names: { readonly [field in Field]: readonly string[] } = {
  time: [
    'time',
    'date',
    'datetime',
    'timestamp',
    'at',
    'deployedat',
    'startedat',
    'fecha',
    'hora',
    'fechahora',
    'momento',
  ],
  environment: ['environment', 'env', 'target', 'entorno', 'ambiente'],
  version: ['version', 'release', 'tag', 'tagname', 'etiqueta', 'publicacion'],
  commit: ['commit', 'sha', 'revision', 'gitcommit', 'commitsha', 'hash'],
  artifact: ['artifact', 'image', 'digest', 'artefacto', 'imagen', 'huella'],
  customer: ['customer', 'tenant', 'client', 'cliente'],
  component: [
    'component',
    'application',
    'app',
    'project',
    'service',
    'componente',
    'aplicacion',
    'proyecto',
    'servicio',
  ],
  by: ['by', 'user', 'deployedby', 'actor', 'person', 'por', 'usuario', 'ejecutor', 'quien'],
  state: ['state', 'status', 'result', 'outcome', 'estado', 'resultado'],
  id: ['id', 'deploymentid', 'number', 'identificador', 'numero'],
};

const fieldOf: ReadonlyMap<string, Field> = new Map(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field as Field] as const)),
);

/** Whether a title is that of a column that is read. */
export function isColumn(title: string): boolean {
  return fieldOf.has(plainColumn(title));
}

/** By field its column; what no field is called is left alone. */
export type Columns = ReadonlyMap<Field, number>;

/**
 * Finds the columns of a table by their titles.
 *
 * @returns the fault where two columns mean the same, or none tells of times
 */
export function columnsOf(
  titles: readonly string[],
): Columns | (Extract<ReadList, { readonly ok: false }> & { readonly row: number }) {
  const columns = new Map<Field, number>();
  const titled = new Set<string>();
  for (const [place, title] of titles.entries()) {
    const plain = plainColumn(title);
    const field = fieldOf.get(plain);
    // Of two columns of one title nobody knows which one a reader sees.
    if ((plain !== '' && titled.has(plain)) || (field && columns.has(field)))
      return { ok: false, fault: 'twoColumns', row: 1, value: title };
    titled.add(plain);
    if (field) columns.set(field, place);
  }
  return columns.has('time')
    ? columns
    : { ok: false, fault: 'noTimes', row: 1, value: titles.join(', ').slice(0, 200) };
}

/** What a row says in its columns. */
export function deploymentIn(cells: readonly string[], columns: Columns, row: number): WrittenDeployment {
  const cell = (field: Field): string | undefined => {
    const place = columns.get(field);
    return place === undefined ? undefined : cells[place]?.trim() || undefined;
  };
  const id = cell('id');
  return {
    place: { row, ...(id === undefined ? {} : { id }) },
    time: cell('time'),
    environment: cell('environment'),
    version: cell('version'),
    commit: cell('commit'),
    artifact: cell('artifact'),
    customer: cell('customer'),
    component: cell('component'),
    by: cell('by'),
    state: stateOf(cell('state')),
  };
}
