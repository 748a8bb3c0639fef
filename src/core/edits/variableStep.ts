import type { ChangeData } from '../model/schema/recordData';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';

type Variable = NonNullable<NonNullable<ChangeData['release']>['variables']>[number];

/** The step of a checklist that has a new environment variable set, as a line of markdown. */
export function variableStep({ name = '', purpose, default: usual }: Variable, language: Language): string {
  const [set, otherwise] =
    language === 'es' ? ['Variable de entorno', 'por defecto'] : ['Environment variable', 'by default'];
  const told = [
    `${set} \`${plain(name)}\``,
    purpose ? `: ${plain(purpose)}` : '',
    usual ? ` (${otherwise} \`${plain(usual)}\`)` : '',
  ];
  return `- [ ] ${told.join('')}`;
}

/** Without the characters by which it would be more than text. */
function plain(text: string): string {
  return oneLineValue(text.replace(/[`<>]/g, ''), 200);
}
