import { titleOf } from '../index/summarise';
import { isRequiredStep, relevantSteps } from '../model/parse/stepGates';
import { changelogKinds } from '../model/text/changelogKinds';
import type { Language } from '../model/text/localized';
import { percentOf } from '../model/text/percentOf';
import { plainName } from '../model/text/plainName';
import { momentOf } from '../model/time/dateTime';
import { phaseWindows } from '../model/time/phaseWindows';
import { impactLevelChoice, outcomeChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import type { NoticeInput } from './noticeInput';
import { list, text, variablesFrom } from './noticeVariable';
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

/** A value of a fixed set in words of the reader's language. */
function meaningOf(choices: ChoiceTable, value: string | undefined, language: Language): string | undefined {
  const row = value !== undefined && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return row?.[1][language].toLowerCase();
}

function percent({ record }: NoticeInput): string | undefined {
  const { passed, total } = record.data.tests ?? {};
  return passed === undefined || !total ? undefined : String(Math.floor((passed * 100) / total));
}

function rollbackState({ record }: NoticeInput): string | undefined {
  if (!record.data.actual?.rollback) return undefined;
  const isOver = record.data.outcome !== undefined || !relevantSteps(record).some(isRequiredStep);
  return isOver ? 'over' : 'under_way';
}

const part = (en: string, es: string) => ({ en, es });

const changelogVariables = Object.fromEntries(
  changelogKinds.map((kind) => {
    const [en, es] = changelogWords[kind];
    const details = { field: 'changelog', value: ({ notes }: NoticeInput) => notes[kind] };
    const row = list(`${en}, from the section Changelog.`, `${es}, de la sección Cambios.`, details);
    return [`changelog.${kind}`, row];
  }),
);

/** The environments of a change; of one that was rolled back between its phases those that it had reached. */
function reachedEnvironments({ record, zone, now }: NoticeInput): readonly string[] | undefined {
  const { environments, schedule, actual } = record.data;
  const back = actual?.rollback && (momentOf(actual.rollback.at, zone) ?? now);
  const begun = back === undefined ? [] : phaseWindows(schedule, zone).filter(({ start }) => start <= back);
  if (begun.length === 0) return environments;
  return environments?.filter((name) => begun.some((phase) => isIn(phase.environments, name)));
}

/** Whether a phase is about an environment; one that names none is about all. */
function isIn(environments: readonly string[] | undefined, wanted: string): boolean {
  return environments?.some((name) => plainName(name) === plainName(wanted)) ?? true;
}

/** What the change is and what it brings. */
export const contentVariables = variablesFrom({
  id: text('Id of the change.', 'Identificador del cambio.'),
  title: text('Title of the change.', 'Título del cambio.', { value: ({ record }) => titleOf(record) }),
  summary: text('First paragraph of the section Summary.', 'Primer párrafo de la sección Resumen.', {
    value: ({ notes }) => notes.summary,
  }),
  environments: text(
    'The environments, in a row; once it is rolled back those of the phases that had begun.',
    'Los entornos, seguidos; si se revierte, los de las fases que habían empezado.',
    { value: (input) => reachedEnvironments(input)?.join(', ') },
  ),
  procedure: text('Procedure that it follows.', 'Procedimiento que sigue.'),
  'impact.description': text('What people notice.', 'Qué se nota.'),
  'impact.level': text('How much is at stake, in words.', 'Cuánto está en juego, en palabras.', {
    value: ({ record, language }) =>
      meaningOf(impactLevelChoice.choices, record.data.impact?.level, language),
  }),
  justification: text('Why it is done.', 'Por qué se hace.'),
  'risk.likelihood': text(
    'How likely people think it is to fail, in words.',
    'Cuánta probabilidad se cree que hay de que falle, en palabras.',
    {
      value: ({ record, language }) =>
        meaningOf(impactLevelChoice.choices, record.data.risk?.likelihood, language),
    },
  ),
  'risk.impact': text(
    'What people think a failure would do, in words.',
    'Qué consecuencias se cree que tendría un fallo, en palabras.',
    {
      value: ({ record, language }) =>
        meaningOf(impactLevelChoice.choices, record.data.risk?.impact, language),
    },
  ),
  links: list('Dashboards, runbooks and designs.', 'Paneles, manuales y diseños.', {
    value: ({ record }) => record.data.links?.map((link) => ({ ...link, title: link.title ?? link.url })),
    parts: {
      title: part('Title, else the address.', 'Título o, si falta, la dirección.'),
      url: part('Address, or path in the repository.', 'Dirección, o ruta del repositorio.'),
      kind: part('`dashboard`, `runbook` or `design`.', '`dashboard`, `runbook` o `design`.'),
      threshold: part('What it shows while all is well.', 'Qué muestra mientras todo va bien.'),
    },
  }),
  outcome: text(
    'How it ended: `successful`, `rolled_back`, `superseded`, `failed`.',
    'Cómo terminó: `successful`, `rolled_back`, `superseded`, `failed`.',
    { value: ({ record }) => reportedOutcome(record) },
  ),
  outcome_text: text('How it ended, in words.', 'Cómo terminó, en palabras.', {
    field: 'outcome',
    value: ({ record, language }) => meaningOf(outcomeChoice.choices, reportedOutcome(record), language),
  }),
  features: list('Key functionality.', 'Funcionalidad clave.'),
  feature_flags: list('Feature flags.', 'Feature flags.'),
  restarts: list('What is restarted.', 'Lo que se reinicia.'),
  components: list('Components.', 'Componentes.', {
    parts: {
      name: part('Name.', 'Nombre.'),
      from: part('Version before.', 'Versión anterior.'),
      to: part('Version after.', 'Versión posterior.'),
    },
  }),
  tickets: list('Tickets and mails that it delivers.', 'Tickets y correos que entrega.', {
    value: ticketItems,
    parts: {
      id: part('Id.', 'Identificador.'),
      title: part('Title, of a mail its subject.', 'Título; de un correo, su asunto.'),
      label: part('Id and title.', 'Identificador y título.'),
      url: part('Address in its tracker.', 'Dirección en su gestor.'),
      status: part('State.', 'Estado.'),
      mail: part('Subject of the mail that stands for a ticket.', 'Asunto del correo que hace de ticket.'),
    },
  }),
  ...changelogVariables,
  'changelog.other': list(
    'What the Changelog lists below no such heading.',
    'Lo que Cambios enumera sin ese encabezado.',
    { field: 'changelog', value: ({ notes }) => notes.other },
  ),
  'release.version': text('Version that is released.', 'Versión que se publica.'),
  'release.tag': text('Tag in git.', 'Etiqueta en git.'),
  'release.branch': text('Branch in git.', 'Rama en git.'),
  'release.artifact': text('What is deployed.', 'Lo que se despliega.'),
  'release.variables': list('New environment variables.', 'Variables de entorno nuevas.', {
    parts: {
      name: part('Name.', 'Nombre.'),
      purpose: part('What it is for.', 'Para qué sirve.'),
      default: part('What holds where it is not set.', 'Lo que vale si no se define.'),
    },
  }),
  migrations: list('Database migrations.', 'Migraciones de base de datos.', {
    field: 'database',
    value: ({ record }) =>
      record.data.database?.map(({ migration, reversible, restore }) => ({
        name: migration,
        reversible: reversible === undefined ? undefined : reversible ? 'yes' : 'no',
        restore,
      })),
    parts: {
      name: part('Name or number.', 'Nombre o número.'),
      reversible: part('`yes` or `no`.', '`yes` o `no`.'),
      restore: part('How to restore.', 'Cómo se restaura.'),
    },
  }),
  'tests.passed': text('Tests passed.', 'Pruebas superadas.'),
  'tests.total': text('All tests.', 'Todas las pruebas.'),
  'tests.percent': text(
    'Share of tests passed, in whole percent.',
    'Parte de pruebas superadas, en tanto por ciento.',
    { field: 'tests.passed', value: percent },
  ),
  'tests.coverage': text(
    'Share of the code that the automatic tests run through, in percent.',
    'Parte del código que recorren las pruebas automáticas, en tanto por ciento.',
    { value: ({ record }) => percentOf(record.data.tests?.coverage)?.toString() },
  ),
  'tests.run': text('Name of the test run.', 'Nombre de la ejecución.'),
  'tests.validated_in': text('Environments in which it was validated.', 'Entornos en los que se validó.', {
    value: ({ record }) => record.data.tests?.validated_in?.join(', '),
  }),
  'tests.progression': list('Scenarios of what is new.', 'Escenarios de lo nuevo.', {
    field: 'tests',
    value: ({ notes }) => notes.progression,
  }),
  'tests.regression': list(
    'Scenarios of what must work as before.',
    'Escenarios de lo que debe seguir igual.',
    { field: 'tests', value: ({ notes }) => notes.regression },
  ),
  'rollback.to': text('Version to go back to.', 'Versión a la que se vuelve.'),
  'rollback.duration': text(
    'How long going back takes, in words.',
    'Cuánto se tarda en volver, en palabras.',
    { value: ({ record, language }) => durationInWords(record.data.rollback?.duration, language) },
  ),
  'rollback.responsible': list(
    'Who decides on going back, and who does it.',
    'Quién decide la reversión y quién la hace.',
  ),
  'rollback.text': text(
    'First paragraph of the section Rollback.',
    'Primer párrafo de la sección Reversión.',
    {
      field: 'rollback',
      value: ({ notes }) => notes.rollback,
    },
  ),
  'rollback.state': text(
    'Where the change is rolled back: `under_way` while steps of the rollback are open, then `over`.',
    'Si el cambio se revierte: `under_way` mientras queden pasos de la reversión, después `over`.',
    { field: 'actual.rollback', value: rollbackState },
  ),
  'rollback.reason': text('Why it is rolled back.', 'Por qué se revierte.', {
    field: 'actual.rollback.reason',
  }),
  expected_outcome: text('What is expected of it.', 'Qué se espera de él.'),
  abort_criteria: list('Conditions under which it is rolled back.', 'Condiciones con las que se revierte.'),
  review: text('First paragraph of the section Review.', 'Primer párrafo de la sección Revisión.', {
    value: ({ notes }) => notes.review,
  }),
});
