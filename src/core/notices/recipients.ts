import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import type { ChangeData, CustomerData } from '../model/schema/recordData';
import { conflictMarkers } from '../model/text/conflictMarkers';
import { oneLineValue } from '../model/text/oneLineValue';
import { notifyChoice } from '../model/vocabulary/choices';
import type { Audience } from './noticeKind';

/** One mailbox. */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

/** The recipients of a notice. */
export interface Recipients {
  readonly to: readonly Mailbox[];
  /** Blind copies: end users, whose addresses others must not see. */
  readonly bcc: readonly Mailbox[];
  /** Parties (canonical names) and people who should be told but have no known address. */
  readonly unreached: readonly string[];
  /** Texts in place of an address that are not addresses. */
  readonly refused: readonly string[];
}

/** Plain addresses only: no comments, groups, quotes or anything that could start another header. */
const addressPattern =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252}[\p{L}\p{N}])?$/u;

/** Whether a text is one plain mail address. */
export function isAddress(text: string): boolean {
  return text.length <= 320 && addressPattern.test(text) && !text.includes('..');
}

type Contacts = NonNullable<CustomerData['contacts']>;

/** A list of mailboxes with each address once. */
class MailboxList {
  readonly all: Mailbox[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly refused: string[]) {}

  add(written: string, name?: string): void {
    const address = written.trim();
    if (!isAddress(address)) {
      this.refused.push(address.slice(0, 100));
      return;
    }
    const key = address.toLowerCase();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.all.push(name ? { name, address } : { address });
  }
}

/**
 * The recipients of a notice of a change, by its audience: the customer's contacts by role, the parties and addresses
 * in `notify`, with the members that the configuration gives them, the addresses in the file of end users.
 *
 * @param endUsers reads that file where it is needed; gives undefined where there is none
 */
export function recipientsOf(
  data: ChangeData,
  config: WorkspaceConfig,
  audience: Audience,
  endUsers: () => string | undefined,
): Recipients {
  const customer = customerNamed(config, data.customer);
  const [unreached, refused]: [string[], string[]] = [[], []];
  const to = new MailboxList(refused);
  let bcc: readonly Mailbox[] = [];
  for (const party of partiesFor(audience, data)) {
    if (party === 'end_users') {
      const text = endUsers() ?? '';
      // In an unresolved merge it is not known which side is right.
      const markers = conflictMarkers(text).map(({ start, end }) => text.slice(start, end));
      const users = markers.length > 0 ? { all: [], refused: markers } : endUserMailboxes(text);
      bcc = users.all;
      refused.push(...users.refused);
      if (bcc.length === 0) unreached.push(party);
    } else if (Object.hasOwn(notifyChoice.choices, party)) {
      const contacts = contactsFor(party, customer).filter(({ email }) => email);
      for (const { email = '', name } of contacts) to.add(email, name);
      const own = audience === 'parties' ? membersOf(party, config) : [];
      for (const { address, name } of own) to.add(address, name);
      if (contacts.length + own.length === 0 && isExpected(party, audience, data)) unreached.push(party);
    } else to.add(party);
  }
  for (const person of audience === 'team' ? Object.values(data.reviewers ?? {}) : []) {
    const mailbox = person ? personMailbox(person, config) : undefined;
    if (mailbox) to.add(mailbox.address, mailbox.name);
    else if (person) unreached.push(person);
  }
  return { to: to.all, bcc, unreached, refused };
}

/** The mailboxes of a party that has people of the team itself. */
function membersOf(party: string, config: WorkspaceConfig): Mailbox[] {
  const { project_team: project, support_team: support } = config.data.parties ?? {};
  const members = party === 'project_team' ? project : party === 'support_team' ? support : undefined;
  return (members ?? []).flatMap((member) => personMailbox(member, config) ?? []);
}

/** The mailbox of a person, who is given by address, or by a name that `.mailmap` or the contacts know. */
export function personMailbox(written: string, { people }: WorkspaceConfig): Mailbox | undefined {
  const address = people.keyOf(written);
  if (!isAddress(address)) return undefined;
  const name = oneLineValue(written.replace(/<[^<>]*>\s*$/, ''), 80);
  return name && !name.includes('@') ? { name, address } : { address };
}

function partiesFor(audience: Audience, data: ChangeData): string[] {
  const named = data.notify ?? [];
  const addresses = named.filter((party) => !Object.hasOwn(notifyChoice.choices, party));
  switch (audience) {
    case 'customer':
      return ['customer_managers', 'project_team', ...(data.partner ? ['partner'] : []), ...addresses];
    case 'parties':
      return named.filter((party) => party !== 'end_users');
    case 'users':
      return ['end_users'];
    case 'team':
    case 'tracker':
      return [];
  }
}

/** Whether a party without an address is missed. The customer's project team is optional unless `notify` names it. */
function isExpected(party: string, audience: Audience, data: ChangeData): boolean {
  return audience !== 'customer' || party === 'customer_managers' || data.notify?.includes(party) === true;
}

/** The contacts of a party. The customer's help desk gets what its managers get. */
function contactsFor(party: string, customer: CustomerData | undefined): Contacts {
  if (party === 'partner') return customer?.partner?.contacts ?? [];
  const roles: { readonly [party: string]: readonly string[] } = {
    customer_managers: ['manager', 'helpdesk'],
    project_team: ['project'],
    support_team: ['support'],
  };
  return (customer?.contacts ?? []).filter(({ role }) => role && roles[party]?.includes(role));
}

interface EndUsers {
  readonly all: readonly Mailbox[];
  readonly refused: readonly string[];
}

/** The last file is kept parsed, because it is usually the same at the next keystroke. */
let lastEndUsers: { readonly text: string; readonly users: EndUsers } | undefined;

function endUserMailboxes(text: string): EndUsers {
  if (lastEndUsers?.text === text) return lastEndUsers.users;
  const refused: string[] = [];
  const list = new MailboxList(refused);
  for (const address of addressesIn(text)) list.add(address);
  lastEndUsers = { text, users: { all: list.all, refused } };
  return lastEndUsers.users;
}

const mostEndUsers = 100_000;

/** The addresses in a file of end users: one per line, or a column of a table. */
export function addressesIn(text: string): string[] {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, mostEndUsers);
  const addresses: string[] = [];
  for (const row of rows) {
    const cells = row.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const found = cells.find((cell) => cell.includes('@'));
    if (found) addresses.push(found);
  }
  return addresses;
}

/** The most blind copies in one mail that most mail servers accept. */
export const mostBcc = 100;

/** The number of mails that a notice needs. */
export function countMails({ bcc }: Recipients): number {
  return Math.max(1, Math.ceil(bcc.length / mostBcc));
}

/** Splits blind copies into lists for one mail each. */
export function inChunks(mailboxes: readonly Mailbox[], most = mostBcc): Mailbox[][] {
  const chunks: Mailbox[][] = [];
  for (let start = 0; start < mailboxes.length; start += most)
    chunks.push(mailboxes.slice(start, start + most));
  return chunks;
}
