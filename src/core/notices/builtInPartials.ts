import type { Localized } from '../model/text/localized';
import componentsEn from './templates/_components.en.md';
import componentsEs from './templates/_components.es.md';
import contactsEn from './templates/_contacts.en.md';
import contactsEs from './templates/_contacts.es.md';
import featuresEn from './templates/_features.en.md';
import featuresEs from './templates/_features.es.md';
import fixesEn from './templates/_fixes.en.md';
import fixesEs from './templates/_fixes.es.md';
import linksEn from './templates/_links.en.md';
import linksEs from './templates/_links.es.md';
import notesEn from './templates/_notes.en.md';
import notesEs from './templates/_notes.es.md';
import phasesEn from './templates/_phases.en.md';
import phasesEs from './templates/_phases.es.md';
import signatureEn from './templates/_signature.en.md';
import signatureEs from './templates/_signature.es.md';
import supportEn from './templates/_support.en.md';
import supportEs from './templates/_support.es.md';
import ticketEn from './templates/_ticket.en.md';
import ticketEs from './templates/_ticket.es.md';
import ticketsEn from './templates/_tickets.en.md';
import ticketsEs from './templates/_tickets.es.md';

/**
 * Parts that several templates include. A team's own `_name.md` or `_name.<language>.md` takes the place of the one of
 * that name.
 */
export const builtInPartials: { readonly [name: string]: Localized } = {
  ticket: { en: ticketEn, es: ticketEs },
  tickets: { en: ticketsEn, es: ticketsEs },
  components: { en: componentsEn, es: componentsEs },
  phases: { en: phasesEn, es: phasesEs },
  contacts: { en: contactsEn, es: contactsEs },
  links: { en: linksEn, es: linksEs },
  features: { en: featuresEn, es: featuresEs },
  fixes: { en: fixesEn, es: fixesEs },
  notes: { en: notesEn, es: notesEs },
  support: { en: supportEn, es: supportEs },
  signature: { en: signatureEn, es: signatureEs },
};
