import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { localText, windowBetween } from '../model/time/localText';
import { roleArgs } from '../model/vocabulary/roleArgs';
import { stateName } from '../model/vocabulary/stateName';
import type { ComparedChange } from './comparedChange';
import type { ListedDeployment } from './listedDeployment';
import type { ExcusedDeployment } from './reconcile';
import type { ExceptionKind, ReconcileException } from './reconcileException';
import type { SweepingRow } from './unrecorded';

/** What each kind is called, above its list. */
export const kindTitles: { readonly [kind in ExceptionKind]: Localized } = {
  noRecord: { en: 'Deployed without a record', es: 'Desplegado sin registro' },
  ambiguous: {
    en: 'Deployed, and several records may be meant',
    es: 'Desplegado, y puede ser de varios registros',
  },
  noDeployment: {
    en: 'Closed as deployed, without a deployment',
    es: 'Cerrado como desplegado, sin despliegue',
  },
  notReleased: {
    en: 'Deployed though the record forbids it',
    es: 'Desplegado aunque el registro no lo permite',
  },
  outsideWindow: { en: 'Outside of the window', es: 'Fuera de la ventana' },
  noWindow: { en: 'Without a window', es: 'Sin ventana' },
  freeze: { en: 'In a freeze', es: 'En una congelación' },
  beforeApproval: { en: 'Before its approval', es: 'Antes de su aprobación' },
  unapproved: { en: 'Never approved', es: 'Nunca aprobado' },
  otherContent: { en: 'Something else than was approved', es: 'Otra cosa que la aprobada' },
  otherArtifact: { en: 'Another artifact', es: 'Otro artefacto' },
  otherVersion: { en: 'Another version', es: 'Otra versión' },
  unknownVersion: { en: 'A version that nobody knows', es: 'Una versión que nadie conoce' },
  tagMoved: { en: 'A tag that was moved', es: 'Una etiqueta movida' },
  unknownCommit: { en: 'A commit that git does not have', es: 'Un commit que git no tiene' },
  byApprover: { en: 'Deployed by who approved it', es: 'Desplegado por quien lo aprobó' },
  byAuthor: { en: 'Deployed by who wrote it', es: 'Desplegado por quien lo escribió' },
};

const texts = {
  noRecord: {
    en: '{what} ran{where} on {at}, and no record is about it.{unknown}{near}',
    es: '{what} se desplegó{where} el {at}, y ningún registro trata de ello.{unknown}{near}',
  },
  ambiguous: {
    en: '{what} ran{where} on {at}, and may be what any of these is about: {candidates}. Say in the list or in the records which one.',
    es: '{what} se desplegó{where} el {at}, y puede ser de cualquiera de estos: {candidates}. Indica en la lista o en los registros cuál es.',
  },
  noDeployment: {
    en: '{id} says that it was deployed{where}, and no list knows of that.',
    es: '{id} dice que se desplegó{where}, y ninguna lista lo recoge.',
  },
  notReleased: {
    en: '{what} ran{where} on {at}, and {id} is “{status}”.',
    es: '{what} se desplegó{where} el {at}, y {id} está «{status}».',
  },
  outsideWindow: {
    en: '{what} ran{where} on {at}, outside of the window of {id} ({window}).',
    es: '{what} se desplegó{where} el {at}, fuera de la ventana de {id} ({window}).',
  },
  noWindow: {
    en: '{what} ran{where} on {at}, and {id} has no window.',
    es: '{what} se desplegó{where} el {at}, y {id} no tiene ventana.',
  },
  freeze: {
    en: '{what} ran{where} on {at}, in the freeze {window}{reason} ({id}).',
    es: '{what} se desplegó{where} el {at}, en la congelación {window}{reason} ({id}).',
  },
  beforeApproval: {
    en: '{what} ran{where} on {at}, before {id} was approved by: {roles}{when}.',
    es: '{what} se desplegó{where} el {at}, antes de que {id} lo aprobara: {roles}{when}.',
  },
  unapproved: {
    en: '{what} ran{where} on {at}, and {id} lacks the approval of: {roles}.',
    es: '{what} se desplegó{where} el {at}, y a {id} le falta la aprobación de: {roles}.',
  },
  nobodyNamed: {
    en: '{what} ran{where} on {at}, and nobody is named to approve {id}.',
    es: '{what} se desplegó{where} el {at}, y no se nombra a nadie que apruebe {id}.',
  },
  otherContent: {
    en: '{what} ran{where} on {at}, and what {id} said then is not what these approved: {roles}.',
    es: '{what} se desplegó{where} el {at}, y lo que decía entonces {id} no es lo que aprobó: {roles}.',
  },
  otherArtifact: {
    en: '{artifact} ran{where} on {at}, and {id} names {other}.',
    es: 'Se desplegó {artifact}{where} el {at}, y {id} nombra {other}.',
  },
  otherVersion: {
    en: '{what} ran{where} on {at}, and {id} names {other}.',
    es: '{what} se desplegó{where} el {at}, y {id} nombra {other}.',
  },
  unknownVersion: {
    en: '{what} ran{where} on {at}, in the window of {id}, and no tag, record or commit here is called that.',
    es: '{what} se desplegó{where} el {at}, en la ventana de {id}, y aquí ninguna etiqueta, registro ni commit se llama así.',
  },
  tagMoved: {
    en: '{what} ran{where} on {at} from commit {commit}, and the tag {tag} names {tagCommit} now: it was moved.',
    es: '{what} se desplegó{where} el {at} desde el commit {commit}, y la etiqueta {tag} indica ahora {tagCommit}: se ha movido.',
  },
  unknownCommit: {
    en: '{what} ran{where} on {at} from commit {commit}, which git does not have.',
    es: '{what} se desplegó{where} el {at} desde el commit {commit}, que git no tiene.',
  },
  byApprover: {
    en: '{what} was deployed{where} on {at} by {by}, who approved {id} as: {roles}.',
    es: '{what} lo desplegó{where} el {at} {by}, que aprobó {id} como: {roles}.',
  },
  byAuthor: {
    en: '{what} was deployed{where} on {at} by {by}, who wrote it: commit {commit} ({id}).',
    es: '{what} lo desplegó{where} el {at} {by}, que lo escribió: commit {commit} ({id}).',
  },
} as const satisfies { readonly [kind in ExceptionKind | 'nobodyNamed']: Localized };

const parts = {
  unknown: {
    en: ' No tag, record or commit here is called that.',
    es: ' Aquí ninguna etiqueta, registro ni commit se llama así.',
  },
  near: {
    en: ' Of that version, but for another place: {candidates}.',
    es: ' De esa versión, pero para otro sitio: {candidates}.',
  },
  where: { en: ' in {environment}', es: ' en {environment}' },
  said: { en: ' (it says {said})', es: ' (dice {said})' },
  saidBut: {
    en: ' (it says {said}, but its commit {commit} is of {committed})',
    es: ' (dice {said}, pero su commit {commit} es del {committed})',
  },
  saidAnd: {
    en: ' (it says {said}, and so does its commit {commit})',
    es: ' (dice {said}, igual que su commit {commit})',
  },
  notCommitted: { en: ' (it is not committed)', es: ' (no está en ningún commit)' },
  nameless: { en: 'Something', es: 'Algo' },
  row: { en: '{list}, row {row}', es: '{list}, fila {row}' },
  tag: { en: 'tag {list}', es: 'etiqueta {list}' },
  excused: {
    en: '{what}{where}, {at}: {by} says that “{match}” needs no record: {reason}{until}{own}',
    es: '{what}{where}, {at}: {by} dice que «{match}» no necesita registro: {reason}{until}{own}',
  },
  sweeping: {
    en: '“{match}” fits all {count} deployments{where}, so that none of them needs a record: {by} says so ({reason}{until})',
    es: '«{match}» vale para los {count} despliegues{where}, así que ninguno necesita registro: lo dice {by} ({reason}{until})',
  },
  until: { en: ' (until {until})', es: ' (hasta el {until})' },
  own: { en: ' – who says so deployed it', es: ' – quien lo dice lo desplegó' },
} as const satisfies { readonly [part: string]: Localized };

function part(language: Language, id: keyof typeof parts, args: MessageArgs = {}): string {
  return fillIn(parts[id][language], args);
}

/** What is not as it should be, as a sentence. Moments are those of a zone. */
export function exceptionText(exception: ReconcileException, zone: string, language: Language): string {
  const isNobody = exception.kind === 'unapproved' && exception.roles?.includes('?');
  const text = texts[isNobody ? 'nobodyNamed' : exception.kind];
  return fillIn(text[language], argsOf(exception, zone, language));
}

function argsOf(exception: ReconcileException, zone: string, language: Language): MessageArgs {
  const { kind, deployment, change, candidates = [], from, to, roles = [], commit, tag } = exception;
  const environment = exception.environments?.join(', ') ?? deployment?.environment;
  const names = candidates.slice(0, 5).map(nameOf).join(', ');
  const isNear = kind === 'noRecord' && names !== '';
  const args: { [name: string]: string } = {
    candidates: names,
    where: environment ? part(language, 'where', { environment }) : '',
    unknown: exception.unknown ? part(language, 'unknown') : '',
    near: isNear ? part(language, 'near', { candidates: names }) : '',
  };
  if (deployment) {
    args.what = deploymentName(deployment, language);
    args.at = localText(deployment.at, zone);
    args.artifact = deployment.artifact ?? '';
  }
  if (!change) return { ...args, ...gitArgs(tag, commit) };
  const { release, status } = change.facts;
  const other = kind === 'otherArtifact' ? release?.artifact : (release?.version ?? release?.tag);
  return {
    ...args,
    ...gitArgs(tag, commit),
    id: nameOf(change),
    status: stateName(status, language),
    window: from === undefined || to === undefined ? '' : windowBetween(from, to, zone),
    reason: exception.reason ? ` (${exception.reason})` : '',
    ...argsIn(language, roleArgs('roles', ...roles)),
    when: approvalTime(exception, language, zone),
    other: other ?? '',
    by: exception.by ?? '',
  };
}

function gitArgs(tag: ReconcileException['tag'], commit = ''): MessageArgs {
  return { tag: tag?.name ?? '', tagCommit: tag?.commit.slice(0, 9) ?? '', commit: commit.slice(0, 9) };
}

function approvalTime(
  { kind, saidAt, commit, commitAt }: ReconcileException,
  language: Language,
  zone: string,
): string {
  if (kind !== 'beforeApproval') return '';
  const said = saidAt === undefined ? '–' : localText(saidAt, zone);
  if (commit === undefined)
    return saidAt === undefined ? part(language, 'notCommitted') : part(language, 'said', { said });
  const committed = commitAt === undefined ? '–' : localText(commitAt, zone);
  return part(language, said === committed ? 'saidAnd' : 'saidBut', {
    said,
    commit: commit.slice(0, 9),
    committed,
  });
}

/** What ran, as people call it. */
export function deploymentName(
  { component, version, ref, commit, artifact }: ListedDeployment,
  language: Language,
): string {
  const name = version ?? ref ?? commit?.slice(0, 9) ?? artifact;
  return [component, name].filter(Boolean).join(' ') || part(language, 'nameless');
}

/** A change as people call it. */
export function nameOf({ file, facts }: ComparedChange): string {
  return facts.id ?? file;
}

/** Where a deployment stands. */
export function placeText({ list, row, id }: ListedDeployment['place'], language: Language): string {
  if (row === undefined) return part(language, 'tag', { list });
  const place = part(language, 'row', { list, row });
  return id === undefined ? place : `${place} (${id})`;
}

/** A deployment that needs no record, with who says so. */
export function excusedText(
  { deployment, row, own }: ExcusedDeployment,
  zone: string,
  language: Language,
): string {
  const { environment, at } = deployment;
  const { match, by, reason, until } = row;
  return part(language, 'excused', {
    what: deploymentName(deployment, language),
    where: environment ? part(language, 'where', { environment }) : '',
    at: localText(at, zone),
    by,
    match,
    reason,
    until: until ? part(language, 'until', { until }) : '',
    own: own ? part(language, 'own') : '',
  });
}

/** A row by which nothing that ran somewhere needs a record, with who says so. */
export function sweepingText({ row, environment, deployments }: SweepingRow, language: Language): string {
  const { match, by, reason, until } = row;
  return part(language, 'sweeping', {
    ...{ match, by, reason, count: deployments },
    where: environment ? part(language, 'where', { environment }) : '',
    until: until ? part(language, 'until', { until }) : '',
  });
}
