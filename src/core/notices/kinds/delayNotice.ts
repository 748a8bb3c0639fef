import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Deployment delayed: {{ title }}"
---
Hello,

The deployment of “{{ title }}” is taking longer than planned.
Planned end: {{ window.end }} ({{ window.zone }}).
New estimate: {{ estimate }} ({{ window.zone }}).
We will let you know as soon as it is done.
Meanwhile the state of the service is on {{ status_page | link }}.

We are sorry for the inconvenience.

{% include "signature" %}
`;

const es = `---
subject: "Demora en el despliegue: {{ title }}"
---
Hola:

El despliegue de «{{ title }}» está llevando más tiempo del previsto.
Hora de fin prevista: {{ window.end }} ({{ window.zone }}).
Nueva hora estimada: {{ estimate }} ({{ window.zone }}).
Avisaremos en cuanto esté listo.
Mientras tanto, el estado del servicio se puede seguir en {{ status_page | link }}.

Disculpen las molestias.

{% include "signature" %}
`;

/** The notice `delay`: it takes longer. */
export const delayNotice: NoticeKind = {
  name: 'delay',
  channel: 'mail',
  audience: 'parties',
  stages: ['releasing'],
  required: ['title'],
  saysEstimate: true,
  template: { en, es },
};
