import type { Localized } from '../../core/model/text/localized';

/** What the command line says of reports, of what came with a branch, and of the gate for deployments. */
export const reportTexts = {
  noRecords: {
    en: 'No record was found, so none was checked ({files} looked at).',
    es: 'No se ha encontrado ningún registro, así que no se ha comprobado ninguno ({files}).',
  },
  stillOpen: { en: 'Still to be filled in:', es: 'Falta por rellenar:' },
  linksLost: {
    en: '{targets}: {count|this link|these links} of the procedure could not be made to lead to the same place from the new file; look at {count|it|them} there.',
    es: '{targets}: no se ha podido que {count|este enlace|estos enlaces} del procedimiento {count|lleve|lleven} al mismo sitio desde el fichero nuevo; {count|míralo|míralos} allí.',
  },
  gateTarget: {
    en: 'Say which change: its id or file, --tag, --environment, or several of these.',
    es: 'Di qué cambio: su identificador o fichero, --tag, --environment o varios de ellos.',
  },
  gateOpen: { en: 'may be deployed now', es: 'se puede desplegar ahora' },
  gateUnverified: {
    en: 'not verified, and let pass by --allow-unverified: {message}',
    es: 'sin verificar, y admitido por --allow-unverified: {message}',
  },
  gateShut: { en: 'may not be deployed now', es: 'no se puede desplegar ahora' },
  older: { en: '(was there before)', es: '(ya estaba)' },
  diffTarget: {
    en: 'Say which revision to compare with, and perhaps which one to compare: changebook diff <base> [<head>].',
    es: 'Di con qué revisión comparar y, si quieres, cuál: changebook diff <base> [<head>].',
  },
  reviewsInput: {
    en: '--reviews counts for files that git has, so it does not go with standard input (-).',
    es: '--reviews cuenta para ficheros que tiene git, así que no se combina con la entrada estándar (-).',
  },
  sinceInput: {
    en: '--since compares files with git, so it does not go with standard input (-).',
    es: '--since compara ficheros con git, así que no se combina con la entrada estándar (-).',
  },
  sinceUnknown: {
    en: 'there is no revision “{revision}” here.',
    es: 'aquí no existe la revisión «{revision}».',
  },
  sinceShallow: {
    en: 'this shallow clone does not have “{revision}”. Fetch all of the history ({whole}), without which no approval can be verified; for the comparison alone a depth of {depth} is enough ({command}).',
    es: 'este clon superficial no tiene «{revision}». Trae todo el historial ({whole}), sin el que no se puede verificar ninguna aprobación; solo para comparar basta una profundidad de {depth} ({command}).',
  },
  sinceUnrelated: {
    en: 'This clone does not know where the branch left “{revision}”, so the comparison is with “{revision}” itself; all of the history (git fetch --unshallow, fetch-depth: 0 in a pipeline) would tell.',
    es: 'Este clon no sabe dónde se separó la rama de «{revision}», así que se compara con «{revision}» misma; con todo el historial (git fetch --unshallow, fetch-depth: 0 en un pipeline) se sabría.',
  },
  sinceNoGit: {
    en: 'git cannot say what changed here ({reason}).',
    es: 'git no puede decir qué cambió aquí ({reason}).',
  },
  reportNotWritten: {
    en: '{path}: the report cannot be written ({code}).',
    es: '{path}: no se puede escribir el informe ({code}).',
  },
  trailNoGit: {
    en: 'git was not found, and the audit trail is kept by git; install it (2.36 or newer).',
    es: 'No se ha encontrado git, y el historial lo guarda git; instálalo (2.36 o posterior).',
  },
  trailNoRepository: {
    en: '{path} lies in no git repository, so it has no audit trail; create one (git init) and commit the record.',
    es: '{path} no está en un repositorio git, así que no tiene historial; crea uno (git init) y haz un commit del registro.',
  },
  trailUnsafe: {
    en: 'git refuses this repository as unsafe (git config --global --add safe.directory allows it), so the audit trail of {path} cannot be read.',
    es: 'git rechaza este repositorio por inseguro (git config --global --add safe.directory lo permite), así que no se puede leer el historial de {path}.',
  },
  trailFailed: {
    en: 'git could not give the audit trail of {path}: {reason}',
    es: 'git no ha podido dar el historial de {path}: {reason}',
  },
  production: { en: 'Counts as production', es: 'Cuenta como producción' },
  notProduction: { en: 'Does not count as production', es: 'No cuenta como producción' },
  by_customer: { en: 'by the customer’s file', es: 'por el fichero del cliente' },
  by_configuration: { en: 'by config.yaml', es: 'por config.yaml' },
  by_name: { en: 'by its name', es: 'por su nombre' },
} as const satisfies { [name: string]: Localized };
