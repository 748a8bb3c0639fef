import { roleHolders } from '../../approvals/roleHolders';
import type { People } from '../../config/people';
import type { DecidedRole } from '../../index/changeFacts';
import { unpackRange } from '../../model/text/range';
import type { ApprovalCommit } from '../../ports';
import { ofChangeFacts } from '../ofChange';
import { roleArgs } from '../roleArgs';
import type { SummaryReport, WorkspaceContext, WorkspaceRule } from '../rule';

/** `approval/unverified`: whoever approved is whoever committed the approval. */
export const approvalUnverified: WorkspaceRule = {
  id: 'approval/unverified',
  scope: 'workspace',
  severity: 'warning',
  appliesTo: ['change'],
  reads: ['approvals'],
  options: {},
  sources: [],
  title: { en: 'Approval that nobody vouches for', es: 'Aprobación de la que nadie responde' },
  explanation: {
    en: 'Anybody can type a name under `approvals`. An approval of an open change is real when whoever it names committed its lines: the author of the commit that brought them, by `.mailmap` and the customers’ contacts, or, in a squashed merge, of the action that its message tells of. Where the configuration names who holds a role (`holders` in `approvals`), it is one of them, and where `commit: { signed: true }` stands, the commit has a good signature of theirs (git’s `G`); either makes it an error. An author’s name alone can be made up: only signatures prove it. An entry that is not committed yet is not judged. For a folder of records that were approved elsewhere an override turns the rule off. The rule is silent about commits without git, and where a shallow clone cuts history off; it never asks git in restricted mode.',
    es: 'Cualquiera puede escribir un nombre en `aprobaciones`. Una aprobación de un cambio abierto es real cuando quien nombra confirmó sus líneas: el autor del commit que las trajo, según `.mailmap` y los contactos de los clientes, o, en una fusión aplastada, el de la acción que cuenta su mensaje. Si la configuración nombra a quienes tienen un rol (`titulares` en `aprobaciones`), es uno de ellos, y si dice `commit: { firmados: true }`, el commit lleva una firma válida suya (la `G` de git); en ambos casos es un error. El nombre de un autor se puede inventar: solo lo prueban las firmas. Una entrada aún sin commit no se juzga. Para una carpeta de registros aprobados en otro sitio, una excepción apaga la regla. La regla calla sobre los commits sin git y donde un clon superficial corta el historial; en modo restringido nunca pregunta a git.',
  },
  messages: {
    other: {
      en: '{committer} committed this approval as {role}, not {by} ({commit}). {by} must give it: `changebook approve`.',
      es: '{committer} confirmó esta aprobación como {role}, no {by} ({commit}). Debe darla {by}: `changebook approve`.',
    },
    notHolder: {
      en: '{by} does not hold the role {role}; it is held by {holders}.',
      es: '{by} no tiene el rol {role}; lo tienen {holders}.',
    },
    unsigned: {
      en: 'The commit {commit} with the approval of {by} as {role} has no good signature (git says {signature}).',
      es: 'El commit {commit} con la aprobación de {by} como {role} no lleva una firma válida (git dice {signature}).',
    },
  },
  fixTitles: {},
  check: ofChangeFacts(function* ({ decided }, context) {
    for (const decision of decided?.roles ?? []) {
      const report = reportOf(decision, decided?.signed === true, context);
      if (report) yield report;
    }
  }),
};

function reportOf(
  { role, by, key, range: packed }: DecidedRole,
  signed: boolean,
  { config, git, file }: WorkspaceContext,
): SummaryReport | undefined {
  const { people } = config;
  const holders = roleHolders(config).get(role);
  const range = unpackRange(packed);
  const args = { by: by ?? '?', ...roleArgs('role', role) };
  const strict = holders || signed ? { severity: 'error' as const } : {};
  if (by && holders && !holders.some((holder) => people.same(holder, by)))
    return {
      message: 'notHolder',
      range,
      args: { ...args, holders: holders.slice(0, 8).join(', ') },
      ...strict,
    };
  const commit = git?.approvalCommit(file, key);
  if (!commit) return undefined;
  const shown = { ...args, commit: commit.commit.slice(0, 9) };
  if (signed && commit.signature !== 'G')
    return { message: 'unsigned', range, args: { ...shown, signature: commit.signature ?? 'N' }, ...strict };
  const meant = by ? [by] : holders;
  const who = signed && commit.signer ? personIn(commit.signer) : commit;
  if (!meant || meant.some((person) => isPerson(people, person, who))) return undefined;
  return { message: 'other', range, args: { ...shown, committer: who.name || who.address }, ...strict };
}

type Committer = Pick<ApprovalCommit, 'name' | 'address'>;

/** Somebody known by an address is recognised by that alone: a name is quickly typed. */
function isPerson(people: People, written: string, { name, address }: Committer): boolean {
  if (address !== '' && people.same(written, address)) return true;
  return !people.keyOf(written).includes('@') && people.same(written, name);
}

/** Who signed, as git names them: `Name <address>`, or an address. */
function personIn(signer: string): Committer {
  const [, name = '', address = signer] = /^(.*?)\s*<([^<>]+)>$/.exec(signer) ?? [];
  return { name, address };
}
