import { makeCustomer } from '../newChange/makeCustomer';
import { makeRecord } from '../newChange/makeRecord';
import type { RunCommand } from './runCommand';

/** `Changebook: New Procedure…`; may be called with `{ title: '…' }`. */
export const newProcedure: RunCommand = ({ sessions }, asked) => makeRecord(sessions, 'procedure', asked);

/** `Changebook: New Ticket…`; may be called with `{ title: '…', customer: '…' }`. */
export const newTicket: RunCommand = ({ sessions }, asked) => makeRecord(sessions, 'ticket', asked);

/** `Changebook: New Customer…`; may be called with `{ name: '…', timezone: '…', environments: 'PRO, UAT' }`. */
export const newCustomer: RunCommand = ({ sessions }, asked) => makeCustomer(sessions, asked);
