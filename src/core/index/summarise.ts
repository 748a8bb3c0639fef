import { involvedIn } from '../config/involvedIn';
import { zoneFor } from '../config/recordZone';
import { idNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { placeOf } from '../findings/places';
import { locate } from '../model/parse/located';
import type { FieldPath } from '../model/parse/problem';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { FileLink } from '../model/parse/step';
import { resolvePath } from '../model/text/paths';
import { plainName } from '../model/text/plainName';
import { type PackedRange, type TextRange, textRange } from '../model/text/range';
import { saysSomething } from '../model/text/saysSomething';
import { dayOf, momentAt } from '../model/time/zoneClock';
import { initialStatus, isOpen, stageOf } from '../workflow/stages';
import { anchorTest } from './anchors';
import { cameClosed, importOf } from './cameClosed';
import { overrideFacts } from './overrides';
import { procedureFacts } from './procedureFacts';
import type { LinkReference, RecordReference, RecordSummary, WaiverFacts } from './recordSummary';
import { summariseChange } from './summariseChange';

/** Reduces a record to what the index keeps of it. `file` is its path in the workspace. */
export function summarise(record: ParsedRecord, file: string, config: WorkspaceConfig): RecordSummary {
  const status = record.type === 'procedure' ? '' : (record.data.status ?? initialStatus(record.type));
  const cameFrom = record.type === 'change' ? record.data.hold?.from : undefined;
  const customer = record.type === 'procedure' ? undefined : record.data.customer;
  const version = record.type === 'procedure' ? record.data.version : undefined;
  const category = record.type === 'procedure' ? record.data.category?.slice(0, 100) : undefined;
  const idNode = locate(record.located, ['id'])?.node;
  const stage = stageOf(status, cameFrom, config.stages);
  const waivers = waiversOf(record, config);
  const imported = importOf(record);
  const criticalFor = criticalComponents(record, stage);
  return {
    type: record.type,
    id: record.data.id,
    idRange: record.lines.packedAt(idNode?.range ?? record.fence),
    title: titleOf(record),
    ...(isGuessed(record) ? { guessed: true } : {}),
    status,
    stage,
    ...(version ? { version } : {}),
    ...(category ? { category } : {}),
    ...(customer ? { customer } : {}),
    references: referencesOf(record, config),
    links: linksOf(record, file),
    ...(record.type === 'change' ? { change: summariseChange(record, stage, config) } : {}),
    ...(record.type === 'procedure' ? procedureFacts(record) : {}),
    ...(waivers.length > 0 ? { waivers } : {}),
    ...(criticalFor ? { criticalFor } : {}),
    ...(imported ? { imported } : {}),
    ...(cameClosed(record, stage) ? { cameClosed: true } : {}),
  };
}

/** Whether it takes more than front matter at the top that names a type to see a record. */
function isGuessed({ typed, fence }: ParsedRecord): boolean {
  return !typed || fence.start > 1 || fence.end === fence.start;
}

/** The components of an open ticket that stands against their release. */
function criticalComponents(record: ParsedRecord, stage: string): string[] | undefined {
  if (record.type !== 'ticket' || !isOpen(stage)) return undefined;
  const { severity, components } = record.data;
  const isCritical = severity === 'critical' || severity === 'blocker';
  return isCritical && components?.length ? [...new Set(components.map(plainName))] : undefined;
}

function waiversOf(record: ParsedRecord, config: WorkspaceConfig): WaiverFacts[] {
  const { waivers = [] } = record.data;
  const involved = waivers.length > 0 && record.type === 'change' ? involvedIn(record.data, config) : [];
  return waivers.map((waiver, index) => {
    const place = (path: FieldPath): PackedRange => record.lines.packedAt(placeOf(record, path));
    const { rule = '', by, reason, until } = waiver;
    const last = until ? dayOf(until) : undefined;
    const override = record.type === 'change' ? overrideFacts(waiver, record, config) : undefined;
    const end = last === undefined ? undefined : momentAt(last + 1, 0, zoneFor(record, config));
    return {
      rule,
      range: place(waiver.rule ? ['waivers', index, 'rule'] : ['waivers', index]),
      ...(by ? { by } : {}),
      ...(by && config.people.allKeys(by).some((key) => involved.includes(key)) ? { involved: true } : {}),
      ...(reason && saysSomething(reason) ? { reason } : {}),
      ...(override ? { override } : {}),
      ...(until && end !== undefined ? { end, until, untilRange: place(['waivers', index, 'until']) } : {}),
    };
  });
}

/** A record's title: its field, else its first top heading, else its id. */
export function titleOf(record: ParsedRecord): string {
  const heading = record.body.headings.find((candidate) => candidate.level === 1);
  return (record.data.title ?? heading?.title ?? record.data.id ?? '').slice(0, 300);
}

function referencesOf(record: ParsedRecord, config: WorkspaceConfig): RecordReference[] {
  const references: RecordReference[] = [];
  const add: AddReference = (kind, id, path, version) => {
    const place = locate(record.located, path)?.node.range;
    if (!id || !place) return;
    references.push({
      kind,
      id: idNamed(config, id),
      ...(version ? { version } : {}),
      range: record.lines.packedAt(place),
    });
  };
  record.data.related?.forEach((id, index) => {
    add('related', id, ['related', index]);
  });
  if (record.type === 'change') changeReferences(record, add);
  if (record.type === 'ticket') add('change', record.data.change, ['change']);
  return references;
}

type AddReference = (
  kind: RecordReference['kind'],
  id: string | undefined,
  path: FieldPath,
  version?: string,
) => void;

function changeReferences(record: RecordOf<'change'>, add: AddReference): void {
  const [procedure, version] = (record.data.procedure ?? '').split('@', 2);
  add('procedure', procedure, ['procedure'], version);
  add('supersedes', record.data.supersedes, ['supersedes']);
  record.data.tickets?.forEach((ticket, index) => {
    // Other trackers keep their own tickets; only ours can be missing here.
    if (/^TKT-/i.test(ticket.id ?? '')) add('ticket', ticket.id, ['tickets', index, 'id']);
  });
}

function linksOf(record: ParsedRecord, file: string): LinkReference[] {
  const links = record.type === 'change' ? listedLinks(record, file) : [];
  if (record.body.links.length === 0) return links;
  const hasAnchor = anchorTest(record.body.headings, record.lines.text);
  for (const link of record.body.links) {
    if (link.path === '' && (link.fragment === '' || hasAnchor(link.fragment))) continue;
    links.push(linkReference(link, file, record));
  }
  return links;
}

/** The paths in the field `links`; addresses are not followed. */
function listedLinks(record: RecordOf<'change'>, file: string): LinkReference[] {
  return (record.data.links ?? []).flatMap(({ url = '' }, index): LinkReference[] => {
    const [path = '', fragment = ''] = url.split('#', 2);
    if (path === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) return [];
    const { start, end } = placeOf(record, ['links', index, 'url']);
    const quote = /^["']/.test(record.lines.text.slice(start, end)) ? 1 : 0;
    const range = textRange(start + quote, end - quote);
    return [linkReference({ path, fragment, range }, file, record)];
  });
}

function linkReference(link: FileLink, file: string, record: ParsedRecord): LinkReference {
  const range: TextRange = link.range;
  return {
    path: link.path === '' ? file : resolvePath(file, link.path),
    written: record.lines.text.slice(range.start, range.end).slice(0, 200),
    fragment: link.fragment.normalize('NFC'),
    range: record.lines.packedAt(range),
  };
}
