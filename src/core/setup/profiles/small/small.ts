import type { SetupProfile } from '../../setupProfile';
import configEn from './config.en.yaml';
import configEs from './config.es.yaml';
import releaseEn from './release.en.md';
import releaseEs from './release.es.md';

/** A team without customers of its own: two roles, and only the rules that any team wants. */
export const small: SetupProfile = {
  name: 'small',
  summary: {
    en: 'A team with a product of its own: two roles, only rules that any team wants.',
    es: 'Un equipo con su propio producto: dos roles, solo reglas que todos quieren.',
  },
  config: { en: configEn, es: configEs },
  procedure: { en: releaseEn, es: releaseEs },
  others: {},
};
