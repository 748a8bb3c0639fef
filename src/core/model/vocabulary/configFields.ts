import { dayChoice, languageChoice, managedByChoice } from './choices';
import * as parts from './configParts';
import { field } from './fieldType';
import { date, listOf, listOrOne, mapOf, object, raw, text, textOrObject } from './fieldTypes';
import { logFields } from './logFields';
import { ownFieldFields } from './ownFieldFields';
import { partyFields } from './partyFields';
import { repositoryField } from './releaseParts';
import { timesFields } from './timesFields';
import { unrecorded } from './unrecordedField';

const timezone = field(
  'zona_horaria',
  text,
  'Time zone by its IANA name.',
  'Zona horaria por su nombre IANA.',
  'Europe/Madrid',
);
const log = field(
  'bitacora',
  object(logFields),
  'How the deployment log looks.',
  'Cómo es la bitácora de despliegues.',
  '{ columns: [change, title, planned_start, result] }',
);
const holidays = field(
  'festivos',
  object(parts.holidayFields),
  'Public holidays by country and region, and further days.',
  'Festivos por país y región, y otros días.',
  '{ country: ES, region: CT }',
);
const vacations = field(
  'vacaciones',
  listOf(object(parts.vacationFields)),
  'Days on which people are away.',
  'Días en que hay personas ausentes.',
  '[{ from: 2026-12-24, to: 2026-12-31, who: team }]',
);
const maintenanceWindows = field(
  'ventanas_mantenimiento',
  listOf(object(timesFields.window)),
  'When changes are welcome.',
  'Cuándo convienen los cambios.',
  '[{ days: [tue, thu], from: "22:00", to: "02:00" }]',
);

const environments = (en: string, es: string) =>
  field('entornos', listOf(object(parts.environmentFields)), en, es, '[{ name: PRO, production: true }]');

/** Fields of `.changebook/config.yaml`. */
export const configFields = {
  records: field(
    'registros',
    listOrOne(text),
    'Globs of the record files; without it every markdown file whose front matter has a known type.',
    'Patrones de los ficheros de registro; sin ello, todo markdown cuyo front matter tenga un tipo conocido.',
    '["changes/**/*.md"]',
  ),
  nested: field(
    'anidados',
    listOrOne(text),
    'Globs of the folders inside that are workspaces of their own, by their own `.changebook/`; every other one is reported, and its records are checked by this configuration.',
    'Patrones de las carpetas interiores que son espacios de trabajo propios, por su propio `.changebook/`; cualquier otra se señala y sus registros se comprueban con esta configuración.',
    '[packages/*]',
  ),
  id_pattern: field(
    'patron_id',
    text,
    'Regular expression that ids must match.',
    'Expresión regular que deben cumplir los identificadores.',
    '"^(PROC|CHG|TKT)-[A-Z0-9.-]+$"',
  ),
  ids: field(
    'identificadores',
    object(parts.idFields),
    'How new ids are made; without it they are numbered by year.',
    'Cómo se forman los identificadores nuevos; sin ello se numeran por año.',
    '{ form: "CHG-{customer}-{number}" }',
  ),
  timezone,
  language: field(
    'idioma',
    languageChoice,
    'Language of notices, commits and the command line.',
    'Idioma de avisos, commits y línea de órdenes.',
    'es',
  ),
  working_days: field(
    'dias_laborables',
    listOf(dayChoice),
    'Days on which people work.',
    'Días en que se trabaja.',
    '[mon, tue, wed, thu, fri]',
  ),
  business_hours: field(
    'horario',
    listOrOne(textOrObject(timesFields.businessHours, 'hours')),
    'Hours in which customers work; several spans where they have a break.',
    'Horas en que trabajan los clientes; varios tramos si hay una pausa.',
    '["09:00-14:00", "16:00-19:00"]',
  ),
  environments: environments(
    'Environments of everybody whose own file lists none, and which of them count as production; without any list names such as PRO, PRD, prod-eu and live do.',
    'Entornos de quien no los lista en su propio fichero, y cuáles cuentan como producción; sin lista alguna lo hacen nombres como PRO, PRD, prod-eu y live.',
  ),
  holidays,
  freezes: field(
    'congelaciones',
    listOf(object(timesFields.freeze)),
    'Periods without deployments.',
    'Periodos sin despliegues.',
    '[{ from: 2026-12-18, to: 2027-01-07, reason: Christmas, hard: true }]',
  ),
  maintenance_windows: maintenanceWindows,
  vacations,
  approvals: field(
    'aprobaciones',
    listOf(object(parts.approvalRuleFields)),
    'Roles that must approve, and when.',
    'Roles que deben aprobar, y cuándo.',
    '[{ roles: [quality_assurance, peer, operations] }]',
  ),
  people: parts.peopleField,
  parties: field(
    'partes',
    object(partyFields),
    'Who belongs to the parties that are the same for every customer; their contacts come besides.',
    'Quién forma las partes que son las mismas para todos los clientes; sus contactos se suman.',
    '{ project_team: [portal@example.org], support_team: help@example.org }',
  ),
  committers: field(
    'confirmadores',
    listOrOne(text),
    'Addresses of hosts that commit what others wrote, when they merge. An approval that anybody else committed for its author does not count.',
    'Direcciones de servidores que hacen el commit de lo que otros escribieron, al fusionar. No cuenta la aprobación cuyo commit hizo cualquier otro por su autor.',
    '[noreply@github.com]',
  ),
  reviews: parts.reviewsField,
  emergency: field(
    'emergencia',
    object(parts.emergencyFields),
    'What an emergency needs before it is deployed; the rest follows before it is done.',
    'Qué necesita una emergencia antes de desplegarse; lo demás sigue antes de cerrarla.',
    '{ approvals: [operations] }',
  ),
  performers: field(
    'ejecutores',
    listOf(object(parts.performerFields)),
    'Who may perform which deployment types.',
    'Quién puede realizar qué tipos de despliegue.',
    '[{ deployment_type: [3, 4], people: [Jordi Puig] }]',
  ),
  rules: field(
    'reglas',
    raw,
    'Severity and options by rule.',
    'Severidad y opciones por regla.',
    '{ format/sections: { severity: error } }',
  ),
  overrides: field(
    'excepciones',
    listOf(object(parts.overrideFields)),
    'Rules for some files only; the last that fits counts.',
    'Reglas solo para algunos ficheros; cuenta la última que encaja.',
    '[{ files: ["legacy/**"], rules: { format/sections: "off" } }]',
  ),
  fields: field(
    'campos',
    mapOf(object(ownFieldFields)),
    'Fields of your own, by name: records may have them beside those of the format.',
    'Campos propios, por nombre: los registros pueden tenerlos junto a los del formato.',
    '{ cost_center: { description: Who pays }, data_class: { values: [public, internal] } }',
  ),
  trackers: field(
    'gestores',
    listOf(object(parts.trackerFields)),
    'Outside trackers and how to link to them.',
    'Gestores externos y cómo enlazar con ellos.',
    '[{ pattern: "^ES-\\\\d+$", url: "https://support.example.org/{id}" }]',
  ),
  support: field(
    'soporte',
    object(parts.supportFields),
    'How to reach support.',
    'Cómo contactar con soporte.',
    '{ portal: https://support.example.org }',
  ),
  signature: field(
    'firma',
    object(parts.signatureFields),
    'Who signs notices, by language.',
    'Quién firma los avisos, por idioma.',
    '{ es: Equipo de plataforma, en: Platform team }',
  ),
  commit: field(
    'commit',
    object(parts.commitFields),
    'How commits are written and shared.',
    'Cómo se escriben y se comparten los commits.',
    '{ push: ask }',
  ),
  receipts: field(
    'justificantes',
    object(parts.receiptFields),
    'Receipts of what the gate decided.',
    'Los justificantes de lo que decidió la compuerta.',
    '{ signers: [deploy@example.org] }',
  ),
  release: field(
    'publicacion',
    object({ repository: repositoryField }),
    'What changes say of their release where they do not say otherwise.',
    'Lo que dicen los cambios de su publicación si no dicen otra cosa.',
    '{ repository: "https://git.example.org/portal" }',
  ),
  unrecorded,
  log,
  calendar: field(
    'calendario',
    object(parts.calendarFields),
    'How calendar files are made.',
    'Cómo se hacen los ficheros de calendario.',
    '{ domain: portal.example.org }',
  ),
  workflow: field(
    'flujo',
    raw,
    'The default workflow, or one of your own.',
    'El flujo por defecto, o uno propio.',
    'default',
  ),
};

/** Fields of `.changebook/customers/<key>.yaml`. */
export const customerFields = {
  name: field('nombre', text, 'Name of the customer.', 'Nombre del cliente.', 'Diba'),
  timezone,
  language: field(
    'idioma',
    languageChoice,
    'Language of the notices to the customer.',
    'Idioma de los avisos al cliente.',
    'es',
  ),
  managed_by: field('gestionado_por', managedByChoice, 'Who operates it.', 'Quién lo opera.', 'us'),
  partner: field(
    'socio',
    object(parts.partnerFields),
    'The partner who delegates to us, or operates it.',
    'El socio que nos delega la operación, o que lo opera.',
    '{ name: Partner SL }',
  ),
  environments: environments(
    'Environments, and which of them count as production.',
    'Entornos, y cuáles cuentan como producción.',
  ),
  contacts: field(
    'contactos',
    listOf(object(parts.contactFields)),
    'People to tell, by role.',
    'Personas a las que avisar, por rol.',
    '[{ name: Anna Serra, email: anna@example.org, role: manager }]',
  ),
  end_users: field(
    'usuarios_finales',
    text,
    'File with the addresses of the end users.',
    'Fichero con las direcciones de los usuarios finales.',
    'users/diba.csv',
  ),
  log,
  holidays,
  vacations,
  maintenance_windows: maintenanceWindows,
  status_page: field(
    'pagina_estado',
    text,
    'Address of the status page.',
    'Dirección de la página de estado.',
    'https://status.example.org/diba',
  ),
  conditions: field(
    'condiciones',
    listOf(text),
    'Words that steps ask for by `if=`: what is so at this customer.',
    'Palabras por las que preguntan los pasos con `si=`: lo que es así en este cliente.',
    '[am, pam]',
  ),
  contract_ends: field(
    'fin_contrato',
    date,
    'Last day of the hosting contract.',
    'Último día del contrato de alojamiento.',
    '2027-06-30',
  ),
};
