import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Test results: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hello,

We have tested “{{ title }}” after its deployment to {{ environments }}.

- Passed: {{ tests.passed }} of {{ tests.total }}{% if tests.percent %} ({{ tests.percent }} %){% endif %}
- Test run: {{ tests.run }}
- Validated before in: {{ tests.validated_in }}

{% if tests.progression.size > 0 %}
What is new:

{% for scenario in tests.progression %}
- {{ scenario }}
{% endfor %}
{% endif %}

{% if tests.regression.size > 0 %}
What had to work as before:

{% for scenario in tests.regression %}
- {{ scenario }}
{% endfor %}
{% endif %}

{% if outcome == "rolled_back" %}
With these results we have gone back to version {{ rollback.to }}.
{% else %}
Now it is your turn: please test it too, and tell us of anything unexpected.
{% endif %}

{% include "signature" %}
`;

const es = `---
subject: "Resultados de las pruebas: {{ title }}{% if environments %} ({{ environments }}){% endif %}"
---
Hola:

Hemos probado «{{ title }}» tras su despliegue en {{ environments }}.

- Superadas: {{ tests.passed }} de {{ tests.total }}{% if tests.percent %} ({{ tests.percent }} %){% endif %}
- Ejecución: {{ tests.run }}
- Validado antes en: {{ tests.validated_in }}

{% if tests.progression.size > 0 %}
Lo nuevo:

{% for scenario in tests.progression %}
- {{ scenario }}
{% endfor %}
{% endif %}

{% if tests.regression.size > 0 %}
Lo que debía seguir igual:

{% for scenario in tests.regression %}
- {{ scenario }}
{% endfor %}
{% endif %}

{% if outcome == "rolled_back" %}
Con estos resultados hemos vuelto a la versión {{ rollback.to }}.
{% else %}
Ahora pueden probarlo ustedes; si ven algo inesperado, avísennos.
{% endif %}

{% include "signature" %}
`;

/** The notice `qa_results`: test results for the customer. */
export const qaResultsNotice: NoticeKind = {
  name: 'qa_results',
  channel: 'mail',
  audience: 'customer',
  stages: ['releasing', 'in_testing'],
  required: ['title', 'environments', 'tests.passed', 'tests.total'],
  template: { en, es },
};
