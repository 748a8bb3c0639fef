import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import type { RecordSummary } from '../../index/recordSummary';
import type { NoEvidence } from '../../model/ports';
import { unpackRange } from '../../model/text/range';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';
import type { SummaryReport, WorkspaceContext } from '../rule';

/** What will be known as soon as somebody commits, or trusts the folder: no fault of the record's. */
const mild: ReadonlySet<NoEvidence> = new Set(['uncommitted', 'notAsked']);

/** `approval/unverifiable`: an approval of which nobody can say who gave it is none. */
export const approvalUnverifiable = defineRule({
  id: 'approval/unverifiable',
  scope: 'workspace',
  severity: 'warning',
  appliesTo: ['change', 'procedure'],
  waivable: false,
  errorFrom: 'to_be_released',
  reads: ['approvals'],
  title: { en: 'Approval that cannot be verified', es: 'Aprobación que no se puede verificar' },
  explanation: {
    en: 'Who approved a change is known by the commit that brought the approval. Where git cannot be asked for it, nobody knows, and what cannot be verified counts as not approved: where history is cut (a shallow clone), where objects are missing (a partial clone), where git refuses a repository of somebody else’s, where there is no repository or no git. The sentence says why, and what to do about it. An approval that is not committed yet is information, since hooks run before the commit that brings it; so is every approval in restricted mode and in the browser, where git is not asked. `changebook gate` stays shut on any of them, whatever the rule’s severity; `--allow-unverified` opens it for those who know, and says so.',
    es: 'Quién aprobó un cambio se sabe por el commit que trajo la aprobación. Donde no se le puede preguntar a git nadie lo sabe, y lo que no se puede verificar cuenta como no aprobado: donde el historial está cortado (un clon superficial), donde faltan objetos (un clon parcial), donde git rechaza un repositorio ajeno, donde no hay repositorio o no hay git. La frase dice por qué y qué hacer. Una aprobación aún sin commit es información, pues los hooks se ejecutan antes del commit que la trae; también lo es toda aprobación en modo restringido y en el navegador, donde no se pregunta a git. `changebook gate` no se abre con ninguna de ellas, sea cual sea la severidad de la regla; `--allow-unverified` lo abre a quien sabe lo que hace, y lo dice.',
  },
  messages: {
    shallow: {
      en: 'Who approved as {role} ({by}) cannot be verified: history is cut here. Fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` in a pipeline.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): aquí el historial está cortado. Tráelo completo: `git fetch --unshallow`, o `fetch-depth: 0` en un pipeline.',
    },
    partial: {
      en: 'Who approved as {role} ({by}) cannot be verified: this clone lacks objects of its history. Clone without `--filter`, or fetch them: `git fetch --refetch --no-filter`.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): a este clon le faltan objetos de su historial. Clona sin `--filter`, o tráelos: `git fetch --refetch --no-filter`.',
    },
    signers: {
      en: 'Who approved as {role} ({by}) cannot be verified: git takes the keys that it trusts from a file of this repository, which every branch can edit. Name one outside of it: `git config --global gpg.ssh.allowedSignersFile` with its path.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): git toma las claves de las que se fía de un fichero de este repositorio, que cualquier rama puede editar. Indica uno fuera de él: `git config --global gpg.ssh.allowedSignersFile` con su ruta.',
    },
    unsafe: {
      en: 'Who approved as {role} ({by}) cannot be verified: git refuses this repository, which belongs to another user. Where you trust it: `git config --global --add safe.directory` with its path.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): git rechaza este repositorio, que es de otro usuario. Si te fías: `git config --global --add safe.directory` con su ruta.',
    },
    noProgram: {
      en: 'Who approved as {role} ({by}) cannot be verified: git was not found. Install it, or put it on the path.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): no se encuentra git. Instálalo o ponlo en el path.',
    },
    noRepository: {
      en: 'Who approved as {role} ({by}) cannot be verified: there is no git repository here. Use a clone of the one where it was committed.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): aquí no hay repositorio git. Usa un clon de aquel en el que se hizo el commit.',
    },
    failed: {
      en: 'Who approved as {role} ({by}) cannot be verified: git failed, or is too old. See what `git log` says here.',
      es: 'No se puede verificar quién aprobó como {role} ({by}): git ha fallado o es demasiado antiguo. Mira qué dice aquí `git log`.',
    },
    uncommitted: {
      en: 'The approval as {role} ({by}) is not committed yet; it counts once {by} has committed it.',
      es: 'La aprobación como {role} ({by}) aún no está en ningún commit; contará cuando {by} haga uno con ella.',
    },
    notAsked: {
      en: 'Who approved as {role} ({by}) is not verified here, where git is not asked: in restricted mode, and in the browser.',
      es: 'Quién aprobó como {role} ({by}) no se verifica aquí, donde no se pregunta a git: en modo restringido y en el navegador.',
    },
  },
  check: (summary, context) => unverifiable(summary, context),
});

/** The approvals of a record of which nobody can say who gave them. */
export function unverifiable(
  summary: RecordSummary,
  { git, file }: Pick<WorkspaceContext, 'git' | 'file'>,
): SummaryReport[] {
  const { decided } = factsOf(summary, approvalFacts) ?? {};
  return (decided?.roles ?? []).flatMap(({ role, by, key, range }): SummaryReport[] => {
    const why = typeof git === 'object' ? git.approvalCommit(file, key) : git;
    if (typeof why !== 'string') return [];
    // Whom an approval does not name cannot commit it; that it lacks the name is said elsewhere.
    if (why === 'uncommitted' && !by) return [];
    const args = { by: by ?? '?', ...roleArgs('role', role) };
    const severity = mild.has(why)
      ? { severity: 'info' as const }
      : // A procedure has no state from which it would be an error.
        summary.type === 'procedure'
        ? { severity: 'error' as const }
        : {};
    return [{ message: why, range: unpackRange(range), args, ...severity }];
  });
}
