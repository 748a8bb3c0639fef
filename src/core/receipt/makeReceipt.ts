import { digestOf } from '../approvals/approvedContent';
import type { ReviewRequest } from '../approvals/reviews/reviewRequest';
import type { ConfigText } from '../config/configFiles';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { ParsedRecord } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import type { GateReport } from '../report/gateReport';
import { configurationDigest, rulesDigest } from './receiptDigests';
import { predicateType, type Receipt, statementType } from './receiptStatement';

type Predicate = Receipt['predicate'];

/** What a repository was when the gate was asked. */
export interface ReceiptPlace
  extends Pick<Predicate, 'commit' | 'roots' | 'workspace' | 'tags' | 'branches'> {}

/** What a receipt is made of. */
export interface ReceiptInput {
  readonly report: GateReport;
  /** The records that were judged, in the order of the report, each as its file stands. */
  readonly judged: readonly { readonly entry: IndexEntry; readonly record: ParsedRecord | undefined }[];
  readonly asked: Predicate['asked'];
  /** The moment of the decision, in milliseconds since 1970. */
  readonly now: number;
  readonly place: ReceiptPlace;
  readonly config: WorkspaceConfig;
  readonly texts: readonly ConfigText[];
  /** Digest of what is deployed, where the call gives it. */
  readonly artifact?: NamedDigest | undefined;
  /** The pull requests whose reviews the call brought along. */
  readonly requests?: readonly ReviewRequest[] | undefined;
  readonly language: Language;
  readonly program: string;
}

/** An artifact by its name and the SHA-256 of its bytes. */
export interface NamedDigest {
  readonly name: string;
  readonly sha256: string;
}

/** The receipt of a decision. */
export function makeReceipt(input: ReceiptInput): Receipt {
  const { report, judged, asked, now, place, config, texts, requests, language, program } = input;
  const own = artifactsOf(judged.map(({ record }) => record));
  // What the records say of it was approved with them.
  const artifacts = own.length > 0 || !input.artifact ? own : [input.artifact];
  const records = report.changes.map((change, at): Predicate['records'][number] => {
    const { entry, record } = judged[at] ?? {};
    const { id, title, status, phase, window, reasons, unverified, reviews } = change;
    return {
      ...{ id, file: entry?.file ?? '', title, status, window, reasons, unverified },
      ...(phase === undefined ? {} : { phase }),
      ...(reviews === undefined ? {} : { reviews }),
      environments: [...(entry?.summary.change?.environments ?? [])],
      verdict: change.allowed ? 'allowed' : 'refused',
      digest: record && record.type !== 'ticket' ? digestOf(record) : '',
    };
  });
  const subject = [
    ...artifacts.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    { name: 'commit', digest: { gitCommit: place.commit } },
  ];
  return {
    _type: statementType,
    subject,
    predicateType,
    predicate: {
      ...{ verdict: report.allowed ? 'allowed' : 'refused', reasons: report.reasons, records, asked },
      time: new Date(now).toISOString(),
      ...place,
      configuration: configurationDigest(texts),
      rules: rulesDigest(config),
      artifacts,
      ...(requests === undefined ? {} : { requests: requests.map(writtenRequest) }),
      language,
      program,
    },
  };
}

/** A request without what is undefined in it, which JSON does not know. */
function writtenRequest(request: ReviewRequest): NonNullable<Predicate['requests']>[number] {
  return JSON.parse(JSON.stringify(request)) as NonNullable<Predicate['requests']>[number];
}

/** A request as it stands in a receipt, for a replay. */
export function readRequest(request: NonNullable<Predicate['requests']>[number]): ReviewRequest {
  const { name, author, base, head, lacksReviews } = request;
  const reviews = request.reviews.map(({ login, decision, commit, at, url, flaw }) => ({
    ...{ login, decision, commit, at, url },
    ...(flaw ? { flaw } : {}),
  }));
  return { name, author, base, head, reviews, ...(lacksReviews ? { lacksReviews } : {}) };
}

/** The artifacts of changes whose releases give them by their digests. */
export function artifactsOf(records: readonly (ParsedRecord | undefined)[]): NamedDigest[] {
  const found = records.flatMap((record) => {
    const artifact = record?.type === 'change' ? record.data.release?.artifact : undefined;
    return (artifact === undefined ? undefined : namedDigest(artifact)) ?? [];
  });
  return found.filter(({ sha256 }, at) => found.findIndex((other) => other.sha256 === sha256) === at);
}

/**
 * An artifact that is written with its digest: `portal.tgz@sha256:…`, as registries of images write it, or the digest
 * alone. Undefined where there is no digest in it.
 */
export function namedDigest(written: string): NamedDigest | undefined {
  const [, name = '', sha256 = ''] =
    /^(?:(.{1,900}?)[@ ]\s*)?sha256:([0-9a-f]{64})$/i.exec(written.trim()) ?? [];
  return sha256 === '' ? undefined : { name: name.trim() || 'artifact', sha256: sha256.toLowerCase() };
}
