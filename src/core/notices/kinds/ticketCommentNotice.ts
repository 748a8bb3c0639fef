import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Deployed with {{ id }}"
---
{% if outcome == "rolled_back" %}
This was deployed to {{ environments }} with {{ id }}, “{{ title }}”, and has been rolled back.
It will come with a later deployment.
{% elsif outcome == "failed" %}
The deployment of this to {{ environments }} with {{ id }}, “{{ title }}”, did not succeed.
It will come with a later deployment.
{% else %}
This has been deployed to {{ environments }} with {{ id }}, “{{ title }}”.
Date: {{ window.date }}.
End: {{ actual.end }} ({{ window.zone }}).
Please test it, and tell us here whether it can be closed.
{% endif %}

{% include "components" %}
`;

const es = `---
subject: "Desplegado con {{ id }}"
---
{% if outcome == "rolled_back" %}
Se desplegó en {{ environments }} con {{ id }}, «{{ title }}», y se ha revertido.
Llegará con un despliegue posterior.
{% elsif outcome == "failed" %}
El despliegue en {{ environments }} con {{ id }}, «{{ title }}», no ha salido adelante.
Llegará con un despliegue posterior.
{% else %}
Está desplegado en {{ environments }} con {{ id }}, «{{ title }}».
Fecha: {{ window.date }}.
Hora de fin: {{ actual.end }} ({{ window.zone }}).
Cuando puedan, pruébenlo y digan aquí si se puede cerrar.
{% endif %}

{% include "components" %}
`;

/** The notice `ticket_comment`: comment on a ticket. */
export const ticketCommentNotice: NoticeKind = {
  name: 'ticket_comment',
  channel: 'ticket',
  audience: 'tracker',
  stages: ['in_testing', 'done'],
  required: ['id', 'title', 'environments'],
  template: { en, es },
};
