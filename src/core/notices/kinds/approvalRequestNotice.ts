import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Approval needed: {{ id }} {{ title }}"
---
Hello,

{{ id }}, “{{ title }}”, needs your decision before it can go ahead.
Still to decide: {{ pending_roles }}.

- Customer: {{ customer }}
- Environments: {{ environments }}
- Window: {{ window.date }}, {{ window.span }} ({{ window.zone }})
- Estimated duration: {{ duration }}
- Without service: {{ outage }}
- Impact: {{ impact.level }}
- Tested in: {{ tests.validated_in }}
- Rollback: to {{ rollback.to }}
- Requested by: {{ requested_by }}
- Carried out by: {{ assignee }}

{{ summary }}

{% include "components" %}

{% include "tickets" %}

Please record your approval, or the reason why not, in the change itself.

{% include "signature" %}
`;

const es = `---
subject: "Aprobación pendiente: {{ id }} {{ title }}"
---
Hola:

El cambio {{ id }}, «{{ title }}», necesita vuestra decisión para seguir adelante.
Falta por decidir: {{ pending_roles }}.

- Cliente: {{ customer }}
- Entornos: {{ environments }}
- Ventana: {{ window.date }}, {{ window.span }} ({{ window.zone }})
- Duración estimada: {{ duration }}
- Sin servicio: {{ outage }}
- Impacto: {{ impact.level }}
- Validado en: {{ tests.validated_in }}
- Reversión: a {{ rollback.to }}
- Solicitado por: {{ requested_by }}
- A cargo de: {{ assignee }}

{{ summary }}

{% include "components" %}

{% include "tickets" %}

Dejad la aprobación, o el motivo para denegarla, en el propio cambio.

{% include "signature" %}
`;

/** The notice `approval_request`: asks those who must approve a change for their decision. */
export const approvalRequestNotice: NoticeKind = {
  name: 'approval_request',
  channel: 'mail',
  audience: 'team',
  stages: ['in_progress', 'to_be_reviewed'],
  required: ['id', 'title', 'environments', 'window.date', 'window.span', 'duration'],
  template: { en, es },
};
