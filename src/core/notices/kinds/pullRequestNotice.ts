import type { NoticeKind } from '../noticeKind';

const en = `---
subject: "Release {{ release.version }}"
---
## {{ title }}

Change {{ id }}, version {{ release.version }}.

### Summary

{{ summary }}

{% if changelog.added.size > 0 or changelog.changed.size > 0 or changelog.deprecated.size > 0 or changelog.removed.size > 0 or changelog.fixed.size > 0 or changelog.security.size > 0 or changelog.other.size > 0 %}
### Changes

{% for entry in changelog.added %}
- Added: {{ entry }}
{% endfor %}
{% for entry in changelog.changed %}
- Changed: {{ entry }}
{% endfor %}
{% for entry in changelog.deprecated %}
- Deprecated: {{ entry }}
{% endfor %}
{% for entry in changelog.removed %}
- Removed: {{ entry }}
{% endfor %}
{% for entry in changelog.fixed %}
- Fixed: {{ entry }}
{% endfor %}
{% for entry in changelog.security %}
- Security: {{ entry }}
{% endfor %}
{% for entry in changelog.other %}
- {{ entry }}
{% endfor %}
{% endif %}

{% if tickets.size > 0 %}
### Tickets

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% endif %}

### Tests

- {{ tests.passed }} of {{ tests.total }} passed
- Validated in {{ tests.validated_in }}
- Run {{ tests.run }}
{% for scenario in tests.progression %}
- New: {{ scenario }}
{% endfor %}
{% for scenario in tests.regression %}
- As before: {{ scenario }}
{% endfor %}

{% if migrations.size > 0 %}
### Migrations

{% for migration in migrations %}
- {{ migration.name }}{% if migration.reversible == "yes" %}, can be undone{% elsif migration.reversible == "no" %}, cannot be undone{% endif %}{% if migration.restore %}: {{ migration.restore }}{% endif %}
{% endfor %}
{% endif %}

### Rollback

Back to {{ rollback.to }}.
It takes {{ rollback.duration }}.
{{ rollback.text }}
`;

const es = `---
subject: "Publicación {{ release.version }}"
---
## {{ title }}

Cambio {{ id }}, versión {{ release.version }}.

### Resumen

{{ summary }}

{% if changelog.added.size > 0 or changelog.changed.size > 0 or changelog.deprecated.size > 0 or changelog.removed.size > 0 or changelog.fixed.size > 0 or changelog.security.size > 0 or changelog.other.size > 0 %}
### Cambios

{% for entry in changelog.added %}
- Nuevo: {{ entry }}
{% endfor %}
{% for entry in changelog.changed %}
- Cambia: {{ entry }}
{% endfor %}
{% for entry in changelog.deprecated %}
- Se retirará: {{ entry }}
{% endfor %}
{% for entry in changelog.removed %}
- Retirado: {{ entry }}
{% endfor %}
{% for entry in changelog.fixed %}
- Corregido: {{ entry }}
{% endfor %}
{% for entry in changelog.security %}
- Seguridad: {{ entry }}
{% endfor %}
{% for entry in changelog.other %}
- {{ entry }}
{% endfor %}
{% endif %}

{% if tickets.size > 0 %}
### Tickets

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% endif %}

### Pruebas

- {{ tests.passed }} de {{ tests.total }} superadas
- Validado en {{ tests.validated_in }}
- Ejecución {{ tests.run }}
{% for scenario in tests.progression %}
- Nuevo: {{ scenario }}
{% endfor %}
{% for scenario in tests.regression %}
- Como antes: {{ scenario }}
{% endfor %}

{% if migrations.size > 0 %}
### Migraciones

{% for migration in migrations %}
- {{ migration.name }}{% if migration.reversible == "yes" %}, se puede deshacer{% elsif migration.reversible == "no" %}, no se puede deshacer{% endif %}{% if migration.restore %}: {{ migration.restore }}{% endif %}
{% endfor %}
{% endif %}

### Reversión

Volver a {{ rollback.to }}.
Se tarda {{ rollback.duration }}.
{{ rollback.text }}
`;

/** The notice `pull_request`: body of the release pull request. */
export const pullRequestNotice: NoticeKind = {
  name: 'pull_request',
  channel: 'pull_request',
  audience: 'tracker',
  stages: ['to_do', 'in_progress'],
  required: ['title', 'release.version'],
  template: { en, es },
};
