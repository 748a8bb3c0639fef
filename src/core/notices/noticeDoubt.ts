import { fillIn, type Language, type Localized } from '../model/text/localized';
import { localText } from '../model/time/localText';
import { stageOfRecord } from '../rules/recordStage';
import { hasReached } from '../workflow/stages';
import type { NoticeInput } from './noticeInput';
import type { NoticeKindName } from './noticeKind';
import { windowOf } from './noticeWindow';

const texts = {
  ahead: {
    en: 'This notice says that the deployment begins now, and its window begins only at {start}.',
    es: 'Este aviso dice que el despliegue empieza ahora, y su ventana no empieza hasta el {start}.',
  },
  behind: {
    en: 'The window that this notice speaks of began at {start}, and the deployment has not begun.',
    es: 'La ventana de la que habla este aviso empezó el {start}, y el despliegue no ha empezado.',
  },
} as const satisfies { readonly [code: string]: Localized };

/** What makes a notice doubtful though it may be sent: the record and the clock disagree. */
export interface NoticeDoubt {
  readonly code: keyof typeof texts;
  /** When its window begins, in the customer's time zone. */
  readonly start: string;
}

/** Whoever starts is told up to an hour before. */
const soonMs = 3_600_000;
/** The notices that announce a window. */
const announcing: ReadonlySet<string> = new Set(['approval_request', 'agreement_request', 'users', 'banner']);

/** Why a notice would hardly be true if it went out now; undefined where nothing speaks against it. */
export function noticeDoubt(kind: NoticeKindName, input: NoticeInput): NoticeDoubt | undefined {
  const { record, config, zone, now } = input;
  const { start } = windowOf(input);
  const starts = kind === 'start';
  if (start === undefined || (!starts && !announcing.has(kind))) return undefined;
  if (hasReached(stageOfRecord(record, config), 'releasing') || record.data.actual?.start) return undefined;
  const told = localText(start, zone);
  if (starts && start > now + soonMs) return { code: 'ahead', start: told };
  const passed = starts ? start + soonMs < now : start <= now;
  return passed ? { code: 'behind', start: told } : undefined;
}

/** The doubt as a sentence. */
export function doubtText({ code, start }: NoticeDoubt, language: Language): string {
  return fillIn(texts[code][language], { start });
}
