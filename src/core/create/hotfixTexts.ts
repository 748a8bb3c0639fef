import { type Localized, localized } from '../model/text/localized';
import { escapeMarkdown } from '../notices/escapeMarkdown';
import type { UsualTexts } from './newChange';

/** What is known of a fix when its sections are written. */
interface KnownFix {
  readonly title: string;
  readonly environments: readonly string[];
  /** The version that runs, and the one that repairs it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * What the sections of an emergency say where its procedure does not: what is known at night, without a placeholder that
 * would keep it from being deployed.
 */
export function hotfixTexts({ title, environments, from, to }: KnownFix): UsualTexts {
  const name = escapeMarkdown(title);
  const where = escapeMarkdown(environments.join(', '));
  const [running, fixed] = [from, to].map((version) => version && escapeMarkdown(version));
  const what = localized((language) => fixed ?? (language === 'es' ? 'La corrección' : 'The fix'));
  return {
    summary: { en: name, es: name },
    components: {
      en: 'What the fix needs, and nothing else.',
      es: 'Lo que necesita la corrección, y nada más.',
    },
    impact: {
      en: `What fails in ${where} works again; nothing else is meant to change.`,
      es: `Lo que falla en ${where} vuelve a funcionar; no debe cambiar nada más.`,
    },
    tickets: { en: 'None yet.', es: 'Ninguno todavía.' },
    changelog: { en: `- Fixed: ${name}`, es: `- Corregido: ${name}` },
    deployment: {
      en: `- [ ] The smallest fix made, and read by somebody else\n- [ ] ${what.en} deployed to ${where}\n- [ ] Looked at: it works again`,
      es: `- [ ] Hecha la corrección más pequeña, y leída por otra persona\n- [ ] ${what.es}: desplegada en ${where}\n- [ ] Comprobado: vuelve a funcionar`,
    },
    rollback: rollbackText(running, where),
    progression: { en: '- What failed works again.', es: '- Lo que fallaba vuelve a funcionar.' },
    regression: {
      en: '- What worked before works as before.',
      es: '- Lo que funcionaba sigue funcionando igual.',
    },
  };
}

function rollbackText(running: string | undefined, where: string): Localized {
  return running
    ? {
        en: `- [ ] ${running} deployed to ${where} again`,
        es: `- [ ] ${running} desplegada de nuevo en ${where}`,
      }
    : {
        en: `- [ ] What ran in ${where} before put back`,
        es: `- [ ] Lo que había antes en ${where}, restablecido`,
      };
}
