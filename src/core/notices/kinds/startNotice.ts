import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Deployment starting: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hello,

We are starting the deployment of “{{ title }}” to {{ environments }}.

{% include "tickets" %}

{% include "components" %}

{% if restarts.size > 0 %}
These will be restarted: {{ restarts }}.
{% endif %}
It should take {{ duration }}.
The service will be unavailable for about {{ outage }}.

We will write again when it is finished.
The state of the service is on {{ status_page | link }}.

{% include "signature" %}
`;

const es = `---
subject: "Inicio del despliegue: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hola:

Comenzamos el despliegue de «{{ title }}» en {{ environments }}.

{% include "tickets" %}

{% include "components" %}

{% if restarts.size > 0 %}
Será necesario reiniciar: {{ restarts }}.
{% endif %}
La duración estimada es de {{ duration }}.
El servicio no estará disponible durante aproximadamente {{ outage }}.

Volveremos a escribir cuando termine.
El estado del servicio se puede seguir en {{ status_page | link }}.

{% include "signature" %}
`;

/** The notice `start`: it begins. */
export const startNotice: NoticeKind = {
  name: 'start',
  channel: 'mail',
  audience: 'parties',
  stages: ['to_be_released', 'releasing'],
  required: ['title', 'environments', 'duration'],
  template: { en, es },
};
