import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Maintenance on {{ window.date }}"
---
Hello,

On {{ window.date }}, {{ window.span }} ({{ window.zone }}), we will carry out maintenance on the system.
During that time it will be unavailable for about {{ outage }}.
What you may notice: {{ impact.description }}.
Please save your work before it begins.

{% include "features" %}

You can follow the state of the service on {{ status_page | link }}.

{% include "support" %}

{% include "signature" %}
`;

const es = `---
subject: "Intervención programada para el {{ window.date }}"
---
Hola:

El {{ window.date }}, {{ window.span }} ({{ window.zone }}), realizaremos una intervención en el sistema.
En ese tiempo dejará de estar disponible durante aproximadamente {{ outage }}.
Qué se puede notar: {{ impact.description }}.
Guarde su trabajo antes de que empiece.

{% include "features" %}

El estado del servicio se puede seguir en {{ status_page | link }}.

{% include "support" %}

{% include "signature" %}
`;

/** The notice `users`: tells end users of a planned interruption. */
export const usersNotice: NoticeKind = {
  name: 'users',
  channel: 'mail',
  audience: 'users',
  stages: ['to_be_released'],
  required: ['window.date', 'window.span'],
  template: { en, es },
};
