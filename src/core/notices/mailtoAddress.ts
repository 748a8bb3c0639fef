import { encodeUriPart } from '../model/text/encodeUriPart';
import type { NoticeDraft } from './draftNotice';
import type { Mailbox } from './recipients';

/** Some mail programs and systems truncate longer addresses, or do not open them. */
export const longestMailto = 1800;

/**
 * A draft as an address that opens it in the mail program (RFC 6068): recipients, subject and text. Every part is
 * encoded, so that no part can start another one.
 */
export function mailtoAddress({ subject, plain, recipients }: NoticeDraft): string {
  const fields = [
    ...(recipients.bcc.length > 0 ? [`bcc=${listed(recipients.bcc)}`] : []),
    `subject=${encodeUriPart(subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())}`,
    `body=${encodeUriPart(plain.trimEnd().replace(/\r\n?|\n/g, '\r\n'))}`,
  ];
  return `mailto:${listed(recipients.to)}?${fields.join('&')}`;
}

function listed(mailboxes: readonly Mailbox[]): string {
  return mailboxes.map(({ address }) => encodeUriPart(address).replaceAll('%40', '@')).join(',');
}
