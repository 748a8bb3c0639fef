import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `waiver/unverified`: what only holders of a role may waive, one of them waived. */
export const waiverUnverified = defineRule({
  id: 'waiver/unverified',
  scope: 'waiver',
  severity: 'error',
  reads: ['waivers'],
  title: { en: 'Waiver by nobody who may give it', es: 'Exención de quien no puede darla' },
  explanation: {
    en: 'A freeze may say who can override it (`overridable_by`). A waiver of `schedule/freeze` then counts for it only where its commit shows, as that of an approval does (`approval/unverified`), that a holder of one of these roles gave it: the author of the commit is whoever the waiver names, holds the role where the configuration names its `holders`, and neither requested the change nor performs it. Else the freeze stays what it is. A waiver that is not committed yet counts, with an information, so that it can be committed; `changebook gate` stays shut until it is.',
    es: 'Una congelación puede decir quién la levanta (`anulable_por`). Una exención de `schedule/freeze` vale entonces para ella solo si su commit demuestra, como el de una aprobación (`approval/unverified`), que la dio el titular de uno de esos roles: el autor del commit es quien la exención nombra, tiene el rol si la configuración nombra a sus `titulares`, y ni solicitó el cambio ni lo realiza. Si no, la congelación sigue como está. Una exención aún sin commit vale, con una información, para que se pueda hacer el commit; `changebook gate` no se abre hasta entonces.',
  },
  messages: {
    nobody: {
      en: 'Nobody may waive this freeze; choose another time.',
      es: 'Nadie puede eximir de esta congelación; elige otro momento.',
    },
    notHolder: {
      en: 'Only {roles} may waive this freeze, and {by} does not hold such a role; {holders} can: `changebook waive`.',
      es: 'De esta congelación solo exime quien tenga el rol {roles}, y {by} no lo tiene; puede hacerlo {holders}: `changebook waive`.',
    },
    other: {
      en: 'Only {roles} may waive this freeze, and the commit {commit} by {committer} does not show that {by} did. {by} must give the waiver: `changebook waive`.',
      es: 'De esta congelación solo exime quien tenga el rol {roles}, y el commit {commit} de {committer} no demuestra que lo hiciera {by}. Debe darla {by}: `changebook waive`.',
    },
    unsigned: {
      en: 'Only {roles} may waive this freeze, and the commit {commit} with the waiver of {by} has no good signature. {by} must give it anew, signed: `changebook waive`.',
      es: 'De esta congelación solo exime quien tenga el rol {roles}, y el commit {commit} con la exención de {by} no lleva una firma válida. Debe darla {by} de nuevo, firmada: `changebook waive`.',
    },
    uncommitted: {
      en: 'The waiver of {by} is not committed yet; for this freeze it counts once {by}, as {roles}, has committed it.',
      es: 'La exención de {by} aún no está en ningún commit; para esta congelación contará cuando {by}, como {roles}, haga uno con ella.',
    },
    notAsked: {
      en: 'Whether {by} gave this waiver as {roles} is not verified here, where git is not asked: in restricted mode, and in the browser.',
      es: 'Si {by} dio esta exención como {roles} no se verifica aquí, donde no se pregunta a git: en modo restringido y en el navegador.',
    },
    unknown: {
      en: 'Only {roles} may waive this freeze, and git cannot say here who committed the waiver of {by}: there is no repository, or not all of its history. `git fetch --unshallow` brings the rest.',
      es: 'De esta congelación solo exime quien tenga el rol {roles}, y aquí git no puede decir quién hizo el commit de la exención de {by}: no hay repositorio, o falta parte de su historial. `git fetch --unshallow` trae el resto.',
    },
  },
  *check({ range }, { override }) {
    if (!override) return;
    const { message, args, mild } = override;
    yield { message, range: unpackRange(range), args, ...(mild ? { severity: 'info' } : {}) };
  },
});
