import type { Language, Localized } from '../model/text/localized';
import { fillIn } from '../model/text/localized';
import { longMinutesText } from '../model/time/duration';
import type { SlotMove } from './nextSlots';

/** Less than an hour to the next full one is nothing to tell. */
const leastPreferred = 60;
const moved: Localized = { en: 'moved on by {moves}', es: 'aplazado por {moves}' };
const preferred: Localized = { en: 'working days and full hours', es: 'días laborables y horas en punto' };

/**
 * What moved a slot, and by how much: `moved on by schedule/freeze 2 d 3 h, schedule/friday 14 h`.
 *
 * @returns empty where nothing did
 */
export function slotMoveText(moves: readonly SlotMove[], language: Language): string {
  const told = moves.filter(({ rule, minutes }) => rule !== undefined || minutes >= leastPreferred);
  const parts = told.map(({ rule, minutes }) => `${rule ?? preferred[language]} ${longMinutesText(minutes)}`);
  return parts.length > 0 ? fillIn(moved[language], { moves: parts.join(', ') }) : '';
}
