import type { SetupProfile } from '../../setupProfile';
import configEn from './config.en.yaml';
import configEs from './config.es.yaml';
import configurationEn from './configuration.en.md';
import configurationEs from './configuration.es.md';
import customerEn from './customer.en.yaml';
import customerEs from './customer.es.yaml';
import releaseEn from './release.en.md';
import releaseEs from './release.es.md';

/** A team that deploys to environments of its customers, who agree to the time and are told. */
export const serviceProvider: SetupProfile = {
  name: 'service-provider',
  summary: {
    en: 'A team with customers: windows, agreement, notices, a log for each of them.',
    es: 'Un equipo con clientes: ventanas, conformidad, avisos y bitácora de cada uno.',
  },
  config: { en: configEn, es: configEs },
  procedure: { en: releaseEn, es: releaseEs },
  others: {
    'procedures/PROC-CONFIGURATION.md': { en: configurationEn, es: configurationEs },
    '.changebook/customers/acme.yaml': { en: customerEn, es: customerEs },
  },
};
