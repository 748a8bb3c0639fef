import { firstPlace, problemMessages } from '../../findings/problemReports';
import { defineRule } from '../defineRule';

/** `config/template`: the templates of notices can be used. */
export const configTemplate = defineRule({
  id: 'config/template',
  scope: 'config',
  severity: 'error',
  title: { en: 'Template that cannot be used', es: 'Plantilla que no se puede usar' },
  explanation: {
    en: 'Templates of notices lie in `.changebook/templates`, one a kind and language (`start.es.md`), beside parts that they share (`_signature.md`). They are data: they know the variables and filters of the page on notices and nothing of the machine. A name that there is not, a tag that is not closed, or a text without end is told where it stands, before anybody needs the notice.',
    es: 'Las plantillas de avisos están en `.changebook/templates`, una por clase e idioma (`start.es.md`), junto a las partes que comparten (`_signature.md`). Son datos: conocen las variables y los filtros de la página de avisos y nada de la máquina. Un nombre que no existe, una etiqueta sin cerrar o un texto sin fin se indican en su sitio, antes de que alguien necesite el aviso.',
  },
  messages: {
    ...problemMessages,
    first: firstPlace,
    variable: {
      en: 'There is no variable “{value}”.{hint}',
      es: 'No existe la variable «{value}».{hint}',
    },
    engine: {
      en: 'The template cannot be used: {reason}.',
      es: 'La plantilla no se puede usar: {reason}.',
    },
    tooLong: {
      en: 'A template has at most {limit} characters; this one has {size}.',
      es: 'Una plantilla tiene como mucho {limit} caracteres; esta tiene {size}.',
    },
    name: {
      en: 'No notice is made from a file of this name; name it after a kind and a language, such as start.es.md, or begin with _ what templates share.{hint}',
      es: 'Ningún aviso se hace con un fichero de este nombre; ponle el de una clase y un idioma, como start.es.md, o empieza con _ lo que comparten.{hint}',
    },
  },
});
