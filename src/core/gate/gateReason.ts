import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';

/** Why a change may not be deployed now. */
export interface GateReason {
  /**
   * `finding`: a rule objects. `unverified`: who gave an approval cannot be verified. The others are checks of the
   * gate.
   */
  readonly code: GateCode;
  readonly message: string;
  readonly rule?: string;
}

type GateCode = keyof typeof texts | 'finding' | 'unverified';

const texts = {
  noChange: {
    en: 'No open change is about {asked}; a deployment needs one.{hint}',
    es: 'Ningún cambio abierto trata de {asked}; un despliegue necesita uno.{hint}',
  },
  noConfig: {
    en: 'There is no {file}, so nobody is named to approve; no deployment is allowed without it.',
    es: 'No hay {file}, así que no se nombra a nadie que apruebe; sin él no se permite ningún despliegue.',
  },
  config: {
    en: 'The configuration has an error ({place}), so what it asks for may not be all that counts: {message}',
    es: 'La configuración tiene un error ({place}), así que puede que no cuente todo lo que pide: {message}',
  },
  notReady: {
    en: 'It is “{status}”; only a change that is to_be_released or releasing may be deployed.',
    es: 'Está «{status}»; solo se despliega un cambio que está por_desplegar o desplegando.',
  },
  goesBack: {
    en: 'It is being rolled back, so what it brings is not deployed any more.',
    es: 'Se está revirtiendo, así que lo que trae ya no se despliega.',
  },
  noWindow: {
    en: 'It has no window (`schedule.start` and `schedule.duration`).',
    es: 'No tiene ventana (`programacion.inicio` y `programacion.duracion`).',
  },
  notYet: {
    en: 'Its window opens at {start} and it is {now} now ({zone}).',
    es: 'Su ventana se abre el {start} y ahora es {now} ({zone}).',
  },
  phaseNotYet: {
    en: 'Its phase “{phase}” opens at {start} and it is {now} now ({zone}).',
    es: 'Su fase «{phase}» se abre el {start} y ahora es {now} ({zone}).',
  },
  phaseOver: {
    en: 'Its phase “{phase}” closed at {end} and it is {now} now ({zone}).',
    es: 'Su fase «{phase}» se cerró el {end} y ahora es {now} ({zone}).',
  },
  noPhase: {
    en: 'It has no phase “{phase}” that is about this.{hint}',
    es: 'No tiene ninguna fase «{phase}» que trate de esto.{hint}',
  },
  phaseGate: {
    en: '{count} {count|step|steps} under “{required}” {count|is|are} open, which {procedure} requires before the phase “{phase}”.',
    es: '{count|Queda|Quedan} {count} {count|paso abierto|pasos abiertos} en «{required}», que {procedure} exige antes de la fase «{phase}».',
  },
  over: {
    en: 'Its window closed at {end} and it is {now} now ({zone}).',
    es: 'Su ventana se cerró el {end} y ahora es {now} ({zone}).',
  },
  unreadable: {
    en: 'Its front matter cannot be read.',
    es: 'Su front matter no se puede leer.',
  },
} as const satisfies { [code: string]: Localized };

/** A reason in a language. */
export function gateReason(code: keyof typeof texts, language: Language, args: MessageArgs = {}): GateReason {
  return { code, message: fillIn(texts[code][language], argsIn(language, args)) };
}
