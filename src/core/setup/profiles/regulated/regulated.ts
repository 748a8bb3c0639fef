import type { SetupProfile } from '../../setupProfile';
import { itil } from '../itil/itil';
import rulesEn from './rules.en.yaml';
import rulesEs from './rules.es.yaml';

/** The same with the rules that laws and standards about changes add to it. */
export const regulated: SetupProfile = {
  ...itil,
  name: 'regulated',
  summary: {
    en: 'The same, stricter: for whom DORA, NIS2, ISO 27001 or SOC 2 asks.',
    es: 'Lo mismo, más estricto: a quien pregunta DORA, NIS2, ISO 27001 o SOC 2.',
  },
  config: { en: withRules(itil.config.en, rulesEn), es: withRules(itil.config.es, rulesEs) },
};

/** A configuration that ends with its rules, with further ones at its end, in the place of its own of that name. */
function withRules(config: string, added: string): string {
  const names = [...added.matchAll(/^ {2}([a-z/-]+):/gm)].map(([, name = '']) => name);
  const kept = config.split(/(?<=\n)/).filter((line) => !names.some((name) => line.startsWith(`  ${name}:`)));
  return kept.join('') + added;
}
