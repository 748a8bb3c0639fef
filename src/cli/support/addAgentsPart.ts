import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultText } from '../../core/actions/commitFaults';
import type { Language } from '../../core/model/text/localized';
import type { SetupReport } from '../../core/report/setupReport';
import { agentsFile, withAgentsPart } from '../../core/setup/agentsPart';
import { commitFileText } from '../../node/commit/commitFileText';
import type { CommitOutcome } from '../../node/commit/commitRecords';
import { loadConfig } from '../../node/loadConfig';
import { gitTopLevelOf } from '../../node/workspaceRoot';
import { writeWhole } from '../../node/writeFile';
import { type Call, say } from './command';
import { type ExitCode, UsageError } from './io';

/** How the part ended up there. */
type Ended = 'unchanged' | 'planned' | 'written' | Extract<CommitOutcome, { kind: 'committed' }>;

/** Writes into AGENTS.md of a workspace what assistants may do there, and says so. */
export async function addAgentsPart(call: Call, root: string, reader: Language): Promise<ExitCode> {
  const { ended, text } = await writtenPart(call, root, reader);
  return tell(call, reader, ended, text);
}

/** Writes it as one commit, beside what the file says already. */
export async function writtenPart(
  call: Call,
  root: string,
  reader: Language,
): Promise<{ readonly ended: Ended; readonly text: string }> {
  const language = call.reportLanguage(loadConfig(root).config.data.language);
  const changed = (text: string): string => withAgentsPart(text, language);
  const before = textAt(join(root, agentsFile));
  const text = changed(before);
  if (text === before) return { ended: 'unchanged', text };
  if (call.has('dry-run')) return { ended: 'planned', text };
  if (gitTopLevelOf(root) === undefined) {
    writeWhole(join(root, agentsFile), text);
    return { ended: 'written', text };
  }
  const outcome = await commitFileText(root, agentsFile, changed, messageIn(language));
  if (outcome?.kind === 'fault') throw new UsageError(faultText(outcome.fault, reader));
  return { ended: outcome?.kind === 'committed' ? outcome : 'unchanged', text };
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function messageIn(language: Language): string {
  const subject = language === 'es' ? 'Decir qué pueden hacer los asistentes' : 'Say what assistants may do';
  return `${subject}\n`;
}

function tell(call: Call, language: Language, ended: Ended, text: string): ExitCode {
  const outcome = typeof ended === 'string' ? ended : ended.kind;
  const { commit = null, subject = null } = typeof ended === 'string' ? {} : ended;
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    const state = outcome === 'unchanged' ? 'there' : 'written';
    const report: SetupReport = {
      ...{ version: 1, outcome, folder: '.', profile: null, notes: [], missing: [], commit, subject },
      files: [{ file: agentsFile, state, text: outcome === 'planned' ? text : null }],
    };
    call.json(report);
    return 0;
  }
  if (outcome === 'planned') call.io.out(`${text}${say(language, 'setup_planned')}\n`);
  else {
    const told = outcome === 'unchanged' ? 'setup_agentsThere' : 'setup_agents';
    call.line(say(language, told, { file: agentsFile }));
  }
  if (typeof ended === 'object') {
    const branch = ended.branch.replace(/^refs\/heads\//, '');
    call.line(say(language, 'committed', { commit: ended.commit.slice(0, 9), branch }));
  }
  return 0;
}
