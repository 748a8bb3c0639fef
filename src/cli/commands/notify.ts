import { notify as sentNotice } from '../../core/actions/notify';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import { noticeSense } from '../../core/notices/noticeSense';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import { type Command, hintFor, wrongCall } from '../support/command';
import { atOption, byOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook notify`: marks a notice as sent. It sends nothing. */
export const notify: Command = {
  name: 'notify',
  usage: 'changebook notify <id|file> <kind>',
  summary: {
    en: 'Marks a notice as sent (it sends nothing), as one commit.',
    es: 'Marca un aviso como enviado (no envía nada), con un commit.',
  },
  options: {
    by: byOption,
    channel: textOption('TEXT', 'how it was sent', 'por dónde se envió'),
    at: atOption,
    ...writingOptions,
  },
  examples: ['changebook notify CHG-2026-0042 start --channel mail'],
  acts: true,
  run: (call) =>
    actOnRecord(call, sentNotice(noticeSense), {
      further: 'notice',
      given: ({ paths: [, kind] }) => ({ kind: kindNamed(kind) }),
      about: (_, planned) => aboutWritten('notify', planned),
    }),
};

function kindNamed(written = ''): string {
  const kind = choiceNamed(noticeKindChoice.choices, written);
  if (kind) return kind;
  const { en, es } = choiceNames(noticeKindChoice.choices);
  throw wrongCall('whichOne', { 'expected.en': en, 'expected.es': es, ...hintFor(written, { en, es }) });
}
