import type { RuleData } from '../rule';

/** The repair of every finding that another start would avoid; who offers it looks for that start. */
export const slotTitle: RuleData['fixTitles'] = { slot: { en: 'Move to {start}', es: 'Mover a {start}' } };
