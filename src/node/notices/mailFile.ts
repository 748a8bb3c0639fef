import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256 } from '../../core/model/text/sha256';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import type { Mailbox } from '../../core/notices/recipients';
import { htmlPage } from './htmlPage';

/** The content of one mail file. */
interface MailContent {
  readonly draft: NoticeDraft;
  /** Blind copies. A draft may need several files. */
  readonly bcc: readonly Mailbox[];
  /** Milliseconds since 1970. */
  readonly date: number;
}

/**
 * A notice as an unsent mail (`.eml`), which mail programs open for editing, with HTML and text in UTF-8. Neither files
 * nor addresses are read to write it.
 */
export function mailFile({ draft, bcc, date }: MailContent): Promise<Buffer> {
  // The id does not depend on the machine, so the same draft gives the same file.
  const key = sha256(JSON.stringify([draft.subject, draft.html, bcc, date])).slice(0, 32);
  const mail = new MailComposer({
    to: draft.recipients.to.map(written),
    bcc: bcc.map(written),
    text: String(draft.plain),
    html: htmlPage(draft),
    date: new Date(date),
    messageId: `<${key}@changebook.invalid>`,
    baseBoundary: key,
    headers: { 'X-Unsent': '1', Subject: subjectHeader(oneHeader(draft.subject)) },
    textEncoding: 'quoted-printable',
    // The line endings of mail, whatever those of the template are.
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // A mail that was not sent yet must keep its blind copies.
  mail.keepBcc = true;
  return new Promise((resolve, reject) => {
    mail.build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

function written({ name, address }: Mailbox): { name: string; address: string } {
  const shown = oneHeader(name ?? '');
  return { name: looksEncoded(shown) ? '' : shown, address: oneHeader(address) };
}

/** Whether a mail program would decode a text, which could then contain anything. */
function looksEncoded(text: string): boolean {
  return text.includes('=?');
}

/** The subject header. A subject that looks encoded is encoded itself, in words of a few characters (RFC 2047). */
function subjectHeader(subject: string): string | { prepared: true; value: string } {
  if (!looksEncoded(subject)) return subject;
  const words = subject.match(/.{1,10}/gsu) ?? [];
  const value = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
  return { prepared: true, value };
}

/** A text on one line, which cannot start another header. */
function oneHeader(text: string): string {
  return String(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
