import type { NoticeKind } from './noticeKind';
import agreementRequestEn from './templates/agreement_request.en.md';
import agreementRequestEs from './templates/agreement_request.es.md';
import announcementEn from './templates/announcement.en.md';
import announcementEs from './templates/announcement.es.md';
import approvalRequestEn from './templates/approval_request.en.md';
import approvalRequestEs from './templates/approval_request.es.md';
import bannerEn from './templates/banner.en.md';
import bannerEs from './templates/banner.es.md';
import closingEn from './templates/closing.en.md';
import closingEs from './templates/closing.es.md';
import delayEn from './templates/delay.en.md';
import delayEs from './templates/delay.es.md';
import endEn from './templates/end.en.md';
import endEs from './templates/end.es.md';
import pullRequestEn from './templates/pull_request.en.md';
import pullRequestEs from './templates/pull_request.es.md';
import qaResultsEn from './templates/qa_results.en.md';
import qaResultsEs from './templates/qa_results.es.md';
import rollbackEn from './templates/rollback.en.md';
import rollbackEs from './templates/rollback.es.md';
import startEn from './templates/start.en.md';
import startEs from './templates/start.es.md';
import ticketCommentEn from './templates/ticket_comment.en.md';
import ticketCommentEs from './templates/ticket_comment.es.md';
import usersEn from './templates/users.en.md';
import usersEs from './templates/users.es.md';

/** Every kind of notice, one row each, in the order in which a change needs them. */
export const noticeKinds: readonly NoticeKind[] = [
  {
    name: 'approval_request',
    channel: 'mail',
    audience: 'team',
    stages: ['in_progress', 'to_be_reviewed'],
    required: ['id', 'title', 'environments', 'window.date', 'window.span', 'duration'],
    template: { en: approvalRequestEn, es: approvalRequestEs },
  },
  {
    name: 'agreement_request',
    channel: 'mail',
    audience: 'customer',
    stages: ['in_progress', 'to_be_reviewed'],
    required: ['title', 'environments', 'window.date', 'window.span', 'duration'],
    template: { en: agreementRequestEn, es: agreementRequestEs },
  },
  {
    name: 'users',
    channel: 'mail',
    audience: 'users',
    stages: ['to_be_released'],
    required: ['window.date', 'window.span'],
    template: { en: usersEn, es: usersEs },
  },
  {
    name: 'banner',
    channel: 'application',
    audience: 'users',
    stages: ['to_be_released'],
    required: ['window.date', 'window.span'],
    template: { en: bannerEn, es: bannerEs },
  },
  {
    name: 'start',
    channel: 'mail',
    audience: 'parties',
    stages: ['to_be_released', 'releasing'],
    required: ['title', 'environments', 'window.environments', 'duration'],
    template: { en: startEn, es: startEs },
  },
  {
    name: 'delay',
    channel: 'mail',
    audience: 'parties',
    stages: ['releasing'],
    required: ['title'],
    saysEstimate: true,
    template: { en: delayEn, es: delayEs },
  },
  {
    name: 'end',
    channel: 'mail',
    audience: 'parties',
    stages: ['releasing', 'in_testing'],
    required: ['title', 'environments', 'support.contact'],
    template: { en: endEn, es: endEs },
  },
  {
    name: 'qa_results',
    channel: 'mail',
    audience: 'customer',
    stages: ['releasing', 'in_testing'],
    required: ['title', 'environments', 'tests.passed', 'tests.total'],
    template: { en: qaResultsEn, es: qaResultsEs },
  },
  {
    name: 'rollback',
    channel: 'mail',
    audience: 'parties',
    stages: ['releasing', 'in_testing'],
    required: ['title', 'environments', 'rollback.to'],
    template: { en: rollbackEn, es: rollbackEs },
  },
  {
    name: 'announcement',
    channel: 'mail',
    audience: 'parties',
    stages: ['in_testing', 'done'],
    required: ['title'],
    template: { en: announcementEn, es: announcementEs },
  },
  {
    name: 'closing',
    channel: 'mail',
    audience: 'customer',
    stages: ['in_testing', 'done'],
    required: ['title', 'environments', 'support.contact'],
    template: { en: closingEn, es: closingEs },
  },
  {
    name: 'ticket_comment',
    channel: 'ticket',
    audience: 'tracker',
    stages: ['in_testing', 'done'],
    required: ['id', 'title', 'environments'],
    template: { en: ticketCommentEn, es: ticketCommentEs },
  },
  {
    name: 'pull_request',
    channel: 'pull_request',
    audience: 'tracker',
    stages: ['to_do', 'in_progress'],
    required: ['title', 'release.version'],
    template: { en: pullRequestEn, es: pullRequestEs },
  },
];
