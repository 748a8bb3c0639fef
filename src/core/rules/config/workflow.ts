import { defineRule } from '../defineRule';

/** `config/workflow`: a workflow of the team's own leads from its first state to an end. */
export const configWorkflow = defineRule({
  id: 'config/workflow',
  scope: 'config',
  severity: 'error',
  title: { en: 'Workflow that does not work', es: 'Flujo que no funciona' },
  explanation: {
    en: 'A workflow of your own lists its states in order under `workflow.states`. Each names its usual counterpart (`stage`), unless it is a usual state itself, the states that it may move to (`moves`), on whom it waits (`waits_on`: provider, customer or performer) and rules that keep a change out of it even as warnings (`guards`). Every state can be reached from the first one, and from every state some way leads to a done one. A workflow that locks changes in is not used; the default one counts then. Every open state can always be cancelled and put on hold.',
    es: 'Un flujo propio enumera sus estados en orden en `flujo.estados`. Cada uno nombra su equivalente habitual (`etapa`), salvo que ya sea un estado habitual, los estados a los que puede pasar (`movimientos`), a quién espera (`espera_a`: proveedor, cliente o ejecutor) y las reglas que impiden entrar en él aunque sean advertencias (`guardas`). A todo estado se llega desde el primero, y desde todo estado algún camino lleva a uno cerrado. Un flujo que encierra los cambios no se usa; vale entonces el de serie. Todo estado abierto se puede siempre cancelar y poner en espera.',
  },
  messages: {
    kind: {
      en: 'A workflow is `default`, or a mapping with `states`.',
      es: 'Un flujo es `default`, o un mapa con `estados`.',
    },
    noStates: { en: 'This workflow has no `states`.', es: 'Este flujo no tiene `estados`.' },
    key: {
      en: 'A workflow knows no “{key}”.{hint} A state has stage, waits_on, moves and guards.',
      es: 'Un flujo no conoce «{key}».{hint} Un estado tiene etapa, espera_a, movimientos y guardas.',
    },
    stage: {
      en: 'The state “{state}” does not name the usual state that it counts as; add `stage`, such as `stage: in_progress`.{hint}',
      es: 'El estado «{state}» no nombra el estado habitual al que equivale; añade `etapa`, como `etapa: en_curso`.{hint}',
    },
    waitsOn: {
      en: 'A state waits on provider, customer or performer.',
      es: 'Un estado espera a proveedor, cliente o ejecutor.',
    },
    unknownState: {
      en: 'There is no state “{state}” to move to.{hint}',
      es: 'No hay ningún estado «{state}» al que pasar.{hint}',
    },
    unknownRule: { en: 'There is no rule “{rule}”.{hint}', es: 'No existe la regla «{rule}».{hint}' },
    unreachable: {
      en: 'No way leads from “{first}” to the state “{state}”.',
      es: 'Ningún camino lleva de «{first}» al estado «{state}».',
    },
    noEnd: {
      en: 'No way leads from “{state}” to a state that counts as done.',
      es: 'Ningún camino lleva de «{state}» a un estado que equivalga a cerrado.',
    },
    noList: { en: 'A list of names is expected here.', es: 'Aquí se espera una lista de nombres.' },
  },
});
