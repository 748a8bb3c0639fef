import type { Command } from '../support/command';
import { setUpFolder } from '../support/setUpFolder';
import { answerFormatOption, dryRunOption, flagOption, textOption } from '../support/usualOptions';

/** `changebook init`: makes a workspace of a folder. */
export const init: Command = {
  name: 'init',
  usage: 'changebook init [folder]',
  summary: {
    en: 'Sets up a repository: a short configuration, folders and a procedure, made from what is there, in one commit. It asks at most five things and overwrites nothing.',
    es: 'Prepara un repositorio: una configuración breve, carpetas y un procedimiento, a partir de lo que hay, en un solo commit. Pregunta cinco cosas como mucho y no sobrescribe nada.',
  },
  options: {
    yes: flagOption('take what is guessed, ask nothing', 'tomar lo supuesto, sin preguntar'),
    profile: textOption(
      'small|service-provider|itil|regulated',
      'how the team works; small by default',
      'cómo trabaja el equipo; small por defecto',
    ),
    timezone: textOption('ZONE', 'such as Europe/Madrid', 'como Europe/Madrid'),
    country: textOption('CODE', 'whose holidays count; - for none', 'cuyos festivos cuentan; - para ninguno'),
    approvers: textOption('A,B', 'who approves; - for anybody else', 'quién aprueba; - para cualquier otro'),
    records: textOption('FOLDER', 'where records go', 'dónde van los registros'),
    source: textOption(
      'ADDRESS',
      'where pipelines get the program from, with its version',
      'de dónde sacan los pipelines el programa, con su versión',
    ),
    agents: flagOption(
      'write into AGENTS.md what assistants may do here; also where the folder is set up already',
      'escribir en AGENTS.md qué pueden hacer aquí los asistentes; también si la carpeta ya está preparada',
    ),
    'dry-run': dryRunOption,
    format: answerFormatOption,
  },
  examples: [
    'changebook init',
    'changebook init --yes --profile service-provider --country ES',
    'changebook init --yes --source owner/changebook@v0.1.0',
    'changebook init --agents',
    'changebook init --dry-run',
  ],
  run: setUpFolder,
};
