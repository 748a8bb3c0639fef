import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Deployment finished: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hello,

{% if outcome == "rolled_back" %}
The deployment of “{{ title }}” to {{ environments }} is over, and the previous version is in place again.
{% elsif outcome == "failed" %}
The deployment of “{{ title }}” to {{ environments }} is over, without the expected result.
We will tell you how we go on.
{% else %}
The deployment of “{{ title }}” to {{ environments }} has finished successfully.
End: {{ actual.end }} ({{ window.zone }}).

{% include "tickets" %}

{% include "components" %}
{% endif %}

{% include "support" %}

{% include "signature" %}
`;

const es = `---
subject: "Fin del despliegue: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hola:

{% if outcome == "rolled_back" %}
El despliegue de «{{ title }}» en {{ environments }} ha terminado y la versión anterior vuelve a estar en servicio.
{% elsif outcome == "failed" %}
El despliegue de «{{ title }}» en {{ environments }} ha terminado sin el resultado esperado.
Informaremos de cómo continuamos.
{% else %}
El despliegue de «{{ title }}» en {{ environments }} se ha completado correctamente.
Hora de fin: {{ actual.end }} ({{ window.zone }}).

{% include "tickets" %}

{% include "components" %}
{% endif %}

{% include "support" %}

{% include "signature" %}
`;

/** The notice `end`: it is finished. */
export const endNotice: NoticeKind = {
  name: 'end',
  channel: 'mail',
  audience: 'parties',
  stages: ['releasing', 'in_testing'],
  required: ['title', 'environments', 'support.contact'],
  template: { en, es },
};
