import type { Localized } from '../../core/model/text/localized';

/** What the commands say that act on records. */
export const actionTexts = {
  whichStep: {
    en: 'Say which steps: a number or a range such as 2-5, L and a line, a name, how a text begins, a heading, or all.',
    es: 'Di qué pasos: un número o un intervalo como 2-5, L y una línea, un nombre, el principio de un texto, un título o todos.',
  },
  toOrThrough: {
    en: 'Say either --to or --through.',
    es: 'Usa --to o --through, no ambos.',
  },
  orThrough: {
    en: '--through {to} passes the states between.',
    es: '--through {to} pasa por los estados intermedios.',
  },
  noNotice: {
    en: 'No notice is called for by this move, or it was sent already.',
    es: 'Este paso no pide ningún aviso, o ya se envió.',
  },
  unfitNotice: {
    en: 'So the notice is not ready to be sent. Nothing was changed.',
    es: 'Así que el aviso no está listo para enviarse. No se ha cambiado nada.',
  },
  committedSeveral: {
    en: '{count} {count|commit|commits} made.',
    es: '{count|Hecho|Hechos} {count} {count|commit|commits}.',
  },
  stepsLeft: {
    en: 'Stopped there: {done} {done|step was|steps were} done before, and {left} {left|is|are} left.',
    es: 'Se ha parado ahí: antes {done|se hizo|se hicieron} {done} {done|paso|pasos}, y {left|queda|quedan} {left}.',
  },
  committed: { en: 'Committed as {commit} on {branch}.', es: 'Commit {commit} hecho en {branch}.' },
  committedAs: { en: 'Committed as {commit}.', es: 'Commit {commit} hecho.' },
  committedUnreported: {
    en: 'Committed already as {commit}: the run before this one was ended before it could say so. Nothing was done again.',
    es: 'Ya está en el commit {commit}: la ejecución anterior terminó antes de poder decirlo. No se ha hecho nada de nuevo.',
  },
  orNoCommit: {
    en: 'With --no-commit only the file is edited.',
    es: 'Con --no-commit solo se edita el fichero.',
  },
  noTarget: {
    en: 'This command takes no id or file: it pushes what the branch has.',
    es: 'Esta orden no lleva identificador ni fichero: envía lo que tiene la rama.',
  },
  pushing: { en: 'Pushing …', es: 'Enviando …' },
  notPushed: {
    en: 'Not pushed to {target} yet: {count} of its commits.',
    es: 'Sin enviar aún a {target}: {count} de sus commits.',
  },
  wouldCommit: {
    en: 'This would be committed. Nothing was written.',
    es: 'Esto sería un commit. No se ha escrito nada.',
  },
  wouldAlign: {
    en: 'That is how it is committed already; the file would be brought in line. Nothing was written.',
    es: 'Así está ya en un commit; el fichero se pondría igual. No se ha escrito nada.',
  },
  aligned: {
    en: 'That is how it is committed already; the file has been brought in line.',
    es: 'Así está ya en un commit; el fichero se ha puesto igual.',
  },
  edited: { en: 'Written; nothing was committed.', es: 'Escrito; no se ha hecho ningún commit.' },
  whichOne: {
    en: 'Say which: {expected}.{hint}',
    es: 'Di cuál: {expected}.{hint}',
  },
  whichRole: {
    en: 'Say in which role the decision is taken (--role): {expected}.',
    es: 'Di en qué rol se decide (--role): {expected}.',
  },
  whichRoleOf: {
    en: 'Say in which role {by} decides (--role).',
    es: 'Di en qué rol decide {by} (--role).',
  },
  roleTaken: {
    en: 'The role is {role}: of those that are still needed, it is the only one that you hold.',
    es: 'El rol es {role}: de los que aún faltan, es el único que tienes.',
  },
  nextApproves: {
    en: 'Still to approve: {roles}. Somebody else runs: changebook approve {id}',
    es: 'Falta la aprobación de: {roles}. Otra persona ejecuta: changebook approve {id}',
  },
  standardApproved: {
    en: 'Its standard changes need no approval of their own now: changebook new {id}',
    es: 'Sus cambios estándar ya no necesitan aprobación propia: changebook new {id}',
  },
  nextAdvance: {
    en: 'Next: changebook advance {id}{through}',
    es: 'Siguiente: changebook advance {id}{through}',
  },
  whichRule: {
    en: 'Say which rule to waive: {expected}.',
    es: 'Di qué regla se exime: {expected}.',
  },
  noSuchRule: {
    en: 'There is no rule “{rule}” to waive.{hint} This record could waive: {expected}.',
    es: 'No existe la regla «{rule}» que eximir.{hint} Este registro podría eximir: {expected}.',
  },
  noWaivable: {
    en: 'nothing, since it has no such finding',
    es: 'nada, porque no tiene ningún hallazgo así',
  },
  whoAgrees: {
    en: 'Say who agrees for the customer (--by).',
    es: 'Di quién da la conformidad del cliente (--by).',
  },
  whichStart: {
    en: 'The change has no start; say which one is agreed on (--start).',
    es: 'El cambio no tiene inicio; di cuál se acuerda (--start).',
  },
  sayWhy: { en: 'Say why (--reason).', es: 'Di por qué (--reason).' },
  oneWith_step: {
    en: 'This command takes a record (its id or file) and then steps; one of several words is quoted.',
    es: 'Esta orden lleva un registro (identificador o fichero) y después pasos; uno de varias palabras va entre comillas.',
  },
  oneWith_field: {
    en: 'This command takes a record (its id or file) and then fields, such as schedule.start="2026-11-25 22:00".',
    es: 'Esta orden lleva un registro (identificador o fichero) y después campos, como programacion.inicio="2026-11-25 22:00".',
  },
  nextIdAlone: {
    en: 'id=next stands alone, and is always a commit: it moves the file and those that name it.',
    es: 'id=next va solo y siempre con commit: mueve el fichero y cambia los que lo nombran.',
  },
  mayMean: {
    en: 'May mean either record, and stays as it is: {file}:{line}: {text}',
    es: 'Puede referirse a cualquiera de los dos y queda como está: {file}:{line}: {text}',
  },
  oneWith_rule: {
    en: 'This command takes a record (its id or file) and then one rule, such as schedule/friday.',
    es: 'Esta orden lleva un registro (identificador o fichero) y después una regla, como schedule/friday.',
  },
  oneWith_notice: {
    en: 'This command takes a change (its id or file) and then one kind of notice, such as start.',
    es: 'Esta orden lleva un cambio (identificador o fichero) y después una clase de aviso, como inicio.',
  },
} as const satisfies { [name: string]: Localized };
