import { agreementRequestNotice } from './kinds/agreementRequestNotice';
import { announcementNotice } from './kinds/announcementNotice';
import { approvalRequestNotice } from './kinds/approvalRequestNotice';
import { bannerNotice } from './kinds/bannerNotice';
import { closingNotice } from './kinds/closingNotice';
import { delayNotice } from './kinds/delayNotice';
import { endNotice } from './kinds/endNotice';
import { pullRequestNotice } from './kinds/pullRequestNotice';
import { qaResultsNotice } from './kinds/qaResultsNotice';
import { rollbackNotice } from './kinds/rollbackNotice';
import { startNotice } from './kinds/startNotice';
import { ticketCommentNotice } from './kinds/ticketCommentNotice';
import { usersNotice } from './kinds/usersNotice';
import type { NoticeKind } from './noticeKind';

/** Every kind of notice, one row each, in the order in which a change needs them. */
export const noticeKinds: readonly NoticeKind[] = [
  approvalRequestNotice,
  agreementRequestNotice,
  usersNotice,
  bannerNotice,
  startNotice,
  delayNotice,
  endNotice,
  qaResultsNotice,
  rollbackNotice,
  announcementNotice,
  closingNotice,
  ticketCommentNotice,
  pullRequestNotice,
];
