import { titleOf } from '../index/summarise';
import { changelogKinds } from '../model/text/changelogKinds';
import type { Language } from '../model/text/localized';
import { impactLevelChoice, outcomeChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import type { NoticeInput } from './noticeInput';
import { listVariable, type NoticeVariable, textVariable } from './noticeVariable';
import { reportedOutcome } from './sendObstacle';
import { ticketItems } from './ticketItems';
import { durationInWords } from './timeInWords';

const changelogWords = {
  added: ['New features', 'Novedades'],
  changed: ['What works differently', 'Lo que cambia'],
  deprecated: ['What will go away', 'Lo que va a desaparecer'],
  removed: ['What is gone', 'Lo que desaparece'],
  fixed: ['Fixes', 'Correcciones'],
  security: ['Security fixes', 'Correcciones de seguridad'],
} as const;

/** A closed value as a word of the reader's language. */
function meaningOf(choices: ChoiceTable, value: string | undefined, language: Language): string | undefined {
  const row = value !== undefined && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return row?.[1][language].toLowerCase();
}

function namesOf(list: readonly string[] | undefined): string | undefined {
  return list?.length ? list.join(', ') : undefined;
}

function percent({ record }: NoticeInput): string | undefined {
  const { passed, total } = record.data.tests ?? {};
  return passed === undefined || !total ? undefined : String(Math.floor((passed * 100) / total));
}

const part = (en: string, es: string) => ({ en, es });

/** What the change is and what it brings. */
export const contentVariables: readonly NoticeVariable[] = [
  textVariable('id', 'id', 'Id of the change.', 'Identificador del cambio.', ({ record }) => record.data.id),
  textVariable(
    'title',
    'title',
    'Title of the change.',
    'Título del cambio.',
    ({ record }) => titleOf(record) || undefined,
  ),
  textVariable(
    'summary',
    'summary',
    'First paragraph of the section Summary.',
    'Primer párrafo de la sección Resumen.',
    ({ notes }) => notes.summary,
  ),
  textVariable(
    'environments',
    'environments',
    'The environments, in a row.',
    'Los entornos, seguidos.',
    ({ record }) => namesOf(record.data.environments),
  ),
  textVariable(
    'procedure',
    'procedure',
    'Procedure that it follows.',
    'Procedimiento que sigue.',
    ({ record }) => record.data.procedure,
  ),
  textVariable(
    'impact.description',
    'impact.description',
    'What people notice.',
    'Qué se nota.',
    ({ record }) => record.data.impact?.description,
  ),
  textVariable(
    'impact.level',
    'impact.level',
    'How much is at stake, in words.',
    'Cuánto está en juego, en palabras.',
    ({ record, language }) => meaningOf(impactLevelChoice.choices, record.data.impact?.level, language),
  ),
  textVariable(
    'outcome',
    'outcome',
    'How it ended: `successful`, `rolled_back`, `superseded`, `failed`.',
    'Cómo terminó: `successful`, `rolled_back`, `superseded`, `failed`.',
    ({ record }) => reportedOutcome(record),
  ),
  textVariable(
    'outcome_text',
    'outcome',
    'How it ended, in words.',
    'Cómo terminó, en palabras.',
    ({ record, language }) => meaningOf(outcomeChoice.choices, reportedOutcome(record), language),
  ),
  listVariable(
    'features',
    'features',
    'Key functionality.',
    'Funcionalidad clave.',
    ({ record }) => record.data.features,
  ),
  listVariable(
    'feature_flags',
    'feature_flags',
    'Feature flags.',
    'Feature flags.',
    ({ record }) => record.data.feature_flags,
  ),
  listVariable(
    'restarts',
    'restarts',
    'What is restarted.',
    'Lo que se reinicia.',
    ({ record }) => record.data.restarts,
  ),
  listVariable(
    'components',
    'components',
    'Components.',
    'Componentes.',
    ({ record }) => record.data.components?.map(({ name, from, to }) => ({ name, from, to })),
    {
      name: part('Name.', 'Nombre.'),
      from: part('Version before.', 'Versión anterior.'),
      to: part('Version after.', 'Versión posterior.'),
    },
  ),
  listVariable(
    'tickets',
    'tickets',
    'Tickets and mails that it delivers.',
    'Tickets y correos que entrega.',
    ticketItems,
    {
      id: part('Id.', 'Identificador.'),
      title: part('Title, of a mail its subject.', 'Título; de un correo, su asunto.'),
      label: part('Id and title.', 'Identificador y título.'),
      url: part('Address in its tracker.', 'Dirección en su gestor.'),
      status: part('State.', 'Estado.'),
      mail: part('Subject of the mail that stands for a ticket.', 'Asunto del correo que hace de ticket.'),
    },
  ),
  ...changelogKinds.map((kind) => {
    const [en, es] = changelogWords[kind];
    return listVariable(
      `changelog.${kind}`,
      'changelog',
      `${en}, from the section Changelog.`,
      `${es}, de la sección Cambios.`,
      ({ notes }) => notes[kind],
    );
  }),
  listVariable(
    'changelog.other',
    'changelog',
    'What the Changelog lists below no such heading.',
    'Lo que Cambios enumera sin ese encabezado.',
    ({ notes }) => notes.other,
  ),
  textVariable(
    'release.version',
    'release.version',
    'Version that is released.',
    'Versión que se publica.',
    ({ record }) => record.data.release?.version,
  ),
  textVariable(
    'release.tag',
    'release.tag',
    'Tag in git.',
    'Etiqueta en git.',
    ({ record }) => record.data.release?.tag,
  ),
  textVariable(
    'release.branch',
    'release.branch',
    'Branch in git.',
    'Rama en git.',
    ({ record }) => record.data.release?.branch,
  ),
  textVariable(
    'release.artifact',
    'release.artifact',
    'What is deployed.',
    'Lo que se despliega.',
    ({ record }) => record.data.release?.artifact,
  ),
  listVariable(
    'migrations',
    'database',
    'Database migrations.',
    'Migraciones de base de datos.',
    ({ record }) =>
      record.data.database?.map(({ migration, reversible, restore }) => ({
        name: migration,
        ...{ reversible: reversible === undefined ? undefined : reversible ? 'yes' : 'no', restore },
      })),
    {
      name: part('Name or number.', 'Nombre o número.'),
      reversible: part('`yes` or `no`.', '`yes` o `no`.'),
      restore: part('How to restore.', 'Cómo se restaura.'),
    },
  ),
  textVariable('tests.passed', 'tests.passed', 'Tests passed.', 'Pruebas superadas.', ({ record }) =>
    record.data.tests?.passed?.toString(),
  ),
  textVariable('tests.total', 'tests.total', 'All tests.', 'Todas las pruebas.', ({ record }) =>
    record.data.tests?.total?.toString(),
  ),
  textVariable(
    'tests.percent',
    'tests.passed',
    'Share of tests passed, in whole percent.',
    'Parte de pruebas superadas, en tanto por ciento.',
    percent,
  ),
  textVariable(
    'tests.run',
    'tests.run',
    'Name of the test run.',
    'Nombre de la ejecución.',
    ({ record }) => record.data.tests?.run,
  ),
  textVariable(
    'tests.validated_in',
    'tests.validated_in',
    'Environments in which it was validated.',
    'Entornos en los que se validó.',
    ({ record }) => namesOf(record.data.tests?.validated_in),
  ),
  listVariable(
    'tests.progression',
    'tests',
    'Scenarios of what is new.',
    'Escenarios de lo nuevo.',
    ({ notes }) => notes.progression,
  ),
  listVariable(
    'tests.regression',
    'tests',
    'Scenarios of what must work as before.',
    'Escenarios de lo que debe seguir igual.',
    ({ notes }) => notes.regression,
  ),
  textVariable(
    'rollback.to',
    'rollback.to',
    'Version to go back to.',
    'Versión a la que se vuelve.',
    ({ record }) => record.data.rollback?.to,
  ),
  textVariable(
    'rollback.duration',
    'rollback.duration',
    'How long going back takes, in words.',
    'Cuánto se tarda en volver, en palabras.',
    ({ record, language }) => durationInWords(record.data.rollback?.duration, language),
  ),
  textVariable(
    'rollback.text',
    'rollback',
    'First paragraph of the section Rollback.',
    'Primer párrafo de la sección Reversión.',
    ({ notes }) => notes.rollback,
  ),
  textVariable(
    'review',
    'review',
    'First paragraph of the section Review.',
    'Primer párrafo de la sección Revisión.',
    ({ notes }) => notes.review,
  ),
];
