import type { Localized } from '../model/text/localized';

/**
 * Parts that several templates include. A team's own `_name.md` or `_name.<language>.md` takes the place of the one of
 * that name.
 */
export const builtInPartials: { readonly [name: string]: Localized } = {
  ticket: {
    en: '{% if ticket.mail %}mail “{{ ticket.mail }}”{% else %}{{ ticket.label | link: ticket.url }}{% endif %}',
    es: '{% if ticket.mail %}correo «{{ ticket.mail }}»{% else %}{{ ticket.label | link: ticket.url }}{% endif %}',
  },
  tickets: {
    en: `{% if tickets.size > 0 %}
Tickets and mails:

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% else %}
{{ tickets }}
{% endif %}`,
    es: `{% if tickets.size > 0 %}
Tickets y correos:

{% for ticket in tickets %}
- {% include "ticket" %}
{% endfor %}
{% else %}
{{ tickets }}
{% endif %}`,
  },
  components: {
    en: `{% if components.size > 0 %}
Components:

{% for component in components %}
- {{ component.name }}{% if component.to %} {{ component.to }}{% endif %}{% if component.from %} (before: {{ component.from }}){% endif %}
{% endfor %}
{% else %}
{{ components }}
{% endif %}`,
    es: `{% if components.size > 0 %}
Componentes:

{% for component in components %}
- {{ component.name }}{% if component.to %} {{ component.to }}{% endif %}{% if component.from %} (antes: {{ component.from }}){% endif %}
{% endfor %}
{% else %}
{{ components }}
{% endif %}`,
  },
  features: {
    en: `{% if features.size > 0 or changelog.added.size > 0 %}
New features:

{% if features.size > 0 %}
{% for feature in features %}
- {{ feature }}
{% endfor %}
{% else %}
{% for feature in changelog.added %}
- {{ feature }}
{% endfor %}
{% endif %}
{% endif %}`,
    es: `{% if features.size > 0 or changelog.added.size > 0 %}
Novedades:

{% if features.size > 0 %}
{% for feature in features %}
- {{ feature }}
{% endfor %}
{% else %}
{% for feature in changelog.added %}
- {{ feature }}
{% endfor %}
{% endif %}
{% endif %}`,
  },
  fixes: {
    en: `{% if changelog.fixed.size > 0 or changelog.security.size > 0 %}
Fixes:

{% for entry in changelog.fixed %}
- {{ entry }}
{% endfor %}
{% for entry in changelog.security %}
- {{ entry }}
{% endfor %}
{% endif %}`,
    es: `{% if changelog.fixed.size > 0 or changelog.security.size > 0 %}
Correcciones:

{% for entry in changelog.fixed %}
- {{ entry }}
{% endfor %}
{% for entry in changelog.security %}
- {{ entry }}
{% endfor %}
{% endif %}`,
  },
  notes: {
    en: `{% if changelog.changed.size > 0 or changelog.deprecated.size > 0 or changelog.removed.size > 0 or changelog.other.size > 0 %}
Good to know:

{% for entry in changelog.changed %}
- {{ entry }}
{% endfor %}
{% for entry in changelog.deprecated %}
- Will be removed: {{ entry }}
{% endfor %}
{% for entry in changelog.removed %}
- Removed: {{ entry }}
{% endfor %}
{% for entry in changelog.other %}
- {{ entry }}
{% endfor %}
{% endif %}`,
    es: `{% if changelog.changed.size > 0 or changelog.deprecated.size > 0 or changelog.removed.size > 0 or changelog.other.size > 0 %}
Conviene saber:

{% for entry in changelog.changed %}
- {{ entry }}
{% endfor %}
{% for entry in changelog.deprecated %}
- Se retirará: {{ entry }}
{% endfor %}
{% for entry in changelog.removed %}
- Retirado: {{ entry }}
{% endfor %}
{% for entry in changelog.other %}
- {{ entry }}
{% endfor %}
{% endif %}`,
  },
  support: {
    en: `{% if support.portal or support.phone or support.email %}
If you have a question, or something behaves differently, support is here to help:

- {{ support.portal | link }}
- Phone: {{ support.phone }}
- {{ support.email | link }}
{% else %}
{{ support.contact }}
{% endif %}`,
    es: `{% if support.portal or support.phone or support.email %}
Ante cualquier duda o comportamiento nuevo, soporte queda a su disposición:

- {{ support.portal | link }}
- Teléfono: {{ support.phone }}
- {{ support.email | link }}
{% else %}
{{ support.contact }}
{% endif %}`,
  },
  signature: {
    en: 'Kind regards,\n\n{{ signature }}',
    es: 'Un saludo,\n\n{{ signature }}',
  },
};
