import { type Language, localized } from '../../core/model/text/localized';
import { localText } from '../../core/model/time/localText';
import { agentsFile } from '../../core/setup/agentsPart';
import { configFile } from '../../core/setup/planSetup';
import { type ProgramSource, readSource } from '../../core/setup/programSource';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { type SetupFault, setupFaultText } from '../../core/setup/setupFault';
import { setupProfiles } from '../../core/setup/setupProfiles';
import { prepareSetup } from '../../node/setup/prepareSetup';
import { readSetupFacts } from '../../node/setup/readSetupFacts';
import { setupPlace } from '../../node/setup/setupPlace';
import { writeSetup } from '../../node/setup/writeSetup';
import { addAgentsPart, writtenPart } from './addAgentsPart';
import { askSetup } from './askSetup';
import { type Call, say, wrongCall, wrongValue } from './command';
import { type ExitCode, UsageError } from './io';
import { confirmed, tellSetup, tellThere } from './tellSetup';

/** Sets up the folder of a call, or says in one sentence why not. */
export async function setUpFolder(call: Call): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const language = call.language(undefined);
  const [named, ...more] = call.paths;
  if (more.length > 0) throw wrongCall('setup_oneFolder');
  const profile = profileIn(call);
  const source = sourceIn(call);
  const place = setupPlace(call.io.cwd, named);
  if (place.kind === 'noFolder') throw wrongCall('setup_noFolder', { folder: place.folder });
  if (place.kind === 'git') throw wrongCall('setup_git', { folder: place.folder });
  if (place.kind === 'inside') throw wrongCall('setup_inside', { top: place.top });
  if (place.kind === 'enclosed') throw wrongCall('setup_enclosed', { ...place });
  const isThere = place.kind === 'there';
  if (isThere && call.has('agents')) return addAgentsPart(call, place.root, language);
  const facts = await factsOf(call, place.root, language);
  if (isThere && !call.has('yes')) return tellThere(call, place.root, facts, language);
  const answers = await askSetup(call, { facts, profile, language });
  if (!answers) return givenUp(call, language);
  const prepared = await prepareSetup(place.root, facts, {
    profile,
    answers,
    source,
    agents: call.has('agents'),
  });
  // What an earlier run wrote and did not commit is committed now; what somebody else wrote is theirs.
  const isHalf = 'plan' in prepared && prepared.looked.left.some(({ file }) => file === configFile);
  if (isThere && !isHalf) return tellThere(call, place.root, facts, language);
  if (!('plan' in prepared)) throw faultOf(prepared, language);
  const { plan, looked } = prepared;
  const about = { call, root: place.root, profile, plan, looked, language };
  if (call.has('dry-run')) return tellSetup(about, { kind: 'planned' });
  if (!(await confirmed(about))) return givenUp(call, language);
  const outcome = await writeSetup(place.root, plan, looked);
  if (outcome.kind === 'failed') throw faultOf(outcome, language);
  if (!call.has('agents') || !looked.there.includes(agentsFile)) return tellSetup(about, outcome);
  await writtenPart(call, place.root, language);
  const note = localized((reader) => say(reader, 'setup_agents', { file: agentsFile }));
  return tellSetup({ ...about, plan: { ...plan, notes: [...plan.notes, note] } }, outcome);
}

function profileIn(call: Call): (typeof setupProfiles)[number] {
  const names = setupProfiles.map(({ name }) => name);
  const wanted = call.text('profile');
  const profile = wanted === undefined ? setupProfiles[0] : setupProfiles.find(({ name }) => name === wanted);
  if (!profile) throw wrongValue('profile', wanted ?? '', names.join(', '));
  return profile;
}

function sourceIn(call: Call): ProgramSource | undefined {
  const written = call.text('source');
  if (written === undefined) return undefined;
  const source = readSource(written);
  if ('problem' in source) throw new UsageError((language) => source.problem[language]);
  return source;
}

function factsOf(call: Call, root: string, language: Language): Promise<SetupFacts> {
  const { env, clock } = call.io;
  const [, region] =
    /^[a-z]{2,3}[_-]([A-Z]{2})\b/.exec(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? [];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return readSetupFacts(root, { language, region, today: localText(clock(), zone).slice(0, 10) });
}

function faultOf(found: SetupFault, language: Language): UsageError {
  return new UsageError(setupFaultText(found, language, 'commandLine'));
}

function givenUp(call: Call, language: Language): ExitCode {
  call.tell(say(language, 'setup_givenUp'));
  return 2;
}
