import { closedState } from '../actions/closedState';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import {
  argsIn,
  fillIn,
  inBoth,
  type Language,
  type Localized,
  type MessageArgs,
} from '../model/text/localized';
import { noticeKindChoice, outcomeChoice } from '../model/vocabulary/choices';
import { stateName } from '../model/vocabulary/stateName';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import { stageOfRecord } from '../rules/recordStage';
import { hasReached, initialStatus, stageRank } from '../workflow/stages';
import type { NoticeKind } from './noticeKind';

const texts = {
  early: {
    en: 'The change is only “{state}”, so what this notice tells has not happened yet: it is a preview, and not to be sent.',
    es: 'El cambio solo está «{state}», así que lo que cuenta este aviso aún no ha ocurrido: es una vista previa y no se debe enviar.',
  },
  past: {
    en: 'The change is “{state}”, so what this notice announces is past: it is a preview, and not to be sent.',
    es: 'El cambio está «{state}», así que lo que anuncia este aviso ya pasó: es una vista previa y no se debe enviar.',
  },
  over: {
    en: 'The deployment is over (“{state}”), so there is no delay to tell of. The notice “{instead}” tells that.',
    es: 'El despliegue ha terminado («{state}»), así que no hay demora que contar. Lo cuenta el aviso «{instead}».',
  },
  notInService: {
    en: 'The change is not in service (“{outcome}”), so what this notice tells is not true. The notice “{instead}” tells what is.',
    es: 'El cambio no está en servicio («{outcome}»), así que lo que cuenta este aviso no es verdad. Lo cuenta el aviso «{instead}».',
  },
  notCarriedOut: {
    en: 'The change is “{state}” and is not carried out, so there is nothing to tell by this notice.',
    es: 'El cambio está «{state}» y no se lleva a cabo, así que no hay nada que contar con este aviso.',
  },
} as const satisfies { [code: string]: Localized };

/** Why a notice must not be sent. */
export interface SendObstacle {
  readonly code: keyof typeof texts;
  readonly args: MessageArgs;
}

/** Why a notice of a kind would not be true of a change now; undefined where it may be sent. */
export function sendObstacle(
  { name, stages }: NoticeKind,
  change: RecordOf<'change'>,
  config: WorkspaceConfig,
): SendObstacle | undefined {
  const { status = initialStatus('change'), actual } = change.data;
  const stage = stageOfRecord(change, config);
  const state = inBoth('state', (language) => withSpaces(stateName(status, language)));
  if (stageRank(stage) < 0 && closedState(change, config.stages))
    return { code: 'notCarriedOut', args: state };
  const outcome = reportedOutcome(change);
  const back = outcome === 'rolled_back';
  // The other kinds mention the outcome themselves.
  if ((back || outcome === 'failed') && name === 'announcement') {
    const ended = both('outcome', outcomeChoice.choices, outcome);
    return { code: 'notInService', args: { ...ended, ...instead(back ? 'rollback' : 'closing') } };
  }
  const first = stages.reduce((one, other) => (stageRank(other) < stageRank(one) ? other : one));
  // A change that went back to work after a deployment may still need its notices.
  const isGoingBack = goesBack(change.data) && !hasReached(stage, 'done');
  const begun = isGoingBack || (first === 'releasing' ? actual?.start : actual?.end) !== undefined;
  if (hasReached(first, 'releasing') && !hasReached(stage, first) && !begun)
    return { code: 'early', args: state };
  if (!hasReached(stage, announced[name] ?? 'in_testing')) return undefined;
  // Users see on the banner what goes on, and that is now the way back.
  if (announced[name]) return isGoingBack && name === 'banner' ? undefined : { code: 'past', args: state };
  const over = name === 'delay' && !isGoingBack;
  return over ? { code: 'over', args: { ...state, ...instead(back ? 'rollback' : 'end') } } : undefined;
}

/** Notices of future events, and the state from which on they are past. An emergency is approved until it is done. */
const announced: { readonly [kind: string]: 'in_testing' | 'done' } = {
  approval_request: 'done',
  agreement_request: 'in_testing',
  users: 'in_testing',
  banner: 'in_testing',
  start: 'in_testing',
};

/** Whether the notice may still be shown as a preview. */
export function isPreview({ code }: SendObstacle): boolean {
  return code === 'early' || code === 'past';
}

/**
 * How a change ended, as people were told. A change that is still open counts as rolled back if that was begun, or if
 * a notice of the rollback was sent, and none of a new start after it.
 */
export function reportedOutcome({ data }: RecordOf<'change'>): string | undefined {
  if (data.outcome) return data.outcome;
  if (goesBack(data)) return 'rolled_back';
  const told = data.notifications?.findLast(({ kind }) => kind === 'start' || kind === 'rollback');
  return told?.kind === 'rollback' ? 'rolled_back' : undefined;
}

/** The obstacle as a sentence. */
export function obstacleText({ code, args }: SendObstacle, language: Language): string {
  return fillIn(texts[code][language], argsIn(language, args));
}

function instead(kind: keyof typeof noticeKindChoice.choices): MessageArgs {
  return both('instead', noticeKindChoice.choices, kind);
}

function both(name: string, choices: Parameters<typeof choiceIn>[1], value: string): MessageArgs {
  return inBoth(name, (language) => withSpaces(choiceIn(language, choices, value)));
}
