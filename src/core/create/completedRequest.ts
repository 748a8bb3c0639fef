import { ownFields } from '../config/ownFields';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { plainValue } from '../model/parse/readFields';
import { isNothing, type YamlNode } from '../model/parse/yamlTree';
import type { ChangeData } from '../model/schema/recordData';
import type { NewChangeInput } from './newChangeInput';

/** A request in which the procedure's defaults and what else is known answer what the user left open. */
export type CompletedRequest = NewChangeInput & { readonly data: ChangeData };

/** Completes a request. What the user says counts before what is otherwise known, and that before the defaults. */
export function completedRequest(request: NewChangeInput): CompletedRequest {
  const { procedure, known } = request;
  const data = layered(procedure?.record.data.defaults ?? {}, known?.fields ?? {});
  return {
    ...request,
    data,
    title: firstText(request.title, data.title, procedure?.record.data.title),
    language: request.language ?? data.language,
    changeType: request.changeType ?? data.change_type,
    deploymentType: request.deploymentType ?? data.deployment_type,
    customer: request.customer ?? data.customer,
    environments: request.environments ?? data.environments,
    start: request.start ?? data.schedule?.start,
    duration: request.duration ?? data.schedule?.duration,
    requestedBy: request.requestedBy ?? data.requested_by ?? request.me,
    assignee: request.assignee ?? data.assignee ?? request.me,
  };
}

function firstText(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.map((text) => text?.trim()).find(Boolean);
}

/** Two sets of values in one, those of the second first. Of a mapping, each part counts by itself. */
export function layered(below: ChangeData, above: ChangeData): ChangeData {
  const merged = new Map<string, unknown>(Object.entries(below));
  for (const [name, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const under = merged.get(name);
    merged.set(name, isMapping(under) && isMapping(value) ? { ...under, ...value } : value);
  }
  // Each value keeps its name, which a map does not know.
  return Object.fromEntries(merged) as ChangeData;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The lines of front matter for what a mapping gives to fields of the team's own. */
export function ownLines(node: YamlNode | undefined, config: WorkspaceConfig): string[] {
  if (node?.kind !== 'map') return [];
  const declared = ownFields(config);
  return node.entries
    .filter(
      ({ key, value }) => (/^x-[\w-]+$/i.test(key) || Object.hasOwn(declared, key)) && !isNothing(value),
    )
    .map(({ key, value }) => `${key}: ${JSON.stringify(plainValue(value))}`);
}

/** The same for the defaults of a procedure; what is known besides replaces those of the same name. */
export function ownFieldsOf({ procedure, known }: NewChangeInput, config: WorkspaceConfig): string[] {
  const given = known?.ownFields ?? [];
  const nameOf = (line: string): string => line.slice(0, line.indexOf(':'));
  const defaults = ownLines(procedure?.record.located.fields?.defaults?.node, config);
  return [...defaults.filter((line) => !given.some((other) => nameOf(other) === nameOf(line))), ...given];
}
