import { join } from 'node:path';
import type { MoveInput } from '../../core/actions/planMove';
import type { ReviewRequest } from '../../core/approvals/reviews/reviewRequest';
import { calendarFor } from '../../core/config/calendarFor';
import { configFolder, configNames, configTypeOf } from '../../core/config/configFiles';
import { customerKey } from '../../core/config/customerKey';
import { environmentNamed } from '../../core/config/environments';
import { customerKeyFor } from '../../core/config/workspaceConfig';
import { type GateReason, gateReason } from '../../core/gate/gateReason';
import { judgeChange } from '../../core/gate/judgeChange';
import { fitsNames, namedChanges } from '../../core/gate/namedChanges';
import { askedPhase } from '../../core/gate/windowReasons';
import type { IndexEntry } from '../../core/index/indexEntry';
import { hintArgs, nearestId } from '../../core/model/parse/nearest';
import type { Language } from '../../core/model/text/localized';
import { visibleText } from '../../core/model/text/plainName';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import type { GateReport } from '../../core/report/gateReport';
import { messageOf } from '../../core/rules/renderFinding';
import { askGit, entriesOf, inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { withProcedures } from '../../node/gitQuestions';
import { readText } from '../../node/readText';
import type { WorkspaceReviews } from '../../node/reviews/workspaceReviews';
import { countedIn, notCountedIn } from './countedReviews';
import { recordAt } from './namedRecord';
import { unreadSentence } from './tellUnreadable';

type JudgedChange = GateReport['changes'][number];

/** What the gate is asked about: a record, or the changes of a tag, an environment or a customer. */
export interface GateQuestion {
  readonly id?: string | undefined;
  /** Path in the workspace, where a file is named instead. */
  readonly file?: string | undefined;
  readonly tag?: string | undefined;
  readonly environment?: string | undefined;
  readonly customer?: string | undefined;
  readonly phase?: string | undefined;
  /** Whether it opens though nobody can say who gave an approval. */
  readonly allowsUnverified: boolean;
  /** Pull requests whose reviews count, as their host tells of them. */
  readonly requests?: readonly ReviewRequest[] | undefined;
  /** What the call says of these, in its own words, for a sentence. */
  readonly words: readonly string[];
}

/** How an answer is written. */
interface GateAnswer {
  readonly language: Language;
  /** A file as the reader names it, from its path in the workspace. */
  readonly shown: (file: string) => string;
}

/** What the gate decided. */
export interface GateDecision {
  readonly report: GateReport;
  /** The changes that were judged, in the order of the report. */
  readonly entries: readonly IndexEntry[];
  /** Whether something could not be read, or the question names nothing that can be judged. */
  readonly isUndecided: boolean;
}

/**
 * Decides whether the changes that a question is about may be deployed at the moment of a loaded workspace.
 *
 * @param workspace loaded without its questions to git: git is asked about the changes that are judged alone
 */
export async function decideGate(
  loaded: LoadedWorkspace,
  asked: GateQuestion,
  answer: GateAnswer,
): Promise<GateDecision> {
  const { language, shown } = answer;
  const named = namedFiles(loaded, asked);
  const { workspace, reviews } = await reviewed(loaded, named, asked);
  const { root, index } = workspace;
  const entries = [...entriesOf(index, named)];
  const git = await askGit(root, withProcedures(entries, index));
  const textOf = (name: string) => readText(join(root, name), root).text;
  const input: MoveInput = { ...inputOf(workspace), git, textOf };
  const changes = entries.map((entry): JudgedChange => {
    const counted = reviews && { reviews: countedIn(reviews, entry.file) };
    return { ...judged(workspace, entry, input, asked, answer), ...counted };
  });
  const unread = workspace.unreadable.map(({ path, code }) => {
    const message = unreadSentence(shown(path), code, language);
    return { code: 'unread' as const, message };
  });
  const reasons = [...configReasons(workspace, entries, language), ...unread];
  // An id or a file that names no change is a mistake in the call; a tag may have none.
  const meant = namesRecord(asked) ? namedIn(workspace, asked) : undefined;
  const unknown = namesRecord(asked) && meant?.summary.type !== 'change';
  if (changes.length === 0) {
    const nearest = unknown && !meant ? nearestId(asked.id ?? asked.file ?? '', index.ids()) : undefined;
    const hint = { asked: asked.words.join(', '), ...hintArgs(nearest) };
    reasons.unshift(gateReason('noChange', language, hint));
  }
  // A change that is right in itself is not let through either where a reason counts for all.
  const isOpen = reasons.length === 0;
  const report: GateReport = {
    version: 1,
    allowed: isOpen && changes.every(({ allowed }) => allowed),
    now: isoWithOffset(workspace.now, workspace.config.config.data.timezone ?? 'UTC'),
    reasons: reasons.map((reason) => ({ ...reason })),
    changes: changes.map((change) => ({ ...change, allowed: isOpen && change.allowed })),
    ...(reviews && { notCounted: notCountedIn(reviews, language) }),
  };
  return { report, entries, isUndecided: unread.length > 0 || unknown };
}

/** The workspace with the reviews that a question brings along, as far as they count for these changes. */
async function reviewed(
  workspace: LoadedWorkspace,
  named: readonly string[],
  { requests }: GateQuestion,
): Promise<{ readonly workspace: LoadedWorkspace; readonly reviews?: WorkspaceReviews }> {
  if (!requests) return { workspace };
  const { countInWorkspace } = await import('../../node/reviews/workspaceReviews');
  const all = [...withProcedures(entriesOf(workspace.index, named), workspace.index)];
  return countInWorkspace(workspace, requests, { files: all.map(({ file }) => file) });
}

/** The changes that a question is about: the one that it names, or those of a tag or environment. */
function namedFiles({ index, config, now }: LoadedWorkspace, asked: GateQuestion): string[] {
  const { tag, environment, customer } = asked;
  const key = customer === undefined ? undefined : customerKeyFor(config.config, customer);
  const known = environment && environmentNamed(config.config, customer, environment)?.name;
  const names = { tag, environment: known ?? environment, customer: key };
  if (!namesRecord(asked)) return namedChanges(index, names, { config: config.config, now });
  const only = namedIn({ index }, asked);
  return only && fitsNames(only.summary, names) ? [only.file] : [];
}

function namesRecord({ id, file }: GateQuestion): boolean {
  return id !== undefined || file !== undefined;
}

/** The record that a question names by its id, or by its file. */
function namedIn(
  { index }: Pick<LoadedWorkspace, 'index'>,
  { id, file }: GateQuestion,
): IndexEntry | undefined {
  return file === undefined ? index.byId(visibleText(id ?? '')) : index.entry(file);
}

/** Why no change can be allowed: there is no configuration that names who approves, or it cannot be trusted. */
export function configReasons(
  { config, survey, unreadable }: LoadedWorkspace,
  entries: readonly IndexEntry[],
  language: Language,
): GateReason[] {
  const [name = ''] = configNames;
  const isMain = ({ file }: { readonly file: string }): boolean => configTypeOf(file) === 'config';
  // Where it is there and could not be read, that is what is told.
  const isUnread = unreadable.some(({ path }) => configNames.some((own) => path.endsWith(own)));
  if (!survey.texts.some(isMain))
    return isUnread ? [] : [gateReason('noConfig', language, { file: `${configFolder}/${name}` })];
  const customers = new Set(entries.map(({ summary }) => summary.change?.customer));
  return config.findings
    .filter(({ file, finding }) => {
      const type = configTypeOf(file);
      const concerns = type === 'config' || (type === 'customer' && customers.has(customerKey(file)));
      return finding.severity === 'error' && concerns;
    })
    .slice(0, 10)
    .map(({ file, finding }) => {
      const place = `${file}:${finding.range.start.line + 1}`;
      return gateReason('config', language, { place, message: messageOf(finding, language) });
    });
}

function judged(
  { root, config }: LoadedWorkspace,
  entry: IndexEntry,
  input: MoveInput,
  asked: GateQuestion,
  { language, shown }: GateAnswer,
): JudgedChange {
  const { file, summary } = entry;
  const { environment, phase: phaseName } = asked;
  const known = environment && environmentNamed(config.config, summary.customer, environment)?.name;
  const window = { phase: phaseName, environment: known ?? environment };
  const record = recordAt(root, file);
  const against =
    record?.type === 'change'
      ? judgeChange(record, entry, input, language, window)
      : [gateReason('unreadable', language)];
  const isForgiven = ({ code }: GateReason): boolean => code === 'unverified' && asked.allowsUnverified;
  const reasons = against.filter((reason) => !isForgiven(reason));
  const unverified = against.filter(isForgiven);
  const phase = summary.change && askedPhase(summary.change, window, input.now);
  const { start, end } = phase ?? summary.change ?? {};
  const { zone } = calendarFor(config.config, summary.customer);
  const times =
    start === undefined || end === undefined
      ? null
      : { start: isoWithOffset(start, zone), end: isoWithOffset(end, zone) };
  return {
    id: summary.id ?? null,
    file: shown(file),
    title: summary.title,
    status: summary.status,
    ...(phase ? { phase: phase.name } : {}),
    window: times,
    allowed: reasons.length === 0,
    reasons: reasons.map((reason) => ({ ...reason })),
    unverified: unverified.map((reason) => ({ ...reason })),
  };
}
