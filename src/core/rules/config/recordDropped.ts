import { defineRule } from '../defineRule';

/** `config/record-dropped`: no record leaves the workspace unseen. */
export const configRecordDropped = defineRule({
  id: 'config/record-dropped',
  scope: 'config',
  severity: 'error',
  title: { en: 'Record that is none any more', es: 'Registro que ya no lo es' },
  explanation: {
    en: 'A record that nobody reads breaks no rule. `check --since` looks for every record of before the branch, by its id: one that was moved out of the globs of `records`, that `.gitignore` keeps out now, that has another ending, that became a link, that a workspace inside of this one took over, whose type or front matter cannot be read, or whose id another file has as well, is reported at its new place or at the line of the configuration that let it go. So is an open record that was deleted: move it to `cancelled` instead. A closed record or a procedure that was deleted is a warning, and a draft (in its first state, with no decision) may be deleted, which `diff` shows, or be given another id, which is told as information. A file that is moved or renamed and stays a record is none of this. How bad it is follows from the configuration from before; it cannot be waived. Without `--since` there is nothing to compare with, and the rule is silent.',
    es: 'Un registro que nadie lee no incumple ninguna regla. `check --since` busca cada registro anterior a la rama por su identificador: el que se movió fuera de los patrones de `registros`, el que ahora deja fuera `.gitignore`, el que tiene otra extensión, el que pasó a ser un enlace, el que se quedó otro espacio de trabajo interior, aquel cuyo tipo o front matter no se puede leer, o cuyo identificador tiene también otro fichero, se señala en su lugar nuevo o en la línea de la configuración que lo dejó ir. También un registro abierto que se borró: pásalo a `cancelado`. Un registro cerrado o un procedimiento borrado es una advertencia, y un borrador (en su primer estado y sin decisiones) se puede borrar, lo que muestra `diff`, o cambiar de identificador, lo que queda como información. Un fichero que se mueve o renombra y sigue siendo un registro no entra aquí. Su severidad la decide la configuración anterior; no se puede eximir. Sin `--since` no hay con qué comparar y la regla calla.',
  },
  messages: {
    gone: {
      en: '{record} was a record before this change and is gone. Put it back; an open one that nobody wants any more is moved to an end (such as `cancelled`), so that what became of it can be read.',
      es: '{record} era un registro antes de este cambio y ya no está. Recupéralo; si está abierto y ya no se quiere, pásalo a un estado final (como `cancelado`), para que se pueda leer qué fue de él.',
    },
    link: {
      en: '{record} ({before}) is no record any more: it is a link now, and links are not followed. Put the file itself in its place.',
      es: '{record} ({before}) ya no es un registro: ahora es un enlace, y los enlaces no se siguen. Pon el propio fichero en su lugar.',
    },
    ending: {
      en: '{record} ({before}) is no record any more: only files that end with .md are. Give it back its ending.',
      es: '{record} ({before}) ya no es un registro: solo lo son los ficheros que acaban en .md. Devuélvele su extensión.',
    },
    folder: {
      en: '{record} ({before}) is no record any more: in this folder none is looked for. Move it back.',
      es: '{record} ({before}) ya no es un registro: en esta carpeta no se busca ninguno. Devuélvelo a su sitio.',
    },
    ignored: {
      en: '{record} ({before}) is no record any more: `.gitignore` keeps it out. Take that line out, or move the record.',
      es: '{record} ({before}) ya no es un registro: `.gitignore` lo deja fuera. Quita esa línea o mueve el registro.',
    },
    nested: {
      en: '{record} ({before}) is no record of this workspace any more: a folder with a configuration of its own took it over. Keep it here, or make that workspace in a change of its own first.',
      es: '{record} ({before}) ya no es un registro de este espacio de trabajo: se lo quedó una carpeta con configuración propia. Déjalo aquí, o crea antes ese espacio de trabajo en un cambio aparte.',
    },
    globs: {
      en: '{record} ({before}) is no record any more: no glob of `records` fits it. Move it back, or widen the globs.',
      es: '{record} ({before}) ya no es un registro: ningún patrón de `registros` encaja con él. Devuélvelo a su sitio o amplía los patrones.',
    },
    untracked: {
      en: '{record} is no file of this repository any more: what lies here is not in its history, nor checked with it. Add the file again.',
      es: '{record} ya no es un fichero de este repositorio: lo que hay aquí no está en su historial ni se comprueba con él. Vuelve a añadir el fichero.',
    },
    noRecord: {
      en: '{record} ({before}) is no record any more: its front matter names no type (procedure, change or ticket). Correct it.',
      es: '{record} ({before}) ya no es un registro: su front matter no indica un tipo (procedimiento, cambio o incidencia). Corrígelo.',
    },
    type: {
      en: '{record} was a {was} and is a {is} now: the rules for the one no longer count. Make a new record with an id of its own instead.',
      es: '{record} era {was} y ahora es {is}: las reglas de lo primero ya no cuentan. Crea en su lugar un registro nuevo con su propio identificador.',
    },
    id: {
      en: '{record} ({before}) has another id here, “{id}”: nothing that was decided or linked under the old one leads here. Give it back its id; a change that goes on under another one `supersedes` it.',
      es: '{record} ({before}) tiene aquí otro identificador, «{id}»: nada de lo decidido o enlazado con el anterior lleva hasta aquí. Devuélvele el suyo; un cambio que sigue con otro lo nombra en `reemplaza`.',
    },
    draftId: {
      en: 'The draft {record} ({before}) has the id “{id}” now.',
      es: 'El borrador {record} ({before}) tiene ahora el identificador «{id}».',
    },
    doubled: {
      en: '{record} is the id of {before}; this file takes it as well, so that nobody can tell which of them was decided on. Give this one an id of its own.',
      es: '{record} es el identificador de {before}; este fichero también lo toma, y nadie puede saber sobre cuál se decidió. Da a este uno propio.',
    },
    glob: {
      en: '“{value}” found records before this change and finds none now. Correct it, or take it out with what it was for.',
      es: '«{value}» encontraba registros antes de este cambio y ahora no encuentra ninguno. Corrígelo, o quítalo junto con aquello para lo que servía.',
    },
    swallowed: {
      en: '“{value}” was a workspace of its own before this change: its records are checked by another configuration now. Name it under `nested` in the outer one, or change that on its own first.',
      es: '«{value}» era un espacio de trabajo propio antes de este cambio: ahora sus registros se comprueban con otra configuración. Nómbralo en `anidados` de la exterior, o haz antes ese cambio por su cuenta.',
    },
    opened: {
      en: '“{value}” is a workspace of its own from this change on, which brings records into it: no rule from before counts for them. Make the workspace in a change of its own first.',
      es: '«{value}» pasa a ser un espacio de trabajo propio con este cambio, que le trae registros: ninguna regla anterior cuenta para ellos. Crea antes el espacio de trabajo en un cambio aparte.',
    },
    split: {
      en: 'Before this change the records of this folder belonged to the workspace “{value}”, whose rules no longer count here. Leave them there, or make this workspace in a change of its own first.',
      es: 'Antes de este cambio los registros de esta carpeta eran del espacio de trabajo «{value}», cuyas reglas ya no cuentan aquí. Déjalos allí, o crea antes este espacio de trabajo en un cambio aparte.',
    },
  },
});
