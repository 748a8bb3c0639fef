import type * as z from 'zod/mini';
import { doubledKey } from '../../model/text/doubledKey';
import { type JsonFault, jsonDocuments } from '../../model/text/jsonDocuments';
import { githubRequest, githubReviewList, isFullPage, reviewsOfGithub } from './githubReviews';
import {
  type GitlabParts,
  gitlabApprovals,
  gitlabRequest,
  gitlabReviewerList,
  gitlabVersionList,
  reviewsOfGitlab,
} from './gitlabReviews';
import { commitId, loginIn, type ReviewRequest, webAddress } from './reviewRequest';
import { requestInFile, reviewsFileSchema } from './reviewsFile';

/** Why a file of reviews cannot be read: it is no JSON, says a key twice, holds something else, or what a host said instead. */
export type ReviewsFault =
  | ({ readonly kind: 'json' } & JsonFault)
  | { readonly kind: 'doubled'; readonly key: string }
  | { readonly kind: 'unknown'; readonly document: number }
  | { readonly kind: 'host'; readonly said: string }
  | { readonly kind: 'empty' };

/** What answers of a host tell of one request. */
interface Group {
  github: z.infer<typeof githubRequest> | undefined;
  githubReviews: z.infer<typeof githubReviewList> | undefined;
  gitlab: { -readonly [part in keyof GitlabParts]: GitlabParts[part] };
  /** An empty list, which may be one of anything. */
  hasEmpty: boolean;
  /** Whether the last page of reviews was full, so that one of more may be missing. */
  isFull: boolean;
}

/**
 * Reads what GitHub's or GitLab's interface says of requests and their reviews, one answer behind the other, or a file of
 * our own form. Lists may come in pieces, each alone or all of them in one list.
 */
export function readReviews(text: string): readonly ReviewRequest[] | ReviewsFault {
  const documents = jsonDocuments(text);
  if ('isCut' in documents) return { kind: 'json', ...documents };
  if (documents.length === 0) return { kind: 'empty' };
  const key = doubledKey(text);
  if (key !== undefined) return { kind: 'doubled', key: key.slice(0, 60) };
  const requests: ReviewRequest[] = [];
  let group: Group | undefined;
  for (const [index, document] of documents.entries()) {
    const own = reviewsFileSchema.safeParse(document);
    if (own.success) {
      requests.push(requestInFile(own.data));
      continue;
    }
    const isRequest = [githubRequest, gitlabRequest].some((schema) => schema.safeParse(document).success);
    if (group && isRequest && (group.github ?? group.gitlab.request)) {
      requests.push(requestOf(group));
      group = undefined;
    }
    group ??= emptyGroup();
    if (!addTo(group, document)) return refusedBy(document, index + 1);
  }
  if (group) requests.push(requestOf(group));
  return requests;
}

function emptyGroup(): Group {
  const gitlab = { request: undefined, approvals: [], versions: [], reviewers: undefined };
  return { github: undefined, githubReviews: undefined, gitlab, hasEmpty: false, isFull: false };
}

/** Adds an answer to what is known of a request; false where it is none that is known. */
function addTo(group: Group, document: unknown): boolean {
  const { gitlab } = group;
  if (Array.isArray(document)) {
    // `--slurp` makes one list of all pages.
    const isPaged = document.length > 0 && document.every(Array.isArray);
    const items: readonly unknown[] = isPaged ? document.flat(1) : document;
    const page: readonly unknown[] = isPaged ? (document.at(-1) ?? []) : document;
    group.hasEmpty ||= page.length === 0;
    if (items.length === 0) return true;
    const versions = gitlabVersionList.safeParse(items);
    const reviews = githubReviewList.safeParse(items);
    const reviewers = gitlabReviewerList.safeParse(items);
    if (versions.success) gitlab.versions = [...gitlab.versions, ...versions.data];
    else if (reviews.success) {
      group.githubReviews = [...(group.githubReviews ?? []), ...reviews.data];
      group.isFull = isFullPage(page);
    } else if (reviewers.success) gitlab.reviewers = [...(gitlab.reviewers ?? []), ...reviewers.data];
    return versions.success || reviews.success || reviewers.success;
  }
  const github = githubRequest.safeParse(document);
  const merge = gitlabRequest.safeParse(document);
  const approvals = gitlabApprovals.safeParse(document);
  if (github.success) group.github = github.data;
  else if (approvals.success) gitlab.approvals = [...gitlab.approvals, approvals.data];
  else if (merge.success) gitlab.request = merge.data;
  return github.success || approvals.success || merge.success;
}

function refusedBy(document: unknown, number: number): ReviewsFault {
  const { message, error } = Object(document) as { message?: unknown; error?: unknown };
  const said = message ?? error;
  return typeof said === 'string'
    ? { kind: 'host', said: said.slice(0, 200) }
    : { kind: 'unknown', document: number };
}

function requestOf({ github, githubReviews, gitlab, hasEmpty, isFull }: Group): ReviewRequest {
  const isGitlab = gitlab.request ?? (gitlab.approvals.length > 0 && !github);
  if (isGitlab) {
    const { request } = gitlab;
    return {
      name: webAddress(request?.web_url) ?? `!${request?.iid ?? '?'}`,
      author: loginIn(request?.author?.username),
      base: commitId(request?.diff_refs?.start_sha ?? request?.diff_refs?.base_sha),
      head: commitId(request?.diff_refs?.head_sha ?? request?.sha),
      reviews: reviewsOfGitlab({ ...gitlab, reviewers: gitlab.reviewers ?? (hasEmpty ? [] : undefined) }),
      ...(gitlab.approvals.length > 0 ? {} : { lacksReviews: true }),
    };
  }
  return {
    name:
      webAddress(github ? github.html_url : githubReviews?.[0]?.pull_request_url) ??
      `#${github?.number ?? '?'}`,
    author: loginIn(github?.user?.login),
    base: commitId(github?.base.sha),
    head: commitId(github?.head.sha),
    reviews: reviewsOfGithub(githubReviews ?? [], github, isFull && !hasEmpty),
    ...(githubReviews || hasEmpty ? {} : { lacksReviews: true }),
  };
}
