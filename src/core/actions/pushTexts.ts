import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { type ActionText, type Face, textFor } from './actionText';
import { type CommitFault, faultText } from './commitFaults';

/** What may keep commits from being pushed. The commits stay where they are, and nothing else has changed. */
export const pushFaultTexts = {
  noUpstream: {
    en: 'The branch “{branch}” follows no branch of a remote, so there is nowhere to push it: git push --set-upstream {remote} {branch}. Your commits are kept.',
    es: 'La rama «{branch}» no sigue a ninguna de un remoto y no hay adónde enviarla: git push --set-upstream {remote} {branch}. Tus commits se conservan.',
  },
  noRemote: {
    en: 'This repository has no remote, so there is nowhere to push to: git remote add origin ADDRESS, then git push --set-upstream origin {branch}. Your commits are kept.',
    es: 'Este repositorio no tiene ningún remoto y no hay adónde enviar: git remote add origin DIRECCIÓN y después git push --set-upstream origin {branch}. Tus commits se conservan.',
  },
  otherName: {
    en: 'The branch “{branch}” follows {remote} under another name (“{other}”), and git’s push.default does not say which one is meant: git config push.default upstream (or current). Your commits are kept.',
    es: 'La rama «{branch}» sigue a {remote} con otro nombre («{other}») y push.default de git no dice cuál vale: git config push.default upstream (o current). Tus commits se conservan.',
  },
  noBranchThere: {
    en: '{target} does not exist yet; push the branch once yourself (git push). Your commits are kept.',
    es: '{target} aún no existe; envía tú la rama la primera vez (git push). Tus commits se conservan.',
  },
  otherCommits: {
    en: 'Not pushed: {count} of the commits that {target} lacks {count|is|are} not Changebook’s ({subjects}), and pushing would publish {count|it|them} too. Push {count|it|them} yourself when {count|it is|they are} ready (git pull --rebase, git push).',
    es: 'No se ha enviado: {count} de los commits que le faltan a {target} no {count|es|son} de Changebook ({subjects}) y se {count|publicaría|publicarían} también. {count|Envíalo|Envíalos} tú cuando {count|esté listo|estén listos} (git pull --rebase, git push).',
  },
  cannotRedo: {
    en: 'Not pushed: {target} has moved on, and “{subject}” cannot be done again there. {reason} Your commits are kept; bring the two together yourself (git pull --rebase).',
    es: 'No se ha enviado: {target} ha avanzado y «{subject}» ya no se puede repetir allí. {reason} Tus commits se conservan; júntalos tú (git pull --rebase).',
  },
  recordGone: {
    en: 'Not pushed: {target} has moved on, and {file} is not there any more. Your commits are kept; bring the two together yourself (git pull --rebase).',
    es: 'No se ha enviado: {target} ha avanzado y {file} ya no está allí. Tus commits se conservan; júntalos tú (git pull --rebase).',
  },
  offline: {
    en: 'Not pushed: {remote} cannot be reached. Your commits are kept; push them later.',
    es: 'No se ha enviado: no se llega a {remote}. Tus commits se conservan; envíalos más tarde.',
  },
  signIn: {
    en: 'Not pushed: {remote} refuses your sign-in ({output}) Sign in with git once (git push), or ask for access. Your commits are kept.',
    es: 'No se ha enviado: {remote} rechaza tu acceso ({output}) Inicia sesión una vez con git (git push) o pide permiso. Tus commits se conservan.',
  },
  protectedBranch: {
    en: 'Not pushed: {target} is protected ({output}) Your commits are kept; push them to a branch of their own{how} and open a pull request.',
    es: 'No se ha enviado: {target} está protegida ({output}) Tus commits se conservan; envíalos a una rama propia{how} y abre una pull request.',
    how: { en: 'changebook push --branch NAME', es: 'changebook push --branch NOMBRE' },
  },
  refusedThere: {
    en: 'Not pushed: {target} refuses it: {output} Your commits are kept.',
    es: 'No se ha enviado: {target} lo rechaza: {output} Tus commits se conservan.',
  },
  prePush: {
    en: 'Not pushed: the repository’s pre-push hook refused it: {output} Your commits are kept.',
    es: 'No se ha enviado: el hook pre-push del repositorio lo ha rechazado: {output} Tus commits se conservan.',
  },
  hookOnRedo: {
    en: 'Not pushed: {target} has moved on, and the repository’s {hook} hook refused “{subject}” there: {output} Your commits are kept.',
    es: 'No se ha enviado: {target} ha avanzado y el hook {hook} del repositorio ha rechazado allí «{subject}»: {output} Tus commits se conservan.',
  },
  tooBusy: {
    en: 'Not pushed: others kept pushing to {target}, {tries} times in a row. Your commits are kept; push again.',
    es: 'No se ha enviado: otros no paran de enviar a {target}, {tries} veces seguidas. Tus commits se conservan; vuelve a enviar.',
  },
  cancelled: {
    en: 'Pushing was cancelled. Your commits are kept.',
    es: 'Envío cancelado. Tus commits se conservan.',
  },
  branchTaken: {
    en: 'Not pushed: {remote} has another “{branch}” already; choose another name. Your commits are kept.',
    es: 'No se ha enviado: {remote} ya tiene otra rama «{branch}»; elige otro nombre. Tus commits se conservan.',
  },
  badBranch: {
    en: '“{branch}” is no name for a branch.',
    es: '«{branch}» no es un nombre de rama.',
  },
  failed: {
    en: 'Not pushed: git failed ({output}) Your commits are kept.',
    es: 'No se ha enviado: git ha fallado ({output}) Tus commits se conservan.',
  },
} as const satisfies { [code: string]: ActionText };

export type PushFaultCode = keyof typeof pushFaultTexts;

/** Why commits are not pushed, with what its sentence names; or why the repository cannot be worked with at all. */
export type PushFault =
  | { readonly kind: 'push'; readonly code: PushFaultCode; readonly args: MessageArgs }
  | { readonly kind: 'repository'; readonly fault: CommitFault };

export function pushFaultText(fault: PushFault, language: Language, face: Face = 'commandLine'): string {
  if (fault.kind === 'repository') return faultText(fault.fault, language, undefined, face);
  return fillIn(textFor(face, pushFaultTexts[fault.code], language), argsIn(language, fault.args));
}

/** What is said of a push that went well, by both faces. */
const pushTexts = {
  pushed: {
    en: 'Pushed {count} {count|commit|commits} to {target}.',
    es: '{count|Enviado|Enviados} {count} {count|commit|commits} a {target}.',
  },
  pushedOne: { en: 'Pushed to {target}: {subject}', es: 'Enviado a {target}: {subject}' },
  nothing: { en: '{target} has everything already.', es: '{target} ya lo tiene todo.' },
  planned: {
    en: '{count} {count|commit|commits} would be pushed to {target}. Nothing was sent.',
    es: 'Se {count|enviaría|enviarían} {count} {count|commit|commits} a {target}. No se ha enviado nada.',
  },
  already: {
    en: 'Done already by {by} on {at}, so not committed again: {subject}',
    es: 'Ya lo hizo {by} el {at} y no se hace otro commit: {subject}',
  },
  stays: {
    en: 'Your local branch stays where it is, since local changes are in the way in {files}; commit or put them aside, and push again.',
    es: 'Tu rama local se queda donde está, porque hay cambios locales en {files}; haz un commit o apártalos, y vuelve a enviar.',
  },
} as const satisfies { [name: string]: Localized };

export function pushText(name: keyof typeof pushTexts, language: Language, args: MessageArgs = {}): string {
  return fillIn(pushTexts[name][language], args);
}
