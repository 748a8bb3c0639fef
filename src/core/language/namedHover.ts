import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Language, Localized } from '../model/text/localized';
import { environmentCard } from './environmentCard';
import type { HoverText } from './hoverText';
import type { LanguageInput } from './languageInput';
import { mentionAt } from './mentions/mentionAt';
import { personCard } from './personCard';
import { asMarkdown } from './plainText';
import { recordCard } from './recordNames';
import { trackerTickets } from './trackerTickets';

const ticketWord: Localized = { en: 'Ticket of a tracker', es: 'Ticket de un gestor' };

/** What there is to say of the person, the environment, the record behind a link or the ticket that a word names. */
export function namedHover(text: string, offset: number, input: LanguageInput): HoverText | undefined {
  const { file = '', kind, config, index, language } = input;
  const mention = mentionAt(text, offset, { file, kind }, input);
  const markdown = ((): string | undefined => {
    switch (mention?.kind) {
      case 'person':
        return personCard(mention.written, config, language);
      case 'environment':
        return environmentCard(mention.written, mention.scope.replace('*', ''), config, language);
      case 'record': {
        const entry = index.byId(mention.key);
        return entry && recordCard(entry, config, language);
      }
      default:
        return undefined;
    }
  })();
  if (mention && markdown !== undefined) return { markdown, range: mention.range };
  return kind === 'config' || kind === 'customer' ? undefined : ticketHover(text, offset, config, language);
}

/** Of the line alone: a ticket does not go on in the next one. */
function ticketHover(
  text: string,
  offset: number,
  config: WorkspaceConfig,
  language: Language,
): HoverText | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const behind = text.indexOf('\n', offset);
  const line = text.slice(start, behind < 0 ? undefined : behind);
  const ticket = trackerTickets(line, config).find(
    ({ range }) => range.start <= offset - start && offset - start <= range.end,
  );
  if (!ticket) return undefined;
  const { id, url, range } = ticket;
  const link = url === undefined ? '' : `  \n<${url}>`;
  return {
    markdown: `**${asMarkdown(id)}**  \n${ticketWord[language]}${link}`,
    range: { start: start + range.start, end: start + range.end },
  };
}
