import { approvalFlaw, isKnownNonHolder } from '../../approvals/approvalFlaw';
import type { DecidedApprovals, DecidedRole } from '../../approvals/roleDecision';
import { roleHolders } from '../../approvals/roleHolders';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import { unpackRange } from '../../model/text/range';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** `approval/unverified`: whoever approved is whoever committed the approval. */
export const approvalUnverified = defineRule({
  id: 'approval/unverified',
  scope: 'workspace',
  severity: 'warning',
  appliesTo: ['change', 'procedure'],
  waivable: false,
  errorFrom: 'to_be_released',
  reads: ['approvals'],
  title: { en: 'Approval that nobody vouches for', es: 'Aprobación de la que nadie responde' },
  explanation: {
    en: 'Anybody can type a name under `approvals`. An approval of an open change is real when whoever it names committed its lines: the author of the commit that brought them, by the author’s own address, not by the one that `.mailmap` puts in its place. Other addresses of a person stand under `people` in the configuration. Where somebody else is the commit’s committer, it counts only if `committers` lists that address: hosts that merge. What the message of a squashed merge tells of authors is a claim that anybody can write. Where the configuration names who holds a role (`holders` in `approvals`), it is one of them, and where `commit: { signed: true }` stands, the commit has a good signature (git’s `G`) and the key’s owner decides who it was; either makes it an error at any time, and everything is one from `to_be_released` on. So is an approval by whoever requested the change or performs it, under whatever name, one that was taken out and came back in a merge, one of which a later denial, in its role or of the same content, was taken out of the list, one of a procedure whose later approval in the same role somebody else took out, and one that says that it was given more than five minutes after its commit was made. An author’s name and address can be made up: only signatures prove them. An approval with a `review` says that somebody approved in a review of a pull request: it counts where the commit is by the account that `reviews` names, and signed by it where signatures are required, and the reviewer holds the role. For a folder of records that were approved elsewhere an override turns the rule off. What git cannot say is the business of `approval/unverifiable`.',
    es: 'Cualquiera puede escribir un nombre en `aprobaciones`. Una aprobación de un cambio abierto es real cuando quien nombra hizo el commit de sus líneas: el autor del commit que las trajo, por la dirección propia del autor, no por la que `.mailmap` pone en su lugar. Las otras direcciones de una persona están en `personas`, en la configuración. Si quien hizo el commit no es su autor, solo cuenta si `confirmadores` tiene esa dirección: servidores que fusionan. Lo que el mensaje de una fusión aplastada cuenta de autores es una afirmación que cualquiera puede escribir. Si la configuración nombra a quienes tienen un rol (`titulares` en `aprobaciones`), es uno de ellos, y si dice `commit: { firmados: true }`, el commit lleva una firma válida (la `G` de git) y quién fue lo decide el dueño de la clave; en ambos casos es un error en todo momento, y desde `por_desplegar` lo es siempre. También lo es la aprobación de quien solicitó el cambio o lo realiza, con el nombre que sea, la que se quitó y volvió en una fusión, aquella de la que se quitó de la lista una denegación posterior, en su rol o del mismo contenido, la de un procedimiento cuya aprobación posterior en el mismo rol quitó otra persona, y la que dice haberse dado más de cinco minutos después de hacerse su commit. El nombre y la dirección de un autor se pueden inventar: solo los prueban las firmas. Una aprobación con `revision` dice que alguien aprobó en la revisión de un pull request: cuenta si el commit es de la cuenta que nombra `revisiones`, firmado por ella donde se piden firmas, y quien revisó tiene el rol. Para una carpeta de registros aprobados en otro sitio, una excepción apaga la regla. De lo que git no puede decir se ocupa `approval/unverifiable`.',
  },
  messages: {
    other: {
      en: '{committer} committed this approval as {role}, not {by} ({commit}). {by} must give it: `changebook approve`. Where that is another address of {by}, name it under `people` in the configuration.',
      es: 'El commit de esta aprobación como {role} lo hizo {committer}, no {by} ({commit}). Debe darla {by}: `changebook approve`. Si es otra dirección de {by}, ponla en `personas`, en la configuración.',
    },
    claimed: {
      en: 'The message of {commit} says that {claimed} gave this approval as {role}, which is a claim and no proof: {committer} made the commit. {by} must give it: `changebook approve`.',
      es: 'El mensaje de {commit} dice que {claimed} dio esta aprobación como {role}, lo que es una afirmación y no una prueba: el commit lo hizo {committer}. Debe darla {by}: `changebook approve`.',
    },
    committed: {
      en: '{author} is the author of the commit {commit} with this approval as {role}, but {committer} committed it, so nothing shows that {author} did. {by} must give it: `changebook approve`. Hosts that merge are listed under `committers`.',
      es: '{author} consta como autor del commit {commit} con esta aprobación como {role}, pero lo hizo {committer}, así que nada demuestra que fuera {author}. Debe darla {by}: `changebook approve`. Los servidores que fusionan van en `confirmadores`.',
    },
    reviewed: {
      en: '{committer} wrote down in {commit} that {by} approved as {role} in a review ({review}); that is a claim, which counts only in commits by {allowed} (`reviews` in the configuration). {by} must give it: `changebook approve`, or the review is counted: `--reviews`.',
      es: '{committer} anotó en {commit} que {by} aprobó como {role} en una revisión ({review}); es una afirmación, que solo cuenta en commits de {allowed} (`revisiones`, en la configuración). Debe darla {by}: `changebook approve`, o se cuenta la revisión: `--reviews`.',
    },
    reviewedBy: {
      en: '{committer} wrote down in {commit} that {by} approved as {role} in a review ({review}), but the configuration names nobody of that name for the role: {holders}.',
      es: '{committer} anotó en {commit} que {by} aprobó como {role} en una revisión ({review}), pero la configuración no nombra a nadie con ese nombre para el rol: {holders}.',
    },
    notHolder: {
      en: '{by} does not hold the role {role}; it is held by {holders}, who can give this approval: `changebook approve`.',
      es: '{by} no tiene el rol {role}. Puede dar esta aprobación quien sí lo tiene ({holders}): `changebook approve`.',
    },
    unsigned: {
      en: 'The commit {commit} with the approval of {by} as {role} has no good signature (git says {signature}): either git lacks the key here, or {by} must give it anew, signed: `changebook approve`.',
      es: 'El commit {commit} con la aprobación de {by} como {role} no lleva una firma válida (git dice {signature}): o a git le falta aquí la clave, o {by} debe darla de nuevo, firmada: `changebook approve`.',
    },
    unlisted: {
      en: 'The commit {commit} with the approval of {by} as {role} is signed, but your own settings of git list no keys that may sign (git says {signature}): a list that only the repository’s own configuration names does not count. Name one: `git config --global gpg.ssh.allowedSignersFile` with its path.',
      es: 'El commit {commit} con la aprobación de {by} como {role} está firmado, pero tu propia configuración de git no indica qué claves pueden firmar (git dice {signature}): una lista que solo nombra la configuración del repositorio no cuenta. Indica una: `git config --global gpg.ssh.allowedSignersFile` con su ruta.',
    },
    involved: {
      en: '{committer}, who requested this change or performs it, committed this approval as {role} ({commit}); somebody else must give it.',
      es: '{committer}, que solicitó este cambio o lo realiza, hizo el commit de esta aprobación como {role} ({commit}); debe darla otra persona.',
    },
    withdrawn: {
      en: '{committer} took this approval as {role} out ({commit}), and a merge brought it back. {by} must give it anew: `changebook approve`.',
      es: '{committer} quitó esta aprobación como {role} ({commit}) y una fusión la devolvió. Debe darla {by} de nuevo: `changebook approve`.',
    },
    denied: {
      en: '{committer} denied this change as {denied} ({commit}) after this approval as {role} was given, and the denial no longer stands in `approvals`. Put it back, and have the change decided on anew: `changebook approve`.',
      es: '{committer} denegó este cambio como {denied} ({commit}) después de esta aprobación como {role}, y la denegación ya no está en `aprobaciones`. Vuelve a ponerla y haz que se decida de nuevo: `changebook approve`.',
    },
    superseded: {
      en: '{committer} approved this procedure anew as {denied} ({commit}), and that approval no longer stands in `approvals`: an older text was put back with its older approval. {by} must give it anew: `changebook approve`.',
      es: '{committer} aprobó de nuevo este procedimiento como {denied} ({commit}), y esa aprobación ya no está en `aprobaciones`: se ha vuelto a un texto anterior con su aprobación anterior. Debe darla {by} de nuevo: `changebook approve`.',
    },
    later: {
      en: 'This approval as {role} says that it was given {minutes} {minutes|minute|minutes} after the commit that brought it was made ({commit}). {by} must give it anew: `changebook approve`.',
      es: 'Esta aprobación como {role} dice haberse dado {minutes} {minutes|minuto|minutos} después de hacerse el commit que la trajo ({commit}). Debe darla {by} de nuevo: `changebook approve`.',
    },
  },
  *check(summary, context) {
    const { decided } = factsOf(summary, approvalFacts) ?? {};
    for (const one of decided?.roles ?? []) {
      const report = decided && reportOf(one, decided, context);
      if (report) yield report;
    }
  },
});

function reportOf(
  one: DecidedRole,
  decided: DecidedApprovals,
  { config, git, file }: WorkspaceContext,
): SummaryReport | undefined {
  const { role, by = '?', key } = one;
  const found = typeof git === 'object' ? git.approvalCommit(file, key) : undefined;
  const byName = isKnownNonHolder(one, config) ? { message: 'notHolder', args: {} } : undefined;
  const flaw = typeof found === 'object' ? approvalFlaw(one, found, decided, config) : byName;
  if (!flaw) return undefined;
  const holders = roleHolders(config).get(role);
  const strict = holders || decided.signed ? { severity: 'error' as const } : {};
  const args = { by, ...roleArgs('role', role), holders: holders?.slice(0, 8).join(', ') || '—' };
  return { range: unpackRange(one.range), ...strict, ...flaw, args: { ...args, ...flaw.args } };
}
