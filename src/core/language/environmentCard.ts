import { environmentNamed, meansProduction } from '../config/environments';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { asMarkdown } from './plainText';

const words = {
  production: { en: 'Production', es: 'Producción' },
  byName: { en: 'Production, by its name', es: 'Producción, por su nombre' },
  other: { en: 'Not production', es: 'No es producción' },
  unlisted: { en: 'Not listed in the configuration', es: 'No figura en la configuración' },
  aliases: { en: 'Also called {names}', es: 'También se llama {names}' },
  updated: { en: 'Updated on {day}', es: 'Actualizado el {day}' },
  of: { en: 'Of {customer}', es: 'De {customer}' },
} satisfies { readonly [word: string]: Localized };

/**
 * What the configuration says of an environment, in markdown: whether it counts as production, and why.
 *
 * @param customer key of the customer whose environment is meant; empty for the workspace's
 */
export function environmentCard(
  written: string,
  customer: string,
  config: WorkspaceConfig,
  language: Language,
): string {
  const environment = environmentNamed(config, customer, written);
  const { name = written, production, aliases = [], reason, updated } = environment ?? {};
  const guessed = meansProduction(written) ? words.byName : words.unlisted;
  const standing = environment ? (production ? words.production : words.other) : guessed;
  const said = standing[language] + (production && reason ? `: ${asMarkdown(reason)}` : '');
  const owner = config.customers.get(customer);
  const called = aliases.map((alias) => asMarkdown(alias, 40)).join(', ');
  const lines = [
    `**${asMarkdown(name)}**`,
    said,
    owner ? fillIn(words.of[language], { customer: asMarkdown(owner.name ?? customer) }) : '',
    called === '' ? '' : fillIn(words.aliases[language], { names: called }),
    updated ? fillIn(words.updated[language], { day: asMarkdown(String(updated)) }) : '',
  ];
  return lines.filter((line) => line !== '').join('  \n');
}
