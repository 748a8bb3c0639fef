import type { SetupProfile } from '../../setupProfile';
import configEn from './config.en.yaml';
import configEs from './config.es.yaml';
import releaseEn from './release.en.md';
import releaseEs from './release.es.md';

/** A team without customers of its own: two roles, and only the rules that any team wants. */
export const small: SetupProfile = {
  name: 'small',
  summary: {
    en: 'For a team that releases its own product: two roles, and only the rules that any team wants.',
    es: 'Para un equipo que publica su propio producto: dos roles y solo las reglas que quiere cualquier equipo.',
  },
  config: { en: configEn, es: configEs },
  procedure: { en: releaseEn, es: releaseEs },
  others: {},
};
