import { environmentNamed, environmentNames, productionEnvironments } from '../config/environments';
import { asksCustomer } from '../config/idForm';
import { settingOf } from '../config/ruleSetting';
import { customerKeyOf, customerNamed, zoneOf } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import { parseRecord } from '../model/parse/parseRecord';
import type { Language, Localized } from '../model/text/localized';
import { durationMinutes } from '../model/time/duration';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { localText } from '../model/time/localText';
import { wantedMoment } from '../model/time/momentTexts';
import { spokenMoment } from '../model/time/spokenMoment';
import { writeMoment } from '../model/time/writeMoment';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { recordEntry } from '../rules/recordEntry';
import { validationMissing } from '../rules/validation/missing';
import type { SlotSearch } from '../schedule/nextSlots';
import { movableChange, slotsOf } from '../schedule/slotFix';
import { brokenTargets } from './brokenTargets';
import { completedRequest, ownFieldsOf } from './completedRequest';
import type { NewChange } from './newChange';
import type { NewChangeInput } from './newChangeInput';
import { newChangeText } from './newChangeText';
import { newId } from './newId';
import { newRecordPath } from './newRecordPath';
import { optionalSections } from './optionalSections';

/** An input that cannot be used, with the possible values. */
export interface InputProblem {
  readonly about:
    | 'customer'
    | 'partner'
    | 'environments'
    | 'start'
    | 'duration'
    | 'id'
    | 'idCustomer'
    | 'slot'
    | 'retired'
    | 'title';
  readonly value: string;
  readonly known: readonly string[];
  /** For `start`: what it has to be instead. */
  readonly wanted?: Localized;
  /** For `slot`: the findings because of which there is none. */
  readonly blocked: readonly Finding[];
}

/** A change ready to be written, or why it cannot be. */
export type NewChangePlan =
  | {
      readonly ok: true;
      readonly change: NewChange;
      readonly text: string;
      readonly zone: string;
      /** Links of the procedure that could not be adapted to the new file. */
      readonly lost: readonly string[];
      /** The rules that ruled out earlier starts, where the next slot was asked for. */
      readonly passedOver: readonly string[];
    }
  | { readonly ok: false; readonly problem: InputProblem };

/** The duration of a window where none was given. */
const usualDuration = '1h';

/** Plans a new change in a workspace: its id, its file and its text. */
export function planNewChange(asked: NewChangeInput, input: WorkspaceCheckInput): NewChangePlan {
  const request = completedRequest(asked);
  const problem = inputProblem(request, input);
  if (problem) return { ok: false, problem };
  const { zone } = zoneFor(request, input);
  const draft = draftOf(request, input);
  if (!draft) {
    const about = asksCustomer(input.config.data.ids?.form) && !request.customer ? 'idCustomer' : 'id';
    return {
      ok: false,
      problem: { about, value: '', known: [...input.config.customers.keys()], blocked: [] },
    };
  }
  let change = draft;
  let passed: readonly Finding[] = [];
  if (request.start === 'nextSlot') {
    const { slots, blocked, passedOver } = slotsForNew(draft, input, 1);
    const start = slots[0] && momentText(slots[0].start, request, input);
    if (!start) return { ok: false, problem: { about: 'slot', value: '', known: [], blocked } };
    change = { ...draft, start };
    passed = passedOver;
  }
  const text = newChangeText(change);
  const lost = change.procedure ? brokenTargets(change.procedure, change.file, text) : [];
  return { ok: true, change, text, zone, lost, passedOver: passed.map(({ rule }) => rule) };
}

/** The next slots of a change that does not exist yet. */
export function slotsForNew(
  draft: NewChange,
  input: WorkspaceCheckInput,
  count: number,
): Pick<SlotSearch, 'slots' | 'blocked' | 'passedOver'> {
  const none = { slots: [], blocked: [], passedOver: [] };
  const text = newChangeText(draft);
  const record = parseRecord(text, { expected: true });
  if (!record) return none;
  const change = movableChange(text, recordEntry(record, draft.file, input.config), input);
  return change ? slotsOf(change, input, count) : none;
}

/** A moment as a change of this customer writes it: in local time where a zone is configured, else in UTC. */
export function momentText(
  epochMs: number,
  request: Pick<NewChangeInput, 'customer'>,
  input: Pick<WorkspaceCheckInput, 'config'>,
): string {
  const { zone, configured } = zoneFor(request, input);
  const like = configured ? undefined : '2026-01-01 00:00Z';
  return writeMoment(epochMs, zone, like) ?? isoWithOffset(epochMs, zone);
}

/** The first problem of the input; undefined where all of it can be used. */
export function inputProblem(
  asked: NewChangeInput,
  { config, now }: Pick<WorkspaceCheckInput, 'config' | 'now'>,
): InputProblem | undefined {
  const { customer, environments = [], start, duration, ...request } = completedRequest(asked);
  const problem = (
    about: InputProblem['about'],
    value: string,
    known: readonly string[] = [],
  ): InputProblem => ({
    about,
    value,
    known,
    blocked: [],
  });
  const { data: followed } = request.procedure?.record ?? {};
  if (followed?.retired) return problem('retired', [followed.id, followed.version].filter(Boolean).join('@'));
  if (customer && config.customers.size > 0 && !customerKeyOf(config, customer))
    return problem('customer', customer, [...config.customers.keys()]);
  const ofCustomer = customerNamed(config, customer);
  // Such a customer is operated by its partner alone.
  if (ofCustomer?.managed_by === 'partner')
    return problem('partner', ofCustomer.name ?? customer ?? '', [ofCustomer.partner?.name ?? '']);
  const known = environmentNames(config, ofCustomer);
  const unknown = environments.find((name) => known.length > 0 && !environmentNamed(config, customer, name));
  if (unknown !== undefined) return problem('environments', unknown, known);
  if (duration !== undefined && !durationMinutes(duration)) return problem('duration', duration, ['1h30m']);
  if (start === undefined || start === 'nextSlot') return undefined;
  const { zone } = zoneFor({ customer, ...request }, { config });
  const said = spokenMoment(start, { now, zone });
  return said.ok ? undefined : { ...problem('start', start), wanted: wantedMoment(said) };
}

function zoneFor(
  { customer }: Pick<NewChangeInput, 'customer'>,
  { config }: Pick<WorkspaceCheckInput, 'config'>,
): { zone: string; configured: boolean } {
  const zone = zoneOf(config, customer);
  return { zone: zone ?? 'UTC', configured: zone !== undefined };
}

/** The language of a new change: asked for, else that of its procedure, else the workspace's. */
export function languageOf(
  asked: NewChangeInput,
  { data }: Pick<WorkspaceCheckInput['config'], 'data'>,
): Language {
  const { language, procedure } = completedRequest(asked);
  const { record } = procedure ?? {};
  return language ?? record?.data.language ?? record?.language ?? data.language ?? 'en';
}

/** The new change without its next slot; undefined where no id can be made. */
export function draftOf(asked: NewChangeInput, input: WorkspaceCheckInput): NewChange | undefined {
  const request = completedRequest(asked);
  const { config, index, now } = input;
  const { zone } = zoneFor(request, input);
  const { procedure, deploymentType, requestedBy, assignee, data } = request;
  const title = request.title?.trim() || undefined;
  const created = localText(now, zone).slice(0, 10);
  const id = newId({ type: 'change', created, customer: request.customer }, input);
  if (id === undefined) return undefined;
  const customer = customerKeyOf(config, request.customer) ?? request.customer;
  const environments = request.environments?.map(
    (name) => environmentNamed(config, customer, name)?.name ?? name,
  );
  const file = newRecordPath('change', id, title ?? '', { index, config });
  const changeType = request.changeType ?? 'normal';
  return {
    id,
    title,
    created,
    customer,
    environments,
    deploymentType,
    requestedBy,
    assignee,
    procedure,
    data,
    ownFields: ownFieldsOf(request, config),
    texts: request.known?.texts,
    usual: request.usual,
    status: request.status,
    file,
    optional: optionalSections({ file, changeType }, input),
    language: languageOf(request, config),
    changeType,
    performedBy: data.performed_by ?? 'provider',
    requestedAt: data.requested_at ?? (requestedBy ? momentText(now, request, input) : undefined),
    start: startOf(request, input),
    duration:
      request.duration ?? (request.start === undefined || data.schedule?.end ? undefined : usualDuration),
    // An emergency is validated by running.
    toValidate:
      changeType !== 'emergency' &&
      settingOf(validationMissing.id, { file, config })?.severity !== 'off' &&
      productionEnvironments(
        { ...(customer ? { customer } : {}), ...(environments ? { environments } : {}) },
        config,
      ).length > 0,
  };
}

/**
 * The start as it is written; words become the moment that they say. Without a configured zone a local time is
 * ambiguous, so it is written in UTC.
 */
function startOf(request: NewChangeInput, input: WorkspaceCheckInput): string | undefined {
  const { start } = request;
  if (start === undefined || start === 'nextSlot') return undefined;
  const { zone, configured } = zoneFor(request, input);
  const read = spokenMoment(start, { now: input.now, zone });
  return read.ok && (read.inWords || (read.local && !configured))
    ? momentText(read.epochMs, request, input)
    : start.trim();
}
