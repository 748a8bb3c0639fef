import type { NoticeDraft } from '../../core/notices/draftNotice';

/** The HTML page of a notice, for mail. */
export function htmlPage(draft: Pick<NoticeDraft, 'language' | 'subject' | 'html'>): string {
  const { language, subject, html } = draft;
  const title = subject.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n${html}\n</body>\n</html>\n`;
}
