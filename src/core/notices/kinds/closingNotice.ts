import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Closed: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hello,

After watching “{{ title }}” in {{ environments }} and helping its users, we consider this deployment closed.
Result: {{ outcome_text }}.
Tests passed: {{ tests.passed }} of {{ tests.total }}.

{% include "tickets" %}

Thank you for your help with testing and for your patience.

{% include "support" %}

{% include "signature" %}
`;

const es = `---
subject: "Cierre de la intervención: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hola:

Tras vigilar «{{ title }}» en {{ environments }} y acompañar a los usuarios, damos por terminada la intervención.
Resultado: {{ outcome_text }}.
Pruebas superadas: {{ tests.passed }} de {{ tests.total }}.

{% include "tickets" %}

Gracias por la ayuda con las pruebas y por la paciencia.

{% include "support" %}

{% include "signature" %}
`;

/** The notice `closing`: closes the intervention. */
export const closingNotice: NoticeKind = {
  name: 'closing',
  channel: 'mail',
  audience: 'customer',
  stages: ['in_testing', 'done'],
  required: ['title', 'environments', 'support.contact'],
  template: { en, es },
};
