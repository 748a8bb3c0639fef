import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Your agreement, please: {{ title }}{% if window.date %}, {{ window.date }}{% endif %}"
---
Hello,

We would like to deploy “{{ title }}” to {{ environments }} on {{ window.date }}, {{ window.span }} ({{ window.zone }}).
It should take {{ duration }}.
The service will be unavailable for about {{ outage }}.
What people will notice: {{ impact.description }}.
It has been tested in {{ tests.validated_in }}.
Should anything go wrong, we go back to version {{ rollback.to }}.

{% include "features" %}

{% include "tickets" %}

{% include "components" %}

Could you confirm that this time suits you, or suggest another one?
Planned work is also announced on {{ status_page | link }}, which you can subscribe to.

{% include "signature" %}
`;

const es = `---
subject: "Conformidad para el despliegue: {{ title }}{% if window.date %}, {{ window.date }}{% endif %}"
---
Hola:

Nos gustaría desplegar «{{ title }}» en {{ environments }} el {{ window.date }}, {{ window.span }} ({{ window.zone }}).
La duración prevista es de {{ duration }}.
El servicio no estará disponible durante aproximadamente {{ outage }}.
Qué se notará: {{ impact.description }}.
Está validado en {{ tests.validated_in }}.
Si algo fuera mal, volveríamos a la versión {{ rollback.to }}.

{% include "features" %}

{% include "tickets" %}

{% include "components" %}

¿Nos confirman que la fecha les va bien, o nos proponen otra?
Las intervenciones previstas también se publican en {{ status_page | link }}, donde es posible suscribirse.

{% include "signature" %}
`;

/** The notice `agreement_request`: asks the customer to agree to the time. */
export const agreementRequestNotice: NoticeKind = {
  name: 'agreement_request',
  channel: 'mail',
  audience: 'customer',
  stages: ['in_progress', 'to_be_reviewed'],
  required: ['title', 'environments', 'window.date', 'window.span', 'duration'],
  template: { en, es },
};
