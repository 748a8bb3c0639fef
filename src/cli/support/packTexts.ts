import type { Localized } from '../../core/model/text/localized';

/** What is said about packs for auditors. */
export const packTexts = {
  packPeriod: {
    en: 'A pack needs its first and last day: --from 2026-01-01 --to 2026-12-31.',
    es: 'Un dossier necesita su primer y último día: --from 2026-01-01 --to 2026-12-31.',
  },
  packOutput: {
    en: 'A pack is a folder: say which with -o.',
    es: 'Un dossier es una carpeta: di cuál con -o.',
  },
  packAlone: {
    en: 'With --from and --to a pack is made, which takes no record and no --format.',
    es: 'Con --from y --to se hace un dossier, que no admite ni registro ni --format.',
  },
  packOnly: {
    en: '--{option} is for a pack, which needs --from and --to.',
    es: '--{option} es para un dossier, que necesita --from y --to.',
  },
  packZone: {
    en: '--zone is for the times in --deployments.',
    es: '--zone es para las horas de --deployments.',
  },
  packLists: {
    en: 'The lists of deployments cannot be read.',
    es: 'Las listas de despliegues no se pueden leer.',
  },
  packBackwards: {
    en: 'The period ends ({to}) before it begins ({from}).',
    es: 'El período termina ({to}) antes de empezar ({from}).',
  },
  packSeed: {
    en: '--seed takes up to 1000 characters on one line.',
    es: '--seed admite hasta 1000 caracteres en una línea.',
  },
  packCustomer: {
    en: 'No customer “{value}” is configured, and no change names one.{hint}',
    es: 'No hay ningún cliente «{value}» configurado y ningún cambio lo nombra.{hint}',
  },
  packNoProgram: {
    en: 'git was not found; a pack is made from a commit.',
    es: 'No se ha encontrado git; un dossier se hace a partir de un commit.',
  },
  packNoRepository: {
    en: 'There is no git repository here; a pack is made from a commit.',
    es: 'Aquí no hay repositorio git; un dossier se hace a partir de un commit.',
  },
  packUnsafe: {
    en: 'git refuses this repository as unsafe (git config --global --add safe.directory allows it); nothing was done.',
    es: 'git rechaza este repositorio por inseguro (git config --global --add safe.directory lo permite); no se ha hecho nada.',
  },
  packFailed: {
    en: 'git failed: {reason}',
    es: 'git ha fallado: {reason}',
  },
  packUnborn: {
    en: 'This repository has no commit yet; a pack is made from one.',
    es: 'Este repositorio aún no tiene ningún commit; un dossier se hace a partir de uno.',
  },
  packNoCommit: {
    en: 'This repository does not have the commit {commit}, so nothing was compared with it.',
    es: 'Este repositorio no tiene el commit {commit}, así que no se ha comparado nada con él.',
  },
  packShallow: {
    en: 'This clone is shallow: older commits are missing, and with them trails, removed records and the history of the rules. Nothing was made or compared; “git fetch --unshallow” brings them.',
    es: 'Este clon es superficial: faltan los commits más antiguos y, con ellos, historiales, registros eliminados y el historial de las reglas. No se ha hecho ni comparado nada; «git fetch --unshallow» los trae.',
  },
  packIncomplete: {
    en: 'This clone lacks objects that a pack needs ({reason}). Nothing was made or compared; “git fetch --refetch” brings them.',
    es: 'A este clon le faltan objetos que un dossier necesita ({reason}). No se ha hecho ni comparado nada; «git fetch --refetch» los trae.',
  },
  packLink: {
    en: '{path}: a link, which is not followed; nothing was written.',
    es: '{path}: es un enlace, que no se sigue; no se ha escrito nada.',
  },
  packFile: {
    en: '{path}: a file, where a pack needs a folder; nothing was written.',
    es: '{path}: es un fichero, y un dossier necesita una carpeta; no se ha escrito nada.',
  },
  packOthers: {
    en: '{path}: not empty, and “{other}” is not what an earlier pack left there; nothing was written.',
    es: '{path}: no está vacía y «{other}» no es lo que dejó un dossier anterior; no se ha escrito nada.',
  },
  packNotWritten: {
    en: '{path}: cannot be written ({code}); nothing was changed.',
    es: '{path}: no se puede escribir ({code}); no se ha cambiado nada.',
  },
  packWritten: {
    en: 'Written {path}: {changes} {changes|change|changes} of the period, {sampled} of them drawn with the seed “{seed}”, from commit {commit}.',
    es: 'Escrito {path}: {changes} {changes|cambio|cambios} del período, {sampled} de ellos {sampled|sorteado|sorteados} con la semilla «{seed}», del commit {commit}.',
  },
  packEmpty: {
    en: 'Written {path}: there is no change in this period at commit {commit}.',
    es: 'Escrito {path}: no hay ningún cambio en este período en el commit {commit}.',
  },
  packUnread: {
    en: 'It is not complete: {count} {count|file|files} could not be read as {count|a record|records}, which its page names.',
    es: 'No está completo: {count} {count|fichero no se ha podido|ficheros no se han podido} leer como {count|registro|registros}; su página los nombra.',
  },
  packNone: {
    en: '{path}: not a pack: it has no manifest.json.',
    es: '{path}: no es un dossier: no tiene manifest.json.',
  },
  packNotManifest: {
    en: '{path}: its manifest.json is not that of a pack.',
    es: '{path}: su manifest.json no es el de un dossier.',
  },
  packEdited: {
    en: '{path}: its manifest.json was edited: it does not match its own digest.',
    es: '{path}: su manifest.json se ha editado: no coincide con su propia huella.',
  },
  packDamage_missing: { en: '{path}: missing', es: '{path}: falta' },
  packDamage_additional: { en: '{path}: not of the pack', es: '{path}: no es del dossier' },
  packDamage_changed: {
    en: '{path}: changed since it was written',
    es: '{path}: cambiado desde que se escribió',
  },
  packDamage_notFile: { en: '{path}: no regular file', es: '{path}: no es un fichero normal' },
  packDamage_unread: { en: '{path}: cannot be read', es: '{path}: no se puede leer' },
  packUntrue_differs: {
    en: '{path}: not what the repository says',
    es: '{path}: no es lo que dice el repositorio',
  },
  packUntrue_invented: {
    en: '{path}: the repository gives no such file',
    es: '{path}: el repositorio no da ese fichero',
  },
  packUntrue_leftOut: {
    en: '{path}: the repository gives it, and the pack leaves it out',
    es: '{path}: el repositorio lo da y el dossier lo omite',
  },
  packLine: {
    en: '  line {line}: “{says}”, and not “{should}”',
    es: '  línea {line}: «{says}» y no «{should}»',
  },
  packOtherVersion: {
    en: 'It was made by version {made}, and this is {own}: differences may come from that alone.',
    es: 'Lo hizo la versión {made} y esta es la {own}: las diferencias pueden venir solo de ahí.',
  },
  packOtherFolder: {
    en: 'It was made in the folder “{folder}” of its repository; run this there to compare it.',
    es: 'Se hizo en la carpeta «{folder}» de su repositorio; ejecuta esto allí para compararlo.',
  },
  packNotInHistory: {
    en: 'Its commit {commit} is not in the history of what is checked out here.',
    es: 'Su commit {commit} no está en la historia de lo que hay aquí.',
  },
  packWhole: {
    en: 'No damage: {count} {count|file|files} as written.',
    es: 'Sin daños: {count} {count|fichero|ficheros} tal como se {count|escribió|escribieron}.',
  },
  packDamaged: {
    en: 'Damage: {count} {count|file does|files do} not match the manifest.',
    es: 'Daños: {count} {count|fichero no coincide|ficheros no coinciden} con el manifiesto.',
  },
  packTrue: {
    en: 'Compared with the repository: made again from commit {commit}, every byte is the same.',
    es: 'Comparado con el repositorio: hecho de nuevo a partir del commit {commit}, todos los bytes son iguales.',
  },
  packUntrue: {
    en: 'Compared with the repository: made again from commit {commit}, {count} {count|file is|files are} not the same.',
    es: 'Comparado con el repositorio: hecho de nuevo a partir del commit {commit}, {count} {count|fichero no es igual|ficheros no son iguales}.',
  },
  packDamageOnly: {
    en: 'Only damage was looked for: whether it is true takes its repository; run this there.',
    es: 'Solo se han buscado daños: para saber si es verdad hace falta su repositorio; ejecuta esto allí.',
  },
} as const satisfies { [name: string]: Localized };
