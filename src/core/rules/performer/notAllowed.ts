import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `performer/not-allowed`: who performs a change is trained for its type. */
export const performerNotAllowed = defineRule({
  id: 'performer/not-allowed',
  severity: 'warning',
  needsTeam: true,
  reads: ['assignee', 'deployment_type', 'performed_by'],
  sources: ['A'],
  title: {
    en: 'Performed by somebody not named for its type',
    es: 'Realizado por alguien no designado para su tipo',
  },
  explanation: {
    en: 'Types 1 and 2 need training in administration, types 3 and 4 engineers who know system and product. The configuration names them under `performers`; a type that nobody is named for is open to all.',
    es: 'Los tipos 1 y 2 requieren formación de administración; los tipos 3 y 4, ingenieros que conozcan el sistema y el producto. La configuración los nombra en `ejecutores`; un tipo para el que no se nombra a nadie queda abierto a todos.',
  },
  messages: {
    other: {
      en: '{assignee} is not among those who may perform type {type}: {people}.',
      es: '{assignee} no está entre quienes pueden realizar el tipo {type}: {people}.',
    },
  },
  *check(record, context) {
    const { assignee, deployment_type: type, performed_by } = record.data;
    if (!assignee || type === undefined || (performed_by ?? 'provider') !== 'provider') return;
    const { data, people } = context.config;
    const allowed = (data.performers ?? [])
      .filter((row) => row.deployment_type?.includes(type))
      .flatMap((row) => row.people ?? []);
    if (allowed.length === 0 || allowed.some((person) => people.same(person, assignee))) return;
    const args = { assignee, type, people: allowed.slice(0, 8).join(', ') };
    yield { message: 'other', range: placeOf(record, ['assignee']), args };
  },
});
