import type { WorkspaceConfig } from '../config/workspaceConfig';
import { fillIn, type Localized, localized, type MessageArgs } from '../model/text/localized';

/** What is known of a workspace that is set up already. */
interface KnownParts {
  readonly config: Pick<WorkspaceConfig, 'data'>;
  /** The file of the configuration, where it cannot be used as it is. */
  readonly wrong: string | undefined;
  readonly hasProcedure: boolean;
  /** Whether a host runs pipelines for the repository, none of which names the program. */
  readonly lacksPipeline: boolean;
  /** Whether git is asked to merge records by us, and cannot in this clone. */
  readonly lacksDriver: boolean;
  /** The file of the configuration, where no commit has it. */
  readonly uncommitted: string | undefined;
}

const texts = {
  uncommitted: {
    en: 'a commit with {file} (git init where there is no repository, git add, git commit)',
    es: 'un commit con {file} (git init si no hay repositorio, git add, git commit)',
  },
  wrong: {
    en: '{file} as a configuration that can be used: it has errors (changebook check says which)',
    es: '{file} como configuración que se pueda usar: tiene errores (changebook check dice cuáles)',
  },
  timezone: { en: '`timezone`: times are read in UTC', es: '`zona_horaria`: las horas se leen en UTC' },
  language: { en: '`language`: notices are in English', es: '`idioma`: los avisos van en inglés' },
  holidays: { en: '`holidays`: no public holiday counts', es: '`festivos`: no cuenta ningún festivo' },
  holders: {
    en: '`holders` of `approvals`: whoever else commits an approval may give it',
    es: '`titulares` de `aprobaciones`: vale la aprobación de cualquier otra persona que haga su commit',
  },
  procedure: {
    en: 'a procedure (changebook new procedure --title "…")',
    es: 'un procedimiento (changebook new procedimiento --title "…")',
  },
  pipeline: {
    en: 'a pipeline that checks records (docs/pipelines.md)',
    es: 'un pipeline que compruebe los registros (docs/pipelines.md)',
  },
  driver: {
    en: 'the merge driver that .gitattributes names, in this clone (changebook merge-driver --install)',
    es: 'el programa de fusión que nombra .gitattributes, en este clon (changebook merge-driver --install)',
  },
} as const satisfies { [name: string]: Localized };

/** What a workspace that is set up still lacks of what a setup can give. */
export function missingParts(known: KnownParts): Localized[] {
  const { config, wrong, hasProcedure, uncommitted } = known;
  const { timezone, language, holidays, approvals = [] } = config.data;
  const missing: Localized[] = [];
  const tell = (name: keyof typeof texts, args: MessageArgs = {}): void => {
    missing.push(localized((reader) => fillIn(texts[name][reader], args)));
  };
  if (uncommitted !== undefined) tell('uncommitted', { file: uncommitted });
  if (wrong !== undefined) {
    // What it does not say is nothing to add to it.
    tell('wrong', { file: wrong });
    return missing;
  }
  if (timezone === undefined) tell('timezone');
  if (language === undefined) tell('language');
  if (holidays === undefined) tell('holidays');
  if (!approvals.some((row) => row.holders !== undefined)) tell('holders');
  if (!hasProcedure) tell('procedure');
  if (known.lacksPipeline) tell('pipeline');
  if (known.lacksDriver) tell('driver');
  return missing;
}
