import { contactRoleChoice, pushChoice } from './choices';
import { field } from './fieldType';
import { boolean, date, integerChoice, listOf, listOrOne, mapOf, object, raw, text } from './fieldTypes';
import { timesFields } from './timesFields';

// The nested parts of the files under .changebook/: each table is the content of one field.

const from = field('desde', date, 'First day.', 'Primer día.', '2026-12-18');
const to = field('hasta', date, 'Last day, included.', 'Último día, incluido.', '2027-01-07');

export const holidayFields = {
  country: field('pais', text, 'Country by its ISO 3166 code.', 'País por su código ISO 3166.', 'ES'),
  region: field('region', text, 'Region by its code.', 'Región por su código.', 'CT'),
  dates: field(
    'fechas',
    listOf(object(timesFields.dayOff)),
    'Further days off.',
    'Otros días festivos.',
    '[{ date: 2026-12-07, name: Bridge day }]',
  ),
  except: field(
    'excepto',
    listOrOne(date),
    'Days on which people work, though the country has a holiday or the workspace a day off.',
    'Días en que se trabaja aunque sean festivos del país o del espacio de trabajo.',
    '[2026-05-04]',
  ),
};

export const vacationFields = {
  from,
  to,
  who: field('quien', text, 'Who is away.', 'Quién se ausenta.', 'team'),
};

export const emergencyFields = {
  approvals: field(
    'aprobaciones',
    listOrOne(text),
    'Roles that must approve an emergency before it is deployed; without it, any one that it needs.',
    'Roles que deben aprobar una emergencia antes de desplegarla; sin ello, uno cualquiera de los que necesita.',
    '[operations]',
  ),
};

export const approvalRuleFields = {
  when: field(
    'cuando',
    raw,
    'Values of closed fields for which the roles are needed; always without it.',
    'Valores de campos cerrados para los que hacen falta los roles; sin ello, siempre.',
    '{ deployment_type: [3, 4] }',
  ),
  roles: field(
    'roles',
    listOrOne(text),
    'Roles that must approve.',
    'Roles que deben aprobar.',
    '[quality_assurance, peer, operations]',
  ),
  holders: field(
    'titulares',
    mapOf(listOrOne(text)),
    'Who holds a role, by role: addresses, or names that `people` and the contacts know. Nobody else can approve in it.',
    'Quién tiene un rol, por rol: direcciones, o nombres que conozcan `personas` y los contactos. Nadie más puede aprobar en él.',
    '{ operations: [ops@example.org, Nil Roca] }',
  ),
};

const personFields = {
  name: field('nombre', text, 'Name of the person.', 'Nombre de la persona.', 'Laia Font'),
  addresses: field(
    'direcciones',
    listOrOne(text),
    'Addresses with which the person commits.',
    'Direcciones con las que hace sus commits.',
    '[laia@example.org, laia@home.example]',
  ),
  logins: field(
    'usuarios',
    listOrOne(text),
    'Logins with which the person reviews pull requests; `--reviews` counts these reviews.',
    'Nombres de usuario con los que revisa pull requests; `--reviews` cuenta esas revisiones.',
    '[laia-font]',
  ),
};

export const peopleField = field(
  'personas',
  listOf(object(personFields)),
  'People with their addresses: by which commits their approvals are recognised.',
  'Personas con sus direcciones: por qué commits se reconocen sus aprobaciones.',
  '[{ name: Laia Font, addresses: [laia@example.org, laia@home.example] }]',
);

const reviewFields = {
  committer: field(
    'confirmador',
    text,
    'Address of the account whose commits write reviews down; no other commit with a review counts.',
    'Dirección de la cuenta cuyos commits anotan revisiones; no cuenta ningún otro commit con una revisión.',
    'reviews@example.org',
  ),
};

export const reviewsField = field(
  'revisiones',
  object(reviewFields),
  'Whose commits may say that somebody approved in a review.',
  'Qué commits pueden decir que alguien aprobó en una revisión.',
  '{ committer: reviews@example.org }',
);

export const performerFields = {
  deployment_type: field(
    'tipo_despliegue',
    listOrOne(integerChoice(1, 2, 3, 4)),
    'Deployment types that it speaks of.',
    'Tipos de despliegue de los que trata.',
    '[3, 4]',
  ),
  people: field(
    'personas',
    listOf(text),
    'Who may perform them.',
    'Quién puede realizarlos.',
    '[Jordi Puig]',
  ),
};

export const overrideFields = {
  files: field(
    'ficheros',
    listOf(text),
    'Globs of the files that it holds for.',
    'Patrones de los ficheros a los que afecta.',
    '["legacy/**"]',
  ),
  rules: field(
    'reglas',
    raw,
    'Severity and options by rule.',
    'Severidad y opciones por regla.',
    '{ format/sections: { severity: "off" } }',
  ),
};

export const trackerFields = {
  pattern: field(
    'patron',
    text,
    'Regular expression of the ids.',
    'Expresión regular de los identificadores.',
    '"^ES-\\\\d+$"',
  ),
  url: field(
    'url',
    text,
    'Address of a ticket, with {id}.',
    'Dirección de un ticket, con {id}.',
    'https://support.example.org/{id}',
  ),
};

export const supportFields = {
  portal: field(
    'portal',
    text,
    'Address of the support portal.',
    'Dirección del portal de soporte.',
    'https://support.example.org',
  ),
  phone: field('telefono', text, 'Telephone of support.', 'Teléfono de soporte.', '"+34 900 000 000"'),
  email: field('correo', text, 'Mail address of support.', 'Correo de soporte.', 'help@example.org'),
};

export const signatureFields = {
  es: field(
    'es',
    text,
    'Signature of Spanish notices.',
    'Firma de los avisos en español.',
    'Equipo de plataforma',
  ),
  en: field('en', text, 'Signature of English notices.', 'Firma de los avisos en inglés.', 'Platform team'),
};

export const commitFields = {
  signed: field(
    'firmados',
    boolean,
    'Whether an approval counts only in a commit with a good signature.',
    'Si una aprobación solo cuenta en un commit con una firma válida.',
    'true',
  ),
  push: field(
    'enviar',
    pushChoice,
    'Whether commits are pushed; a repository may only be more cautious than the user.',
    'Si los commits se envían; un repositorio solo puede ser más prudente que el usuario.',
    'ask',
  ),
  subject: field(
    'asunto',
    text,
    'Form of the subject of commits, with `{id}`, `{action}`, `{target}`, `{done}` and `{total}`; a part in brackets is left out where it has no values.',
    'Forma del asunto de los commits, con `{id}`, `{action}`, `{target}`, `{done}` y `{total}`; una parte entre paréntesis se omite donde no tiene valores.',
    '"{id}: {action} {target} ({done}/{total})"',
  ),
};

export const receiptFields = {
  signers: field(
    'firmantes',
    listOrOne(text),
    'Whose signature of a receipt counts: people, or keys by their fingerprints (`SHA256:…` of SSH, the 40 digits of OpenPGP). With it, a receipt that none of them signed is told by `verify`.',
    'De quién cuenta la firma de un justificante: personas, o claves por su huella (`SHA256:…` de SSH, los 40 dígitos de OpenPGP). Con ello, `verify` señala el justificante que no firmó ninguno.',
    '[deploy@example.org]',
  ),
};

export const idFields = {
  form: field(
    'forma',
    text,
    'Form of the ids of new changes, with `{number}` (one more than the highest that is like it otherwise) or `{random}`, and `{year}`, `{date}` and `{customer}` (its key); it must fit `id_pattern`.',
    'Forma de los identificadores de los cambios nuevos, con `{number}` (uno más que el mayor que en lo demás sea igual) o `{random}`, y `{year}`, `{date}` y `{customer}` (su clave); debe cumplir `patron_id`.',
    '"CHG-{year}-{number}"',
  ),
};

export const calendarFields = {
  domain: field(
    'dominio',
    text,
    'Name of a host that stands in the ids of calendar entries, so that workspaces whose changes have the same ids do not share them. Whoever changes it hands out new entries.',
    'Nombre de host que va en los identificadores de las entradas de calendario, para que no los compartan espacios de trabajo con los mismos identificadores de cambio. Si se cambia, las entradas son otras.',
    'portal.example.org',
  ),
};

export const environmentFields = {
  name: field('nombre', text, 'Name of the environment.', 'Nombre del entorno.', 'PRO'),
  production: field(
    'produccion',
    boolean,
    'Whether it counts as production.',
    'Si cuenta como producción.',
    'true',
  ),
  aliases: field(
    'alias',
    listOrOne(text),
    'Other names by which changes call it.',
    'Otros nombres con que la llaman los cambios.',
    '[live]',
  ),
  reason: field(
    'motivo',
    text,
    'Why it counts as production.',
    'Por qué cuenta como producción.',
    'holds production data',
  ),
  updated: field(
    'actualizado',
    date,
    'Day of its last update.',
    'Día de su última actualización.',
    '2026-10-02',
  ),
};

export const contactFields = {
  name: field('nombre', text, 'Name of the person.', 'Nombre de la persona.', 'Anna Serra'),
  email: field('correo', text, 'Mail address.', 'Correo electrónico.', 'anna@example.org'),
  role: field('rol', contactRoleChoice, 'What the person answers for.', 'De qué responde.', 'manager'),
};

export const partnerFields = {
  name: field('nombre', text, 'Name of the partner.', 'Nombre del socio.', 'Partner SL'),
  contacts: field(
    'contactos',
    listOf(object(contactFields)),
    'People of the partner to tell.',
    'Personas del socio a las que avisar.',
    '[{ email: ops@partner.example }]',
  ),
};
