import { ownFields } from '../../config/ownFields';
import { readOwnValues } from '../../config/ownValues';
import { configuredRoles, configuredStates, type WorkspaceConfig } from '../../config/workspaceConfig';
import { messagesFor, withRename } from '../../findings/problemReports';
import type { Report } from '../../findings/report';
import { locate } from '../../model/parse/located';
import { nearestName, sameLooseName } from '../../model/parse/nearest';
import { type Problem, rejectedValueCodes } from '../../model/parse/problem';
import type { ParsedRecord } from '../../model/parse/record';
import { defineRule } from '../defineRule';
import { missingFields } from './missingFields';
import { phasePlaces } from './windowProblems';

const codes = [
  'unknownField',
  'notDefault',
  'wrongType',
  'wrongItem',
  'textColon',
  'textComma',
  'notChoice',
  'notList',
  'maybeList',
] as const;

/** `format/field`: every field is there, is known, and holds what it may hold. */
export const field = defineRule({
  id: 'format/field',
  severity: 'error',
  about: 'form',
  unreadable: rejectedValueCodes,
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: [
    'id',
    'type',
    'change_type',
    'schedule',
    'environments',
    'performed_by',
    'customer',
    'deployment_type',
  ],
  sources: ['R'],
  title: {
    en: 'Field missing, unknown or of the wrong kind',
    es: 'Campo ausente, desconocido o de otra clase',
  },
  explanation: {
    en: 'A misspelt key or value looks right and says nothing, so every key must be one that the format knows and every value one that its field may hold; the nearest known name is offered. `id` and `type` are always needed. From `to_be_released` on a change also needs `change_type`, `schedule.start`, `schedule.duration` or `schedule.end`, `environments` and `performed_by`, and, where customers are configured, `customer` and `deployment_type`.',
    es: 'Una clave o un valor mal escritos parecen correctos y no dicen nada; por eso cada clave debe ser una que el formato conozca y cada valor uno que su campo admita; se ofrece el nombre conocido más parecido. `id` y `tipo` hacen falta siempre. Desde `por_desplegar` un cambio necesita además `tipo_cambio`, `programacion.inicio`, `programacion.duracion` o `programacion.fin`, `entornos` y `realizado_por` y, donde hay clientes configurados, `cliente` y `tipo_despliegue`.',
  },
  messages: {
    ...messagesFor(codes),
    missing: { en: 'The field “{key}” is missing here{since}.', es: 'Aquí falta el campo «{key}»{since}.' },
    phasePlace: {
      en: 'The change does not name “{value}” among its environments; add it there, or correct it here.',
      es: 'El cambio no nombra «{value}» entre sus entornos; añádelo allí o corrígelo aquí.',
    },
    empty: { en: '“{key}” has no value{since}.', es: '«{key}» no tiene valor{since}.' },
  },
  fixTitles: {
    rename: { en: 'Change to “{name}”', es: 'Cambiar por «{name}»' },
    add: { en: 'Add “{key}”', es: 'Añadir «{key}»' },
  },
  *check(record, context) {
    yield* missingFields(record, context);
    yield* phasePlaces(record);
    const own = Object.keys(ownFields(context.config));
    for (const found of [...record.problems, ...readOwnValues(record, context.config).problems]) {
      if (!codes.some((code) => code === found.code)) continue;
      const problem = own.length > 0 ? orDeclared(found, own, record) : found;
      if (problem) yield* reported(problem, record, context.config);
    }
  },
});

function* reported(problem: Problem, record: ParsedRecord, config: WorkspaceConfig): Generator<Report> {
  const own = addedByTeam(problem, record, config);
  const node = own.length > 0 ? locate(record.located, problem.path ?? [])?.node : undefined;
  const value = node?.kind === 'scalar' ? node.value : '';
  if (own.includes(value)) return;
  const report = withRename(own.length > 0 ? orOwn(problem, value, own) : problem);
  yield problem.code === 'maybeList' ? { ...report, severity: 'warning' } : report;
}

/** A problem as it is where the team has fields of its own: undefined for the key of one, which may be what was meant. */
function orDeclared(
  problem: Problem,
  own: readonly string[],
  { located }: ParsedRecord,
): Problem | undefined {
  const { code, args, path = [] } = problem;
  const atTop = path.length === 0 || (path.length === 1 && path[0] === 'defaults');
  if (code !== 'unknownField' || !atTop) return problem;
  const key = String(args?.key ?? '');
  if (own.includes(key)) return undefined;
  const nearest = sameLooseName(key, own) ?? (args?.nearest ? undefined : nearestName(key, own));
  if (!nearest) return problem;
  const { replacement: _, ...hint } = { ...problem, args: { ...args, nearest } };
  const map = locate(located, path)?.node;
  const there = map?.kind === 'map' && map.entries.some((entry) => entry.key === nearest);
  // As a replacement of this key, one that stands there already would be duplicate.
  return there ? hint : { ...hint, replacement: nearest };
}

/** Roles and states that the team's configuration adds are as good as the usual ones. */
function addedByTeam({ args }: Problem, record: ParsedRecord, config: WorkspaceConfig): readonly string[] {
  if (args?.beside === 'configuredRole') return [...new Set(configuredRoles(config))];
  return args?.beside === 'configuredState' ? configuredStates(config, record.type) : [];
}

function orOwn(problem: Problem, value: string, own: readonly string[]): Problem {
  const usual = String(problem.args?.allowed ?? '').split(', ');
  const allowed = [...usual, ...own.filter((name) => !usual.includes(name))];
  const nearest = sameLooseName(value, own) ?? (problem.replacement || nearestName(value, own));
  const args = { ...problem.args, allowed: allowed.join(', '), nearest: nearest ?? '' };
  return nearest ? { ...problem, args, replacement: nearest } : { ...problem, args };
}
