import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Planned maintenance"
---
Maintenance is planned on {{ window.date }}, {{ window.span }} ({{ window.zone }}){% if outage %}, with about {{ outage }} without service{% endif %}.
`;

const es = `---
subject: "Intervención programada"
---
El {{ window.date }}, {{ window.span }} ({{ window.zone }}), habrá una intervención en el sistema{% if outage %}, con aproximadamente {{ outage }} sin servicio{% endif %}.
`;

/** The notice `banner`: one sentence inside the application. */
export const bannerNotice: NoticeKind = {
  name: 'banner',
  channel: 'application',
  audience: 'users',
  stages: ['to_be_released'],
  required: ['window.date', 'window.span'],
  template: { en, es },
};
