import { firstPlace, indentTitle, problemMessages } from '../../findings/problemReports';
import { defineRule } from '../defineRule';

/** `config/invalid`: the files under `.changebook/` say what the format knows. */
export const invalid = defineRule({
  id: 'config/invalid',
  scope: 'config',
  severity: 'error',
  title: { en: 'Configuration that cannot be used', es: 'Configuración que no se puede usar' },
  explanation: {
    en: 'The files under `.changebook/` are checked like records: known keys, values of the right kind, days that exist, time zones that the machine knows, patterns that can be read, rules that exist. What is wrong is left out and everything else still counts. A folder inside of the workspace with a configuration of its own is a workspace of its own only where `nested` names it; else it is reported, and its records are checked by the outer configuration. A glob of `records` that fits no file is a warning, unless it names a folder such as `changes`, `procedures` or `tickets`, which may still be empty.',
    es: 'Los ficheros de `.changebook/` se comprueban como los registros: claves conocidas, valores de la clase debida, días que existen, zonas horarias conocidas, patrones legibles, reglas que existen. Lo que esté mal se deja fuera y lo demás sigue valiendo. Una carpeta interior con configuración propia es un espacio de trabajo propio solo si `anidados` la nombra; si no, se señala y sus registros se comprueban con la configuración exterior. Un patrón de `registros` con el que no encaja ningún fichero es una advertencia, salvo que nombre una carpeta como `changes`, `procedures` o `tickets`, que puede estar aún vacía.',
  },
  messages: {
    ...problemMessages,
    first: firstPlace,
    conditionField: {
      en: 'A condition knows no “{value}”.{hint} It may ask for {known}.',
      es: 'Una condición no conoce «{value}».{hint} Puede preguntar por {known}.',
    },
    conditionValue: {
      en: '“{value}” is not a value of this field.{hint} It may be {known}.',
      es: '«{value}» no es un valor de este campo.{hint} Puede ser {known}.',
    },
    day: {
      en: '“{value}” is not a day of the calendar; write it as 2026-11-24.',
      es: '«{value}» no es un día del calendario; escríbelo como 2026-11-24.',
    },
    zone: {
      en: 'There is no time zone “{value}”; use an IANA name such as Europe/Madrid.{hint}',
      es: 'No existe la zona horaria «{value}»; usa un nombre IANA como Europe/Madrid.{hint}',
    },
    pattern: {
      en: '“{value}” is not a regular expression: {reason}.',
      es: '«{value}» no es una expresión regular: {reason}.',
    },
    glob: {
      en: '“{value}” is too long, or has too many stars and braces, to be tried on every path.',
      es: '«{value}» es demasiado largo, o tiene demasiados asteriscos y llaves, para probarlo con cada ruta.',
    },
    emptyGlob: {
      en: 'No file fits “{value}”, so it finds no record: correct it, or take it out.',
      es: 'Ningún fichero encaja con «{value}», así que no encuentra ningún registro: corrígelo o quítalo.',
    },
    leftOut: {
      en: 'There is no record here, but {count} {count|file is|files are} named like one, this one first. `records` of the configuration leaves {count|it|them} out: add the folder there.',
      es: 'Aquí no hay ningún registro, pero {count} {count|fichero se llama como si lo fuera|ficheros se llaman como si lo fueran}, este el primero. `registros` de la configuración {count|lo|los} deja fuera: añade allí la carpeta.',
    },
    ignored: {
      en: 'There is no record here, but {count} {count|file is|files are} named like one, this one first. Git is told to ignore {count|it|them}, so nothing reads {count|it|them}: take {count|it|them} out of .gitignore.',
      es: 'Aquí no hay ningún registro, pero {count} {count|fichero se llama como si lo fuera|ficheros se llaman como si lo fueran}, este el primero. Git {count|lo|los} ignora, así que nada {count|lo|los} lee: {count|quítalo|quítalos} de .gitignore.',
    },
    ending: {
      en: 'There is no record here, but {count} {count|file is|files are} named like one, this one first. Only names that end in .md are read: rename {count|it|them}.',
      es: 'Aquí no hay ningún registro, pero {count} {count|fichero se llama como si lo fuera|ficheros se llaman como si lo fueran}, este el primero. Solo se leen los nombres que acaban en .md: {count|cámbiale|cámbiales} el nombre.',
    },
    mistyped: {
      en: 'There is no record here, but {count} {count|file has|files have} a `type` that is nearly one of those that records have, this one first. Write `type` and procedure, change or ticket as they are written here.',
      es: 'Aquí no hay ningún registro, pero {count} {count|fichero tiene|ficheros tienen} un `tipo` que es casi uno de los que tienen los registros, este el primero. Escribe `tipo` y procedimiento, cambio o incidencia tal como están aquí.',
    },
    enclosed: {
      en: 'The configuration of “{value}” does not count: the folder lies inside of this workspace, whose configuration does not name it, and its records are checked by that. Add it to `nested` there, or remove this one.',
      es: 'La configuración de «{value}» no cuenta: la carpeta está dentro de este espacio de trabajo, cuya configuración no la nombra, y es esa la que comprueba sus registros. Añádela allí a `anidados` o quita esta.',
    },
    order: {
      en: 'The last day “{value}” lies before the first one “{from}”.',
      es: 'El último día «{value}» es anterior al primero «{from}».',
    },
    orderHours: {
      en: '“{value}” is not later than “{from}”.',
      es: '«{value}» no es posterior a «{from}».',
    },
    notWhen: {
      en: '“{value}” is not a time; write a day (2026-12-18), a day with an hour (2026-12-18 18:00) or an hour ("18:00"), and another zone as `zone`.',
      es: '«{value}» no es un momento; escribe un día (2026-12-18), un día con hora (2026-12-18 18:00) o una hora ("18:00"), y otra zona como `zona`.',
    },
    noWhen: {
      en: 'This does not say when it is; add `from` and `to`, or `days`.',
      es: 'Esto no dice cuándo es; añade `desde` y `hasta`, o `dias`.',
    },
    datedRecurs: {
      en: '“{key}” is about what comes again, and this is one period between days; write those as `since` and `until`, or take this out.',
      es: '«{key}» trata de lo que se repite, y esto es un solo período entre días; escríbelos como `vigente_desde` y `vigente_hasta`, o quita esto.',
    },
    dateTwice: {
      en: 'This already has its day as `date`; write an hour here, or take `date` out.',
      es: 'Esto ya tiene su día como `fecha`; escribe aquí una hora, o quita `fecha`.',
    },
    hoursTwice: {
      en: 'The hours are given already by `from` and `to`; keep one of the two.',
      es: 'Las horas ya están en `desde` y `hasta`; deja solo una de las dos cosas.',
    },
    never: {
      en: 'This never happens: there is no such day. Correct it, or take it out.',
      es: 'Esto no ocurre nunca: no hay ningún día así. Corrígelo o quítalo.',
    },
    unknownRole: {
      en: 'No role “{value}” approves anything here, so nobody could be known to hold it.{hint}',
      es: 'Ningún rol «{value}» aprueba nada aquí, así que nadie podría tenerlo.{hint}',
    },
    unknownEnvironment: {
      en: 'There is no environment “{value}” in the configuration.{hint}',
      es: 'No existe el entorno «{value}» en la configuración.{hint}',
    },
    rule: { en: 'There is no rule “{value}”.{hint}', es: 'No existe la regla «{value}».{hint}' },
    severity: {
      en: '“{value}” is not a severity; use off, info, warning or error.{hint}',
      es: '«{value}» no es una severidad; usa off, info, warning o error.{hint}',
    },
    option: {
      en: 'The rule {rule} has no option “{value}”.{hint}',
      es: 'La regla {rule} no tiene la opción «{value}».{hint}',
    },
    optionValue: {
      en: 'The option “{value}” of {rule} must be {expected}.',
      es: 'La opción «{value}» de {rule} debe ser {expected}.',
    },
    setting: {
      en: 'A severity (off, info, warning, error) or a mapping with `severity` and options must stand here.',
      es: 'Aquí debe haber una severidad (off, info, warning, error) o un conjunto con `severity` y opciones.',
    },
    path: {
      en: '“{value}” must be a path inside the workspace.',
      es: '«{value}» debe ser una ruta dentro del espacio de trabajo.',
    },
    sameName: {
      en: 'The customer “{value}” is also described in {other}.',
      es: 'El cliente «{value}» también se describe en {other}.',
    },
    country: {
      en: '“{value}” is not a country whose holidays are known; use its ISO 3166 code, such as ES.{hint}',
      es: '«{value}» no es un país cuyos festivos se conozcan; usa su código ISO 3166, como ES.{hint}',
    },
    region: {
      en: '“{value}” is not a region of {country}; it may be {list}.{hint}',
      es: '«{value}» no es una región de {country}; puede ser {list}.{hint}',
    },
    noCountry: {
      en: '“{value}” is a region of no country; add `country`, such as ES.',
      es: '«{value}» no es una región de ningún país; añade `pais`, como ES.',
    },
    noRegions: {
      en: 'No regions are known of {country}, so “{value}” cannot be one; remove it.',
      es: 'No se conocen regiones de {country}, así que «{value}» no puede serlo; quítala.',
    },
    hours: {
      en: '“{value}” is not a span of hours; write it as "09:00-18:00".',
      es: '«{value}» no es un tramo de horas; escríbelo como "09:00-18:00".',
    },
    placeholder: {
      en: 'A subject knows no “{value}”.{hint} It may name {known}.',
      es: 'Un asunto no conoce «{value}».{hint} Puede nombrar {known}.',
    },
    idPart: {
      en: 'A form of ids knows no “{value}”.{hint} It may name {known}.',
      es: 'Una forma de identificadores no conoce «{value}».{hint} Puede nombrar {known}.',
    },
    idAlike: {
      en: 'By “{value}” all ids would be alike: write {number} or {random} into it.',
      es: 'Con «{value}» todos los identificadores serían iguales: escribe en él {number} o {random}.',
    },
    idForm: {
      en: '“{value}” would make ids such as {id}, which do not fit the pattern {pattern}: change the form, or `id_pattern`.',
      es: '«{value}» formaría identificadores como {id}, que no cumplen el patrón {pattern}: cambia la forma, o `patron_id`.',
    },
    domain: {
      en: '“{value}” is not the name of a host; write it as portal.example.org.',
      es: '«{value}» no es un nombre de host; escríbelo como portal.example.org.',
    },
    logColumn: {
      en: '“{value}” is no column of the log, and no field of your own.{hint}',
      es: '«{value}» no es una columna de la bitácora ni un campo propio.{hint}',
    },
    logHeading: {
      en: 'This column says neither what it tells (`column`) nor what stands above it (`heading`).',
      es: 'Esta columna no dice ni qué cuenta (`columna`) ni qué figura encima (`encabezado`).',
    },
    logBoth: {
      en: 'A column has `text` that is the same in each row, or tells something of the change (`column`): not both.',
      es: 'Una columna tiene un `texto` igual en cada fila o cuenta algo del cambio (`columna`): no ambas cosas.',
    },
    ownTaken: {
      en: 'The format has a field “{value}” already: give yours another name.',
      es: 'El formato ya tiene un campo «{value}»: ponle otro nombre al tuyo.',
    },
    ownName: {
      en: '“{value}” cannot be the name of a field: it begins with a letter, and has letters, digits, “-” and “_” only.',
      es: '«{value}» no puede ser el nombre de un campo: empieza por una letra y solo tiene letras, cifras, «-» y «_».',
    },
    ownValues: {
      en: 'Only texts and lists have listed values: leave “type” out, or the values.',
      es: 'Solo los textos y las listas tienen valores contados: quita «tipo», o los valores.',
    },
    unrecordedLacks: {
      en: 'A deployment that needs no record says what it is (`match`), who says so (`by`) and why (`reason`); without `{key}` this row counts for nothing.',
      es: 'Un despliegue que no necesita registro dice cuál es (`coincide`), quién lo dice (`por`) y por qué (`motivo`); sin `{key}` esta fila no cuenta para nada.',
    },
    unrecordedAll: {
      en: '“{value}” fits every deployment, so this row counts for nothing: name those that need no record.',
      es: '«{value}» vale para cualquier despliegue, así que esta fila no cuenta para nada: indica los que no necesitan registro.',
    },
    noAddress: {
      en: 'No address is known of “{value}”: write it as Name <address>, or add the person to `people`.',
      es: 'No se conoce ninguna dirección de «{value}»: escríbela como Nombre <dirección>, o añade la persona a `personas`.',
    },
    sharedLogin: {
      en: 'The login “{value}” stands with another person as well: reviews by it count for nobody.',
      es: 'El usuario «{value}» lo tiene también otra persona: sus revisiones no cuentan para nadie.',
    },
    unknownCustomer: {
      en: 'There is no customer “{value}”.{hint}',
      es: 'No existe el cliente «{value}».{hint}',
    },
  },
  fixTitles: { rename: { en: 'Change to “{name}”', es: 'Cambiar por «{name}»' }, indent: indentTitle },
});
