import { defineRule } from '../defineRule';

/** `config/loosened`: nobody makes a rule milder and the record that breaks it in one go. */
export const configLoosened = defineRule({
  id: 'config/loosened',
  scope: 'config',
  severity: 'error',
  title: { en: 'Loosened for the sake of a record', es: 'Relajado en favor de un registro' },
  explanation: {
    en: 'A rule that is switched off, a freeze that goes, a role that no longer approves, a person who is another one now, a step that a procedure no longer has: all of that may be right, but not in the same pull request as a record that would fail without it. `check --since` holds the records of a branch to whatever counted before it: configuration, customers, `.mailmap`, procedures, failures of their standard changes, what git ignores, workspaces inside. What the rules find by that and no longer find is reported, at the line that let it go where one can be named. A customer, an environment or a procedure that was not there before loosens nothing; what takes the place of a known one is held to that one. A time zone that moves windows says from when to when: an error for records of the branch, a warning for others. Attributes of git that hide a record of the branch from readers are reported as well. Put such things into a pull request of its own. How bad it is follows from the configuration from before, so that it cannot be switched off along the way. Without `--since` there is nothing to compare with, and the rule is silent.',
    es: 'Una regla apagada, una congelación que desaparece, un rol que ya no aprueba, una persona que ahora es otra, un paso que un procedimiento ya no tiene: todo ello puede ser correcto, pero no en la misma pull request que un registro que sin ello fallaría. `check --since` mide los registros de una rama con todo lo que contaba antes de ella: configuración, clientes, `.mailmap`, procedimientos, fallos de sus cambios estándar, lo que git ignora, espacios de trabajo interiores. Lo que las reglas encuentran así y ya no encuentran se señala, en la línea que lo dejó pasar si se puede nombrar una. Un cliente, un entorno o un procedimiento que antes no existía no relaja nada; lo que ocupa el lugar de uno conocido se mide con aquel. Una zona horaria que mueve ventanas dice de cuándo a cuándo: un error en los registros de la rama, una advertencia en los demás. También se señalan los atributos de git que ocultan a los lectores un registro de la rama. Lleva estas cosas a una pull request propia. Su severidad la decide la configuración anterior, de modo que no se puede apagar de paso. Sin `--since` no hay con qué comparar y la regla calla.',
  },
  messages: {
    profits: {
      en: '{what}, in the same change as {records}, which would not pass {rule} without it. Change the configuration on its own first.',
      es: '{what}, en el mismo cambio que {records}, que sin ello no pasaría {rule}. Cambia antes la configuración por su cuenta.',
    },
    claimed: {
      en: '{what}, and would not pass {rule} without that. Take `imported` out again.',
      es: '{what}, y sin ello no pasaría {rule}. Quita `importado`.',
    },
    moved: {
      en: '{what}, in the same change as {records}, which makes use of it. Change that on its own first.',
      es: '{what}, en el mismo cambio que {records}, que lo aprovecha. Cambia antes eso por su cuenta.',
    },
    times: {
      en: '{what}, which moves the window of {records}, a record of the same change: that of {name} from {from} to {to} ({by}). Write the window with its offset, or change the configuration on its own first.',
      es: '{what}, lo que mueve la ventana de {records}, un registro del mismo cambio: la de {name} de {from} a {to} ({by}). Escribe la ventana con su desfase, o cambia antes la configuración por su cuenta.',
    },
    othersTimes: {
      en: '{what}, which moves the window of {records}: that of {name} from {from} to {to} ({by}). What was approved and agreed on was the other moment.',
      es: '{what}, lo que mueve la ventana de {records}: la de {name} de {from} a {to} ({by}). Lo aprobado y acordado era el otro momento.',
    },
  },
});
