import type { Language, Localized } from '../model/text/localized';
import { changeStatusChoice } from '../model/vocabulary/choices';
import { choiceNamed } from '../model/vocabulary/vocabulary';
import type { Process, RuleData, RuleOption } from '../rules/rule';

/** The processes that rules come from, by the letters that rules carry. */
export const processNames: { readonly [letter in Process]: Localized } = {
  A: { en: 'updates and deployments', es: 'actualizaciones y despliegues' },
  S: { en: 'production deployments per customer', es: 'despliegues a producción por cliente' },
  M: { en: 'change and release tickets', es: 'tickets de cambio y publicación' },
  P: { en: 'putting applications into production', es: 'puesta en producción de aplicaciones' },
  R: { en: 'release procedure', es: 'procedimiento de publicación' },
};

const types = {
  procedure: { en: 'procedures', es: 'procedimientos' },
  change: { en: 'changes', es: 'cambios' },
  ticket: { en: 'tickets', es: 'incidencias' },
} as const satisfies { readonly [type: string]: Localized };

const words = {
  severity: { en: 'Severity', es: 'Severidad' },
  appliesTo: { en: 'Applies to', es: 'Se aplica a' },
  reads: { en: 'Reads', es: 'Lee' },
  comesFrom: { en: 'Comes from', es: 'Viene de' },
  config: { en: 'the files under `.changebook/`', es: 'los ficheros bajo `.changebook/`' },
  and: { en: ' and ', es: ' y ' },
  error: { en: 'error', es: 'error' },
  warning: { en: 'warning', es: 'advertencia' },
  info: { en: 'information', es: 'información' },
  from: { en: ', from {state} on', es: ', desde {state}' },
  errorFrom: { en: 'error from {state} on', es: 'error desde {state}' },
  emergencyWarning: { en: 'a warning for emergencies', es: 'advertencia en las emergencias' },
  emergencyOff: { en: 'not for emergencies', es: 'no en las emergencias' },
  emergencyFrom: { en: 'for emergencies from {state} on', es: 'en las emergencias desde {state}' },
  whileOpen: { en: 'only while the change is open', es: 'solo mientras el cambio está abierto' },
  team: { en: 'off without a `config.yaml`', es: 'desactivada sin un `config.yaml`' },
  listOf: { en: 'list of {kind}', es: 'lista de {kind}' },
  integer: { en: 'whole number', es: 'número entero' },
  text: { en: 'text', es: 'texto' },
  none: { en: 'none', es: 'ninguno' },
} as const satisfies { readonly [word: string]: Localized };

/** What a rule is about, each fact with its label, as markdown. */
export function ruleFacts(rule: RuleData, language: Language): [label: string, text: string][] {
  const own = rule.appliesTo.map((type) => types[type][language]);
  const facts: [keyof typeof words, string][] = [
    ['severity', severityWords(rule, language)],
    ['appliesTo', own.length > 0 ? listed(own, language) : words.config[language]],
    ['reads', listed(rule.reads.map(code), language)],
    [
      'comesFrom',
      listed(
        rule.sources.map((source) => processNames[source][language]),
        language,
      ),
    ],
  ];
  return facts.flatMap(([name, text]) => (text === '' ? [] : [[words[name][language], text]]));
}

/** How bad a rule's findings are and from which state on, in plain words. */
export function severityWords(rule: RuleData, language: Language): string {
  const say = (name: keyof typeof words, state = ''): string =>
    words[name][language].replace('{state}', stateNames(state, language));
  const { emergency } = rule;
  const severity = say(rule.severity) + (rule.from ? say('from', rule.from) : '');
  return [
    severity,
    ...(rule.errorFrom ? [say('errorFrom', rule.errorFrom)] : []),
    ...(emergency?.warning ? [say('emergencyWarning')] : []),
    ...(emergency?.off ? [say('emergencyOff')] : []),
    ...(emergency?.from ? [say('emergencyFrom', emergency.from)] : []),
    ...(rule.lasts === 'open' ? [say('whileOpen')] : []),
    ...(rule.needsTeam ? [say('team')] : []),
  ].join('; ');
}

/** A state under both of its names, the reader's first. */
function stateNames(name: string, language: Language): string {
  const known = choiceNamed(changeStatusChoice.choices, name);
  if (!known) return name === '' ? '' : code(name);
  const [spanish] = changeStatusChoice.choices[known];
  const [first, second] = language === 'es' ? [spanish, known] : [known, spanish];
  return `${code(first)} (${code(second)})`;
}

/** What an option holds: its kind, or the values that it may have. */
export function optionKind({ type }: RuleOption, language: Language): string {
  const { kind } = type.item ?? type;
  if (type.choices)
    return Object.keys(type.choices)
      .map((name) => code(nameIn(type, name, language)))
      .join(', ');
  const one = kind === 'integer' || kind === 'text' ? words[kind][language] : kind;
  return type.item ? words.listOf[language].replace('{kind}', one) : one;
}

/** What an option is where nobody sets it. */
export function optionDefault({ type, default: usual }: RuleOption, language: Language): string {
  if (usual === undefined) return words.none[language];
  return code(type.choices ? nameIn(type, String(usual), language) : JSON.stringify(usual));
}

/** A value out of several in the reader's language. */
function nameIn({ choices }: RuleOption['type'], name: string, language: Language): string {
  return language === 'es' ? (choices?.[name]?.[0] ?? name) : name;
}

/** `a`, `a and b`, `a, b and c`. */
function listed(texts: readonly string[], language: Language): string {
  const last = texts.at(-1) ?? '';
  return texts.length > 1 ? `${texts.slice(0, -1).join(', ')}${words.and[language]}${last}` : last;
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
