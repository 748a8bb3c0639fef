import type { ActionText } from './actionText';

/** Why a decision would not count: an approval, a denial or a waiver. */
export const decisionRefusals = {
  selfApproval: {
    en: '{by} requested this change or performs it, and cannot approve it; somebody else must. Nothing was changed.',
    es: '{by} solicitó este cambio o lo realiza, y no puede aprobarlo; debe hacerlo otra persona. No se ha cambiado nada.',
  },
  nobodyDecides: {
    en: '“{by}” names nobody, and an approval by nobody does not count. Nothing was changed.',
    es: '«{by}» no nombra a nadie, y una aprobación de nadie no cuenta. No se ha cambiado nada.',
  },
  notHolder: {
    en: '{by} does not hold the role {role}, so the approval would not count; it is held by {holders}. Nothing was changed.',
    es: '{by} no tiene el rol {role}, así que la aprobación no contaría; puede darla quien sí lo tiene ({holders}). No se ha cambiado nada.',
  },
  notOwnApproval: {
    en: 'Git would commit this as {committer}, so an approval by {by} would not count; {by} must give it. Where that is another address of {by}, name it under `people` in the configuration. Nothing was changed.',
    es: 'Git haría el commit como {committer}, así que una aprobación de {by} no contaría; debe darla {by}. Si es otra dirección de {by}, ponla en `personas`, en la configuración. No se ha cambiado nada.',
  },
  notOverrider: {
    en: 'Only {roles} may waive this freeze, in a commit of their own, and {by} does not hold such a role; {holders} can. Nothing was changed.',
    es: 'De esta congelación solo exime, con un commit propio, quien tenga el rol {roles}, y {by} no lo tiene; puede hacerlo {holders}. No se ha cambiado nada.',
  },
  notStandard: {
    en: 'This procedure has no `standard`, so there is nothing to approve: write in it which changes need no approval of their own, such as `standard: { when: { risk: low } }`. Nothing was changed.',
    es: 'Este procedimiento no tiene `estandar`, así que no hay nada que aprobar: escribe en él qué cambios no necesitan aprobación propia, como `estandar: { cuando: { riesgo: bajo } }`. No se ha cambiado nada.',
  },
  unsound: {
    en: 'The record has an error that must be corrected first, since correcting it later would make the approval void: line {line}: {message} ({rule}). Nothing was changed.',
    es: 'El registro tiene un error que hay que corregir antes, porque corregirlo después anularía la aprobación: línea {line}: {message} ({rule}). No se ha cambiado nada.',
  },
  timelessDenial: {
    en: 'The denial as {role} has no time (`at`), so nobody could tell that an approval came after it; write that first. Nothing was changed.',
    es: 'La denegación como {role} no tiene fecha (`fecha`), así que nadie podría decir que una aprobación llegó después; escríbela antes. No se ha cambiado nada.',
  },
  laterDecision: {
    en: 'The last decision as {role} is dated {at}, which is after now, so this one would not count; correct that date first. Nothing was changed.',
    es: 'La última decisión como {role} lleva la fecha {at}, que es posterior a ahora, así que esta no contaría; corrige antes esa fecha. No se ha cambiado nada.',
  },
  notWaivable: {
    en: 'Findings of {rule} cannot be waived: they stand for what people decide. Nothing was changed.',
    es: 'Los hallazgos de {rule} no se pueden eximir: representan lo que deciden personas. No se ha cambiado nada.',
  },
} as const satisfies { [code: string]: ActionText };
