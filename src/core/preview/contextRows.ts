import { oneLine } from '../language/plainText';
import type { ChangeData } from '../model/schema/recordData';
import type { Language } from '../model/text/localized';
import { escapeMarkup } from '../model/text/markup';
import { windowBetween } from '../model/time/localText';
import { type PhaseWindow, phaseTitle, phaseWindows } from '../model/time/phaseWindows';
import { changeFields } from '../model/vocabulary/changeFields';
import { valueIn } from '../model/vocabulary/valueIn';
import { cardTexts } from './cardTexts';

/** The rows of a card about what surrounds a change: why it is done, what can go wrong, whom to call, where to look. */
export function contextRows(
  data: ChangeData,
  language: Language,
  zone = 'UTC',
): [label: string, html: string][] {
  const texts = cardTexts[language];
  const { justification, risk, cab, channel, contacts = [], links = [] } = data;
  const rows: readonly (readonly [string, string])[] = [
    [texts.phases, listed(phaseWindows(data.schedule, zone).map((phase) => phaseText(phase, zone)))],
    [texts.justification, shown(justification)],
    [texts.expected, shown(data.expected_outcome)],
    [texts.responsible, shown(data.rollback?.responsible?.join(', '))],
    [texts.risk, shown(valueIn(language, risk, changeFields.risk.type))],
    [texts.cab, shown(valueIn(language, cab, changeFields.cab.type))],
    [texts.channel, shown(channel)],
    [texts.contacts, listed(contacts.map(contactText))],
    [texts.links, listed(links.map(linkText))],
  ];
  return rows.flatMap(([label, html]) => (html === '' ? [] : [[label, html]]));
}

function listed(items: readonly string[]): string {
  return items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
}

function phaseText(phase: PhaseWindow, zone: string): string {
  const places = phase.environments ? ` <small>${shown(phase.environments.join(', '))}</small>` : '';
  return `${shown(phaseTitle(phase))}: ${shown(windowBetween(phase.start, phase.end, zone))}${places}`;
}

function contactText({
  name,
  role,
  phone,
  email,
  hours,
}: NonNullable<ChangeData['contacts']>[number]): string {
  const ways = [phone, email, hours].map(shown).filter(Boolean).join(' · ');
  const who = [name, role].map(shown).filter(Boolean).join(', ');
  return [who, ways && `<small>${ways}</small>`].filter(Boolean).join(' ');
}

function linkText({ title, url = '', threshold }: NonNullable<ChangeData['links']>[number]): string {
  const words = shown(title ?? url);
  // Anything but a web address stays text.
  const link = /^https?:\/\/[^\s]+$/i.test(url) ? `<a href="${escapeMarkup(url)}">${words}</a>` : words;
  return [link, threshold && `<small>${shown(threshold)}</small>`].filter(Boolean).join(' ');
}

function shown(text = ''): string {
  return escapeMarkup(oneLine(text, 300));
}
