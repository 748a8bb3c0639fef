import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256 } from '../../core/model/text/sha256';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import type { Mailbox } from '../../core/notices/recipients';

/** A page around the HTML of a notice, for readers of mail. */
export function htmlPage(draft: Pick<NoticeDraft, 'language' | 'subject' | 'html'>): string {
  const { language, subject, html } = draft;
  const title = subject.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n${html}\n</body>\n</html>\n`;
}

/** What one mail file holds. */
export interface MailContent {
  readonly draft: NoticeDraft;
  /** Blind copies; several files share one draft. */
  readonly bcc: readonly Mailbox[];
  /** Milliseconds since 1970. */
  readonly date: number;
}

/**
 * A notice as an unsent mail (`.eml`), which mail programs open for editing: HTML and text in UTF-8. Everything in it is
 * text that is given here; nothing is read from files or addresses.
 */
export function mailFile({ draft, bcc, date }: MailContent): Promise<Buffer> {
  // The same draft gives the same file, and nothing of the machine is in it.
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
    // Mail has these ends of lines, whatever those of a template are.
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // A file that nobody sent yet still has to say to whom it goes.
  mail.keepBcc = true;
  return new Promise((resolve, reject) => {
    mail.build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

function written({ name, address }: Mailbox): { name: string; address: string } {
  const shown = oneHeader(name ?? '');
  return { name: looksEncoded(shown) ? '' : shown, address: oneHeader(address) };
}

/** Whether a reader of mail would take a text for the code of another one, in which anything may stand. */
function looksEncoded(text: string): boolean {
  return text.includes('=?');
}

/** A subject as it is: one that looks encoded is encoded whole, a few characters at a time as RFC 2047 wants it. */
function subjectHeader(subject: string): string | { prepared: true; value: string } {
  if (!looksEncoded(subject)) return subject;
  const words = subject.match(/.{1,10}/gsu) ?? [];
  const value = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
  return { prepared: true, value };
}

/** A text that cannot begin another header. */
function oneHeader(text: string): string {
  return String(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
