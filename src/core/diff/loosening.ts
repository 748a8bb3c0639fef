import type { FieldPath } from '../model/parse/problem';
import type { Localized } from '../model/text/localized';

/** The kinds of loosenings of a configuration, with their sentences. */
export const looseningTexts = {
  'rule-lowered': {
    en: 'Rule {about} lowered from {from} to {to}',
    es: 'Regla {about} rebajada de {from} a {to}',
  },
  'rule-off': { en: 'Rule {about} switched off (it was {from})', es: 'Regla {about} apagada (era {from})' },
  'rule-option': {
    en: 'Option {about} changed from {from} to {to}',
    es: 'Opción {about} cambiada de {from} a {to}',
  },
  'freeze-removed': { en: 'Freeze taken away: {from}', es: 'Congelación retirada: {from}' },
  'freeze-softened': { en: 'Freeze softened: {from} → {to}', es: 'Congelación suavizada: {from} → {to}' },
  'day-removed': {
    en: 'Day off or vacation taken away: {from}',
    es: 'Festivo o vacaciones retirados: {from}',
  },
  'working-day-added': { en: 'Counts as a working day now: {to}', es: 'Ahora cuenta como laborable: {to}' },
  'role-removed': {
    en: 'No longer approves: {about} ({from})',
    es: 'Ya no aprueba: {about} ({from})',
  },
  'holder-added': { en: 'Holds the role {about} now: {to}', es: 'Ahora tiene el rol {about}: {to}' },
  'holders-dropped': {
    en: 'Anybody may approve as {about} now; only {from} could',
    es: 'Cualquiera puede aprobar ahora como {about}; solo podía {from}',
  },
  'login-added': {
    en: 'Reviews of the login {about} count as those of {to} now',
    es: 'Las revisiones del usuario {about} cuentan ahora como de {to}',
  },
  'review-committer': {
    en: 'Commits by {to} may say now who approved in a review',
    es: 'Los commits de {to} pueden decir ahora quién aprobó en una revisión',
  },
  'signature-dropped': {
    en: 'Approvals no longer need a signed commit',
    es: 'Las aprobaciones ya no necesitan un commit firmado',
  },
  'signer-added': { en: 'May sign receipts now: {to}', es: 'Ahora puede firmar justificantes: {to}' },
  'signers-dropped': {
    en: 'Receipts count now whoever signs them; only {from} could',
    es: 'Los justificantes cuentan ahora los firme quien los firme; solo podía {from}',
  },
  'performer-added': {
    en: 'May perform type {about} now: {to}',
    es: 'Ahora puede realizar el tipo {about}: {to}',
  },
  'move-added': { en: 'New move from {from} to {to}', es: 'Nuevo paso de {from} a {to}' },
  'guard-removed': {
    en: 'Rule {about} no longer guards {from}',
    es: 'La regla {about} ya no guarda {from}',
  },
  'stage-changed': {
    en: 'State {about} counts as {to} now, not as {from}',
    es: 'El estado {about} cuenta ahora como {to}, no como {from}',
  },
  'records-changed': {
    en: 'Other files count as records now: {from} → {to}',
    es: 'Ahora cuentan otros ficheros como registros: {from} → {to}',
  },
  'customer-removed': {
    en: 'Customer {about} is no longer configured',
    es: 'El cliente {about} ya no está configurado',
  },
  'environment-opened': {
    en: '{about} no longer counts as production',
    es: '{about} ya no cuenta como producción',
  },
  'released-elsewhere': {
    en: 'Releases are made in {to} now, not in this repository',
    es: 'Las publicaciones se hacen ahora en {to}, no en este repositorio',
  },
  'unrecorded-added': {
    en: 'Deployments need no record now: {to}',
    es: 'Ahora no necesitan registro estos despliegues: {to}',
  },
  'imported-added': {
    en: '{about} now says that it was closed before it was imported (`imported`)',
    es: '{about} dice ahora que ya estaba cerrado al importarlo (`importado`)',
  },
  'key-changed': { en: '{about} changed from {from} to {to}', es: '{about} pasa de {from} a {to}' },
  'key-set': { en: '{about} set to {to}', es: 'Se fija {about}: {to}' },
  'key-removed': { en: '{about} taken away: {from}', es: 'Se retira {about}: {from}' },
  'file-changed': { en: '{about} changed', es: '{about} cambia' },
  'attributes-changed': {
    en: 'git treats other files in another way: {to}',
    es: 'git trata otros ficheros de otra forma: {to}',
  },
} as const satisfies { [kind: string]: Localized };

export type LooseningKind = keyof typeof looseningTexts;

/** A part of the configuration that asks for less than before. */
export interface Loosening {
  readonly kind: LooseningKind;
  readonly about: string;
  readonly from: string;
  readonly to: string;
  /** Those values as data, where they have named parts. */
  readonly values?: { readonly from?: unknown; readonly to?: unknown };
  /** Where the current configuration says so, or would: the file's path in the workspace, and the key's path in it. */
  readonly file: string;
  readonly path: FieldPath;
  /** The rules that find less because of it; undefined where it may be any rule. */
  readonly rules: readonly string[] | undefined;
  /** Globs of the files that it is limited to. */
  readonly files?: readonly string[];
}
