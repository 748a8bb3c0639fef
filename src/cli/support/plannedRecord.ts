import { zoneOrUtc } from '../../core/config/workspaceConfig';
import type { NewChange } from '../../core/create/newChange';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import { type InputProblem, type NewChangePlan, planNewChange } from '../../core/create/planNewChange';
import { planNewRecord } from '../../core/create/planNewRecord';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { inBoth, type Language } from '../../core/model/text/localized';
import { readDateTime } from '../../core/model/time/dateTime';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import { takenAs } from '../../core/model/time/momentTexts';
import { changeTypeChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import type { NewReport } from '../../core/report/newReport';
import { checkRecord } from '../../core/rules/checkRecord';
import { messageOf } from '../../core/rules/renderFinding';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { type Call, say, wrongValue } from './command';
import { RefusedError, UsageError } from './io';
import { withSuperseded } from './withSuperseded';

/** A record to be written, with what is told of it. */
export type PlannedRecord = Omit<NewReport, 'version' | 'open' | 'written' | 'commit'> & {
  readonly text: string;
  readonly lost?: readonly string[];
  readonly passedOver?: readonly string[];
  /** The change that it is, where it is one. */
  readonly change?: NewChange;
};

/**
 * Plans the change that a call asks for; refuses what cannot be.
 *
 * @param complete what is known besides what the call says
 */
export function plannedChange(
  call: Call,
  workspace: LoadedWorkspace,
  from: Pick<NewChangeInput, 'procedure' | 'known' | 'me'> = {},
  complete: (asked: NewChangeInput) => NewChangeInput = (asked) => asked,
): PlannedRecord {
  const input = inputOf(workspace);
  const { procedure } = from;
  const plan = planNewChange(
    withSuperseded(call, workspace, complete({ ...wishesOf(call), ...from })),
    input,
  );
  if (!plan.ok) throw refusal(plan.problem, languageFor(call, workspace));
  if (call.text('answers') !== undefined) refuseBadForm(plan, workspace, languageFor(call, workspace));
  const { id, file, title, language, start, customer } = plan.change;
  const { version, id: followed } = procedure?.record.data ?? {};
  const read = start === undefined ? undefined : readDateTime(start, plan.zone);
  const asked = call.text('start');
  if (read?.ok && asked !== undefined && !readDateTime(asked, plan.zone).ok)
    call.notes.set('start', takenAs(asked, read.epochMs, plan.zone));
  return {
    type: 'change',
    id,
    file,
    title: title ?? null,
    language,
    text: plan.text,
    change: plan.change,
    lost: plan.lost,
    passedOver: plan.passedOver,
    procedure: followed ? [followed, version].filter(Boolean).join('@') : null,
    start: read?.ok ? isoWithOffset(read.epochMs, zoneOrUtc(input.config, customer)) : null,
  };
}

/** What came from elsewhere may be right by itself and wrong in this workspace, as a time is that a clock skips. */
function refuseBadForm(
  { text, change: { file } }: NewChangePlan & { ok: true },
  { config: { config } }: LoadedWorkspace,
  language: Language,
): void {
  const record = parseRecord(text, { expected: true, file });
  const found = record ? checkRecord(record, { file, config }) : [];
  const wrong = found.find(({ severity }) => severity === 'error');
  if (wrong) throw new UsageError(say(language, 'badForm', { reason: messageOf(wrong, language) }));
}

/** Plans another record. */
export function plannedOther(
  call: Call,
  type: 'ticket' | 'procedure',
  workspace: LoadedWorkspace,
): PlannedRecord {
  const plan = planNewRecord(type, wishesOf(call), inputOf(workspace));
  if (!plan.ok) throw refusal(plan.problem, languageFor(call, workspace));
  const { id, file, title, language, text } = plan;
  return { type, id, file, title: title ?? null, language, text, procedure: null, start: null };
}

function wishesOf(call: Call): Omit<NewChangeInput, 'procedure'> {
  const written = call.text('change-type') ?? (call.has('emergency') ? 'emergency' : undefined);
  const changeType = written === undefined ? undefined : choiceNamed(changeTypeChoice.choices, written);
  if (written !== undefined && !changeType)
    throw wrongValue('change-type', written, choiceNames(changeTypeChoice.choices));
  const deploymentType = call.wholeNumber('deployment-type');
  if (deploymentType !== undefined && (deploymentType < 1 || deploymentType > 4))
    throw wrongValue('deployment-type', String(deploymentType), '1, 2, 3, 4');
  const environments = call
    .text('environments')
    ?.split(',')
    .map((name) => name.trim());
  return {
    changeType,
    deploymentType,
    environments: environments?.filter(Boolean),
    language: call.text('language') === undefined ? undefined : call.language(undefined),
    title: call.text('title'),
    customer: call.text('customer'),
    start: call.text('start') ?? (call.has('next-slot') ? 'nextSlot' : undefined),
    duration: call.text('duration'),
    requestedBy: call.text('requested-by'),
    assignee: call.text('assignee'),
  };
}

/** What the workspace speaks against, however the call is worded. */
const ofTheRules = new Set<InputProblem['about']>(['partner', 'slot', 'id', 'retired']);

function refusal({ about, value, known, wanted, blocked }: InputProblem, language: Language): Error {
  const reasons = blocked.map((finding) => messageOf(finding, language));
  const args = { value, known: [...known, ...reasons].join(about === 'slot' ? ' ' : ', ') };
  const expected = wanted ? inBoth('known', (own) => wanted[own]) : {};
  const said = say(language, `wish_${about}`, {
    ...args,
    ...expected,
    ...hintArgs(nearestName(value, known)),
  });
  return ofTheRules.has(about) ? new RefusedError(said) : new UsageError(said);
}

/** The language in which a call is answered. */
export function languageFor(call: Call, workspace: LoadedWorkspace): Language {
  return call.language(workspace.config.config.data.language);
}
