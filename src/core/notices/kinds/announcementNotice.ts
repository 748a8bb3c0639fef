import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "{{ title }}{% if environments %} is now in {{ environments }}{% endif %}"
---
Hello,

“{{ title }}” is now in service in {{ environments }}.

{{ summary }}

{% include "features" %}

{% include "fixes" %}

{% include "notes" %}

If something does not work as it should, we can go back to version {{ rollback.to }}.

{% include "support" %}

{% include "signature" %}
`;

const es = `---
subject: "{{ title }}{% if environments %}, ya en {{ environments }}{% endif %}"
---
Hola:

«{{ title }}» ya está en servicio en {{ environments }}.

{{ summary }}

{% include "features" %}

{% include "fixes" %}

{% include "notes" %}

Si algo no funciona como debe, es posible volver a la versión {{ rollback.to }}.

{% include "support" %}

{% include "signature" %}
`;

/** The notice `announcement`: announces the release. */
export const announcementNotice: NoticeKind = {
  name: 'announcement',
  channel: 'mail',
  audience: 'parties',
  stages: ['in_testing', 'done'],
  required: ['title'],
  template: { en, es },
};
