import { field } from './fieldType';
import { text } from './fieldTypes';
import { audienceChoice, channelChoice } from './noticeChoices';

/** The front matter of a template. */
export const templateFields = {
  subject: field(
    'asunto',
    text,
    'Subject, a template itself.',
    'Asunto, que es también una plantilla.',
    '"Start: {{ title }}"',
  ),
  channel: field('canal', channelChoice, 'How it goes out.', 'Por dónde sale.', 'mail'),
  audience: field('destinatarios', audienceChoice, 'Who reads it.', 'Quién lo lee.', 'parties'),
};
