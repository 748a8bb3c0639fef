import type { Localized } from '../model/text/localized';

/** What a word of the template language does, and the snippet after it (`$1`, `$0` are cursor positions). */
export interface TemplateWord {
  readonly description: Localized;
  readonly goesOn?: string;
}

function word(en: string, es: string, goesOn?: string): TemplateWord {
  return goesOn === undefined ? { description: { en, es } } : { description: { en, es }, goesOn };
}

/** The filters that are useful in notices. The engine has a few more. */
export const templateFilters: { readonly [name: string]: TemplateWord } = {
  link: word(
    'Makes a link of a text: to itself, or to the address that follows.',
    'Hace un enlace de un texto: a sí mismo, o a la dirección que sigue.',
  ),
  default: word('What stands where the value is missing.', 'Lo que se pone si falta el valor.', ': "$0"'),
  join: word('The items of a list in a row.', 'Los elementos de una lista, seguidos.', ': "$0"'),
  array_to_sentence_string: word(
    'The items of a list as a sentence.',
    'Los elementos de una lista como frase.',
    ': "$0"',
  ),
  size: word('How many items or characters there are.', 'Cuántos elementos o caracteres hay.'),
  first: word('The first item.', 'El primer elemento.'),
  last: word('The last item.', 'El último elemento.'),
  reverse: word('A list from its end.', 'Una lista desde el final.'),
  sort: word('A list in order.', 'Una lista en orden.'),
  uniq: word('A list without doubles.', 'Una lista sin repetidos.'),
  compact: word('A list without what is missing.', 'Una lista sin lo que falta.'),
  map: word('One part of each item.', 'Una parte de cada elemento.', ': "$0"'),
  where: word(
    'The items that have a part, or one with a value.',
    'Los elementos que tienen una parte, o una con un valor.',
    ': "$0"',
  ),
  upcase: word('In capitals.', 'En mayúsculas.'),
  downcase: word('In small letters.', 'En minúsculas.'),
  capitalize: word('With a capital at the beginning.', 'Con mayúscula inicial.'),
  append: word('With a text behind it.', 'Con un texto detrás.', ': "$0"'),
  prepend: word('With a text before it.', 'Con un texto delante.', ': "$0"'),
  replace: word('One text in place of another.', 'Un texto en lugar de otro.', ': "$0", ""'),
  remove: word('Without a text.', 'Sin un texto.', ': "$0"'),
  strip: word('Without blanks at both ends.', 'Sin blancos en los extremos.'),
  split: word('A text as a list.', 'Un texto como lista.', ': "$0"'),
  truncate: word('No longer than so many characters.', 'De no más de tantos caracteres.', ': 80'),
  truncatewords: word('No longer than so many words.', 'De no más de tantas palabras.', ': 20'),
  plus: word('Adds a number.', 'Suma un número.', ': $0'),
  minus: word('Takes a number away.', 'Resta un número.', ': $0'),
  times: word('So many times.', 'Multiplica por un número.', ': $0'),
  divided_by: word('Divides by a number.', 'Divide entre un número.', ': $0'),
  round: word('To the nearest whole number.', 'Al entero más próximo.'),
};

/** The tags that are useful in notices. */
export const templateTags: { readonly [name: string]: TemplateWord } = {
  if: word('Only where something is given.', 'Solo si algo se indica.', ' $1 %}$0{% endif'),
  elsif: word('Else, where something is given.', 'Si no, cuando algo se indica.', ' $0'),
  else: word('Else.', 'Si no.'),
  endif: word('Ends “if”.', 'Cierra «if».'),
  unless: word('Only where something is not given.', 'Solo si algo no se indica.', ' $1 %}$0{% endunless'),
  endunless: word('Ends “unless”.', 'Cierra «unless».'),
  for: word('For each item of a list.', 'Por cada elemento de una lista.', ' $1 in $2 %}$0\n{% endfor'),
  endfor: word('Ends “for”.', 'Cierra «for».'),
  case: word('By what a value is.', 'Según lo que valga.', ' $1 %}\n{% when "$2" %}$0\n{% endcase'),
  when: word('Where the value is this.', 'Cuando vale esto.', ' "$0"'),
  endcase: word('Ends “case”.', 'Cierra «case».'),
  include: word('Puts in a part that templates share.', 'Incluye una parte común.', ' "$0"'),
  assign: word('Gives something a name.', 'Da nombre a algo.', ' $1 = $0'),
  capture: word('Gives a text a name.', 'Da nombre a un texto.', ' $1 %}$0{% endcapture'),
  endcapture: word('Ends “capture”.', 'Cierra «capture».'),
  comment: word('A remark that nobody reads.', 'Una nota que nadie lee.', ' %}$0{% endcomment'),
  endcomment: word('Ends “comment”.', 'Cierra «comment».'),
};
