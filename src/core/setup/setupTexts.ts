import type { Localized } from '../model/text/localized';

/** What people are asked and told when a folder is set up. */
export const setupTexts = {
  ask_language: {
    en: 'Language of procedures, notices and commits',
    es: 'Idioma de procedimientos, avisos y commits',
  },
  ask_timezone: { en: 'Time zone, such as Europe/Madrid', es: 'Zona horaria, como Europe/Madrid' },
  ask_country: {
    en: 'Country whose public holidays count, such as ES (- for none)',
    es: 'País cuyos festivos cuentan, como ES (- para ninguno)',
  },
  ask_approvers: {
    en: 'Who approves changes: names or addresses, with commas (- for anybody else)',
    es: 'Quién aprueba los cambios: nombres o direcciones, con comas (- para cualquier otra persona)',
  },
  ask_records: {
    en: 'Folder that records go to (. for this one)',
    es: 'Carpeta de los registros (. para esta)',
  },
  wrongLanguage: {
    en: '“{value}” is no language of Changebook; write en or es.',
    es: '«{value}» no es un idioma de Changebook; escribe en o es.',
  },
  wrongZone: {
    en: '“{value}” is no time zone; write one such as Europe/Madrid.{hint}',
    es: '«{value}» no es una zona horaria; escribe una como Europe/Madrid.{hint}',
  },
  wrongCountry: {
    en: 'No holidays are known of “{value}”; write the code of a country such as ES, or - for none.',
    es: 'No se conocen festivos de «{value}»; escribe el código de un país, como ES, o - para ninguno.',
  },
  wrongApprover: {
    en: '“{value}” is neither an address nor the name of one person who has committed here; write Name <address>.',
    es: '«{value}» no es una dirección ni el nombre de una persona con commits aquí; escribe Nombre <dirección>.',
  },
  wrongFolder: {
    en: '“{value}” is no folder inside of this one; write a name such as records, or . for this one.',
    es: '«{value}» no es una carpeta dentro de esta; escribe un nombre como registros, o . para esta.',
  },
  wrongSource: {
    en: '“{value}” does not say where the program comes from; write owner/repository@v1.2.0, git+https://…#v1.2.0 or an https address of a .tgz.',
    es: '«{value}» no dice de dónde sale el programa; escribe propietario/repositorio@v1.2.0, git+https://…#v1.2.0 o la dirección https de un .tgz.',
  },
  looseSource: {
    en: '“{value}” does not stay the same; name a tag or a commit, such as {example}.',
    es: '«{value}» cambia con el tiempo; indica una etiqueta o un commit, como {example}.',
  },
  secretSource: {
    en: 'The address holds a name or a password, which would be committed; leave them out.',
    es: 'La dirección lleva un usuario o una contraseña que quedarían en el commit; quítalos.',
  },
  ignored: {
    en: 'A .gitignore keeps {file} out, so it would not count; take that line out, or choose another folder for records. Nothing was written.',
    es: 'Un .gitignore deja fuera {file}, así que no contaría; quita esa línea o elige otra carpeta para los registros. No se ha escrito nada.',
  },
  hookRefused: {
    en: 'The repository’s {hook} hook refused the commit: {output} What was written has been taken back.',
    es: 'El hook {hook} del repositorio ha rechazado el commit: {output} Lo escrito se ha deshecho.',
  },
  noPipeline: {
    en: 'No pipeline file was written, since neither .github nor .gitlab-ci.yml is there.',
    es: 'No se ha escrito ningún fichero de pipeline: no hay ni .github ni .gitlab-ci.yml.',
  },
  includeGitlab: {
    en: 'For GitLab to run it, add to .gitlab-ci.yml: include: [{ local: {file} }]',
    es: 'Para que GitLab lo ejecute, añade a .gitlab-ci.yml: include: [{ local: {file} }]',
  },
  procedureFrom: {
    en: 'The procedure is made from {file}, which stays as it is.',
    es: 'El procedimiento sale de {file}, que queda como está.',
  },
  numberedSteps: {
    en: 'The steps in {file} have no boxes, so the procedure is another one. If they are yours: changebook adopt {file} --boxes --commit',
    es: 'Los pasos de {file} no tienen casillas, así que el procedimiento es otro. Si son los vuestros: changebook adopt {file} --boxes --commit',
  },
  foreignTypes: {
    en: '{file} is no record and could be taken for one, so only files in the folders of `records` are records.',
    es: '{file} no es un registro y podría tomarse por uno, así que solo son registros los ficheros de las carpetas de `registros`.',
  },
  nobodyNamed: {
    en: 'Nobody is named to approve: whoever else commits an approval may give it, until `holders` in .changebook/config.yaml names people.',
    es: 'No se nombra a nadie para aprobar: vale la aprobación de cualquier otra persona que haga su commit, hasta que `titulares` en .changebook/config.yaml nombre a alguien.',
  },
  unknownOwners: {
    en: 'No commit shows who these owners of code are: {owners}. Add their addresses to `people` and `holders` where they approve.',
    es: 'Ningún commit dice quiénes son estos propietarios de código: {owners}. Añade sus direcciones a `personas` y `titulares` si aprueban.',
  },
  ownAttributes: {
    en: 'The attributes of this repository would change what git stores of records ({what}); .gitattributes in their folders takes that back.',
    es: 'Los atributos de este repositorio cambiarían lo que git guarda de los registros ({what}); .gitattributes en sus carpetas lo evita.',
  },
} as const satisfies { [name: string]: Localized };
