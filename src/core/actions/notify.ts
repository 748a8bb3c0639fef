import { addListItem } from '../edits/addListItem';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { noticeKindChoice } from '../model/vocabulary/choices';
import { choiceIn, choiceNamed } from '../model/vocabulary/vocabulary';
import { type ActedOn, nameOf } from './action';
import type { OfferedAnswer } from './question';
import { isChange, planWritten, type RecordAction, refusedPlan, type WrittenAction } from './recordAction';
import type { Refusal } from './refusals';
import { saidMoment, whenQuestion } from './saidMoment';
import type { TextChange } from './textChange';
import { type SaidAt, timedChange } from './timedChange';

type Kind = keyof typeof noticeKindChoice.choices;
type OnChange = ActedOn<RecordOf<'change'>>;

/** A notice that was sent. */
interface SentNotice extends SaidAt {
  readonly kind: Kind;
  readonly by: string;
  /** How it was sent, such as by mail. */
  readonly channel?: string | undefined;
}

/** What is known of notices, which stands on a floor above. */
export interface NoticeSense {
  /** Why the change, as it is committed, sends no notice of a kind. */
  unfit(change: RecordOf<'change'>, kind: Kind, config: OnChange['input']['config']): Refusal | undefined;
  /** The kind that the change's state calls for next. */
  next(on: OnChange): Kind | undefined;
}

/** Marks a notice as sent; it sends nothing. */
export function notify({ unfit, next }: NoticeSense): RecordAction {
  return {
    takes: isChange,
    title: (on) => ({ en: `Notice of ${nameOf(on)}`, es: `Aviso de ${nameOf(on)}` }),
    asks: (on) => [
      whenQuestion(on),
      {
        name: 'kind',
        prompt: { en: 'Which notice was sent?', es: '¿Qué aviso se envió?' },
        choices: kindChoices(on),
        guess: next(on),
      },
      {
        name: 'channel',
        prompt: { en: 'How was it sent?', es: '¿Por dónde se envió?' },
        guess: on.record.data.notifications?.at(-1)?.channel ?? { en: 'mail', es: 'correo' },
        optional: true,
      },
      { name: 'by', prompt: { en: 'Who sent it?', es: '¿Quién lo envió?' }, isMe: true },
    ],
    plan(on, answers) {
      const { by = '', channel, at } = answers;
      const kind = choiceNamed(noticeKindChoice.choices, answers.kind ?? '') ?? 'start';
      const sent = { kind, by, channel, ...saidMoment(on, at) };
      return planWritten(
        on,
        noticed(sent, (change) => unfit(change, kind, on.input.config)),
      );
    },
    redo: noticeEffects,
  };
}

export const noticeEffects = { fields: { change: ['notifications'] } };

/** The kinds of notice, those that were sent already with when. */
function kindChoices({ record }: OnChange): OfferedAnswer[] {
  const sent = record.data.notifications ?? [];
  return Object.entries(noticeKindChoice.choices).map(([kind, [, meaning]]) => {
    const last = sent.findLast((notice) => notice.kind === kind);
    const at = last?.at ?? '';
    return {
      value: kind,
      label: meaning,
      ...(last ? { description: { en: `sent ${at}`, es: `enviado ${at}` } } : {}),
    };
  });
}

type SentItem = NonNullable<ChangeData['notifications']>[number];

/**
 * Adds a notice that was sent to the record's log of them. The same kind may be sent again, later.
 *
 * @param unfit why the change, as it is committed, sends no such notice
 */
export function noticed(
  { kind, at, zone, ...notice }: SentNotice,
  unfit: (change: RecordOf<'change'>) => Refusal | undefined = () => undefined,
): WrittenAction {
  const [by, channel] = [oneLineValue(notice.by), oneLineValue(notice.channel ?? '')];
  const isIt = (sent: Pick<SentItem, 'kind' | 'channel'>): boolean =>
    sent.kind === kind && (sent.channel ?? '') === channel;
  const make = (when: number): TextChange => ({
    plan(text, copy) {
      const record = parseRecord(text, { expected: true });
      if (!record || !isChange(record)) return refusedPlan('notARecord');
      const moment = isoWithOffset(when, zone);
      if (record.data.notifications?.some((sent) => isIt(sent) && sent.at === moment)) return { edits: [] };
      const refusal = copy === 'committed' ? unfit(record) : undefined;
      if (refusal) return { refusal };
      const edits = addListItem(record, 'notifications', {
        kind: choiceIn(record.language, noticeKindChoice.choices, kind),
        at: moment,
        ...(channel === '' ? {} : { channel }),
        by,
      });
      return edits ? { edits } : refusedPlan('notARecord');
    },
  });
  const momentIn = (record: ParsedRecord): string | undefined => {
    const sent = isChange(record) ? record.data.notifications : undefined;
    return sent?.findLast((item) => isIt(item) && item.by === by)?.at;
  };
  return {
    change: timedChange({ at, zone }, make, momentIn),
    parts: { action: 'notify', notice: kind, channel, by },
  };
}
