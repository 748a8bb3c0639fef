import type { SetupProfile } from '../../setupProfile';
import configEn from './config.en.yaml';
import configEs from './config.es.yaml';
import releaseEn from './release.en.md';
import releaseEs from './release.es.md';
import standardEn from './standard.en.md';
import standardEs from './standard.es.md';

/** An organisation with a change manager and a change advisory board. */
export const itil: SetupProfile = {
  name: 'itil',
  summary: {
    en: 'An organisation by ITIL: standard, normal and emergency changes, and a CAB.',
    es: 'Una organización según ITIL: cambios estándar, normales y de emergencia, CAB.',
  },
  config: { en: configEn, es: configEs },
  procedure: { en: releaseEn, es: releaseEs },
  others: { 'procedures/PROC-STANDARD.md': { en: standardEn, es: standardEs } },
};
