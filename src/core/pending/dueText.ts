import { fillIn, type Language, type Localized } from '../model/text/localized';
import { localText } from '../model/time/localText';

const texts = {
  past: { en: 'due since {time}', es: 'tocaba el {time}' },
  ahead: { en: 'due at {time}', es: 'toca el {time}' },
} satisfies { [id: string]: Localized };

/** When a step is due, in the time of its customer; whether that is past already. */
export function dueText(at: number, now: number, zone: string, language: Language): string {
  return fillIn(texts[at <= now ? 'past' : 'ahead'][language], { time: localText(at, zone) });
}
