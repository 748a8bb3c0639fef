import type { Localized } from '../../core/model/text/localized';

/** What `init` says on the command line. */
export const setupWords = {
  setup_oneFolder: {
    en: 'This command takes one folder at most.',
    es: 'Esta orden lleva como mucho una carpeta.',
  },
  setup_noFolder: { en: '{folder}: there is no such folder.', es: '{folder}: no existe esa carpeta.' },
  setup_agents: {
    en: '{file} says what assistants may do here.',
    es: '{file} dice qué pueden hacer aquí los asistentes.',
  },
  setup_agentsThere: {
    en: '{file} says already what assistants may do here.',
    es: '{file} ya dice qué pueden hacer aquí los asistentes.',
  },
  setup_git: {
    en: '{folder}: git keeps its own files there; name a folder outside of .git. Nothing was written.',
    es: '{folder}: git guarda ahí sus propios ficheros; indica una carpeta fuera de .git. No se ha escrito nada.',
  },
  setup_inside: {
    en: 'This folder lies inside of the repository {top}: run changebook init there, or changebook init . to make this folder a workspace of its own. Nothing was written.',
    es: 'Esta carpeta está dentro del repositorio {top}: ejecuta changebook init allí, o changebook init . para que esta carpeta sea un espacio de trabajo propio. No se ha escrito nada.',
  },
  setup_enclosed: {
    en: 'The workspace {outer} is around this folder; for one of its own, first add it there in .changebook/config.yaml: nested: [{inside}]. Nothing was written.',
    es: 'El espacio de trabajo {outer} contiene esta carpeta; para uno propio, añádela antes allí en .changebook/config.yaml: anidados: [{inside}]. No se ha escrito nada.',
  },
  setup_nobodyAsked: {
    en: 'Nobody can be asked here: --yes takes what is guessed ({guesses}), and --language, --timezone, --country, --approvers and --records say otherwise. Nothing was written.',
    es: 'Aquí no se puede preguntar a nadie: --yes toma lo supuesto ({guesses}), y --language, --timezone, --country, --approvers y --records dicen otra cosa. No se ha escrito nada.',
  },
  setup_profile: {
    en: 'Profile {name}. {summary} {others}',
    es: 'Perfil {name}. {summary} {others}',
  },
  setup_otherProfiles: { en: 'Others (--profile): {names}.', es: 'Otros (--profile): {names}.' },
  setup_willWrite: { en: 'This will be written:', es: 'Se va a escribir:' },
  setup_confirm: { en: 'Write it and make one commit? [Y/n] ', es: '¿Escribirlo y hacer un commit? [S/n] ' },
  setup_confirmFiles: { en: 'Write it? [Y/n] ', es: '¿Escribirlo? [S/n] ' },
  setup_givenUp: { en: 'Given up. Nothing was written.', es: 'Dejado. No se ha escrito nada.' },
  setup_planned: { en: 'Nothing was written.', es: 'No se ha escrito nada.' },
  setup_written: {
    en: 'Written. There is no git repository here, so nothing was committed, and approvals and ticks need commits: git init, git add . and git commit.',
    es: 'Escrito. Aquí no hay repositorio git, así que no se ha hecho ningún commit, y las aprobaciones y marcas los necesitan: git init, git add . y git commit.',
  },
  setup_there: {
    en: '{folder} is set up already; nothing was changed.',
    es: '{folder} ya está preparada; no se ha cambiado nada.',
  },
  setup_thereAlready: {
    en: '{files}: there already, and left as it is.',
    es: '{files}: ya está, y queda como está.',
  },
  setup_missing: { en: 'Still missing:', es: 'Todavía falta:' },
  setup_next: {
    en: 'Next: changebook new {procedure} --title "…" --commit',
    es: 'Siguiente: changebook new {procedure} --title "…" --commit',
  },
} as const satisfies { [name: string]: Localized };
