import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Rolled back: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hello,

We have rolled back the deployment of “{{ title }}” to {{ environments }}.
Version {{ rollback.to }} is in service again.
What happened: {{ review }}

{% if tickets.size > 0 %}
These tickets stay open until the next deployment:

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% endif %}

We will suggest a new date once we know the cause.
The state of the service is on {{ status_page | link }}.

{% include "support" %}

{% include "signature" %}
`;

const es = `---
subject: "Reversión: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hola:

Hemos revertido el despliegue de «{{ title }}» en {{ environments }}.
Vuelve a estar en servicio la versión {{ rollback.to }}.
Qué ha pasado: {{ review }}

{% if tickets.size > 0 %}
Estos tickets quedan abiertos hasta el próximo despliegue:

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% endif %}

Propondremos una nueva fecha en cuanto conozcamos la causa.
El estado del servicio se puede seguir en {{ status_page | link }}.

{% include "support" %}

{% include "signature" %}
`;

/** The notice `rollback`: it was rolled back. */
export const rollbackNotice: NoticeKind = {
  name: 'rollback',
  channel: 'mail',
  audience: 'parties',
  stages: ['releasing', 'in_testing'],
  required: ['title', 'environments', 'rollback.to'],
  template: { en, es },
};
