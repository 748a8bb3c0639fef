import { movesOf } from '../actions/moves';
import { type MoveInput, planMove } from '../actions/planMove';
import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import type { IndexKeys } from '../index/indexKeys';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import { argsIn, fillIn, type Language, type Localized } from '../model/text/localized';
import { localText } from '../model/time/localText';
import { stateName } from '../model/vocabulary/stateName';
import { approvalUnverifiable, unverifiable } from '../rules/approval/unverifiable';
import { checkEntry } from '../rules/checkRecord';
import { messageOf } from '../rules/renderFinding';
import { conflict } from '../rules/schedule/conflict';
import { early } from '../rules/schedule/early';
import { waiverUnverified } from '../rules/waiver/unverified';
import { onHold } from '../workflow/workflow';

/** Why a change may not be deployed now. */
export interface GateReason {
  /**
   * `finding`: a rule objects. `unverified`: who gave an approval, or a waiver that takes a role, cannot be verified. The others are checks of the
   * gate.
   */
  readonly code: GateCode;
  readonly message: string;
  readonly rule?: string;
}

type GateCode = keyof typeof texts | 'finding' | 'unverified';

const texts = {
  noChange: {
    en: 'No open change is about {asked}; a deployment needs one.{hint}',
    es: 'Ningún cambio abierto trata de {asked}; un despliegue necesita uno.{hint}',
  },
  noConfig: {
    en: 'There is no {file}, so nobody is named to approve; no deployment is allowed without it.',
    es: 'No hay {file}, así que no se nombra a nadie que apruebe; sin él no se permite ningún despliegue.',
  },
  config: {
    en: 'The configuration has an error ({place}), so what it asks for may not be all that counts: {message}',
    es: 'La configuración tiene un error ({place}), así que puede que no cuente todo lo que pide: {message}',
  },
  notReady: {
    en: 'It is “{status}”; only a change that is to_be_released or releasing may be deployed.',
    es: 'Está «{status}»; solo se despliega un cambio que está por_desplegar o desplegando.',
  },
  goesBack: {
    en: 'It is being rolled back, so what it brings is not deployed any more.',
    es: 'Se está revirtiendo, así que lo que trae ya no se despliega.',
  },
  noWindow: {
    en: 'It has no window (`schedule.start` and `schedule.duration`).',
    es: 'No tiene ventana (`programacion.inicio` y `programacion.duracion`).',
  },
  notYet: {
    en: 'Its window opens at {start} and it is {now} now ({zone}).',
    es: 'Su ventana se abre el {start} y ahora es {now} ({zone}).',
  },
  over: {
    en: 'Its window closed at {end} and it is {now} now ({zone}).',
    es: 'Su ventana se cerró el {end} y ahora es {now} ({zone}).',
  },
  unreadable: {
    en: 'Its front matter cannot be read.',
    es: 'Su front matter no se puede leer.',
  },
} as const satisfies { [code: string]: Localized };

/** A reason in a language. */
export function gateReason(
  code: keyof typeof texts,
  language: Language,
  args: { readonly [name: string]: string } = {},
): GateReason {
  return { code, message: fillIn(texts[code][language], argsIn(language, args)) };
}

/** Whether a change is approved or being deployed. */
export function isReady({ stage, status }: IndexKeys, { stages }: WorkspaceConfig): boolean {
  // A configured state may stand for `on_hold`.
  return (stages.get(status) ?? status) !== onHold && (stage === 'to_be_released' || stage === 'releasing');
}

/** Whether a moment is in a change's window. The end is not part of it. */
export function isInWindow({ change }: IndexKeys, now: number): boolean {
  const { start, end } = change ?? {};
  return start !== undefined && end !== undefined && start <= now && now < end;
}

/**
 * The reasons against deploying a change now: its state, its window, conflicts with other changes, and errors that are
 * not waived, including those that it would have once it is being deployed, such as open steps of its gates. Without a
 * reason it may be deployed.
 */
export function judgeChange(
  record: RecordOf<'change'>,
  entry: IndexEntry,
  input: MoveInput,
  language: Language,
): GateReason[] {
  const reasons: GateReason[] = [];
  const { summary } = entry;
  if (!isReady(summary, input.config))
    reasons.push(gateReason('notReady', language, { status: stateName(summary.status, language) }));
  if (goesBack(record.data)) reasons.push(gateReason('goesBack', language));
  reasons.push(...windowReasons(record, entry, input, language));
  reasons.push(...unverifiedReasons(entry, input, language));
  const findings = findingsAgainst(record, entry, input);
  if (findings === undefined) return [...reasons, gateReason('unreadable', language)];
  const told = new Set<string>();
  for (const finding of findings) {
    // The sentence about the window already says so.
    if (finding.rule === early.id && reasons.some(({ code }) => code === 'notYet')) continue;
    if (finding.rule === approvalUnverifiable.id) continue;
    const message = messageOf(finding, language);
    const code =
      finding.rule === waiverUnverified.id && finding.severity === 'info' ? 'unverified' : 'finding';
    const key = `${finding.rule} ${message}`;
    if (!told.has(key)) reasons.push({ code, rule: finding.rule, message });
    told.add(key);
  }
  return reasons;
}

/** What cannot be verified counts as not approved, whatever the severity of the rule. */
function unverifiedReasons(
  { file, summary }: IndexEntry,
  { git = 'failed' }: MoveInput,
  language: Language,
): GateReason[] {
  const rule = approvalUnverifiable.id;
  return unverifiable(summary, { git, file }).map(({ message: id, args = {}, range }) => {
    const message = messageOf({ rule, severity: 'error', message: id, args, range }, language);
    return { code: 'unverified', rule, message };
  });
}

function windowReasons(
  record: RecordOf<'change'>,
  { summary }: IndexEntry,
  { config, now }: MoveInput,
  language: Language,
): GateReason[] {
  const { start, end } = summary.change ?? {};
  // Without a duration the end is the start.
  if (start === undefined || end === undefined || end <= start) return [gateReason('noWindow', language)];
  const zone = zoneFor(record, config);
  const args = {
    start: localText(start, zone),
    end: localText(end, zone),
    now: localText(now, zone),
    zone,
  };
  if (now < start) return [gateReason('notYet', language, args)];
  return now < end ? [] : [gateReason('over', language, args)];
}

/** The errors of a change and of its next move; undefined where its front matter cannot be edited. */
function findingsAgainst(
  record: RecordOf<'change'>,
  entry: IndexEntry,
  input: MoveInput,
): readonly Finding[] | undefined {
  // A conflict blocks both changes, even where the other one has to give way.
  const own = checkEntry(entry, input).filter(
    ({ rule, severity }) =>
      severity === 'error' ||
      (rule === conflict.id && severity === 'warning') ||
      // Who gave a waiver cannot be verified yet.
      rule === waiverUnverified.id,
  );
  if (entry.summary.stage !== 'to_be_released') return own;
  const { stages, workflow } = input.config;
  const move = movesOf(record.data, workflow).find(
    ({ to, kind }) => kind === 'forward' && (stages.get(to) ?? to) === 'releasing',
  );
  if (!move) return own;
  const plan = planMove(record, entry.file, move, {}, input);
  return plan.lacks.includes('frontMatter') ? undefined : [...own, ...plan.findings];
}
