import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { inOrder, type Receipt } from './receiptStatement';

/** What of a receipt is not as its replay has it. */
export interface ReceiptDifference {
  readonly code: keyof typeof texts;
  readonly message: string;
}

const texts = {
  verdict: {
    en: 'The receipt says “{said}”, and from what was committed it is “{replayed}”.',
    es: 'El justificante dice «{said}» y, según lo que había en el commit, es «{replayed}».',
  },
  records: {
    en: 'Other records were judged: the receipt has {said}, the commit {replayed}.',
    es: 'Se juzgaron otros registros: el justificante tiene {said}; el commit, {replayed}.',
  },
  record: {
    en: '{record}: `{field}` is not what the commit has.',
    es: '{record}: `{field}` no es lo que tiene el commit.',
  },
  lostReason: {
    en: '{record}: the receipt does not say “{reason}”.',
    es: '{record}: el justificante no dice «{reason}».',
  },
  otherReason: {
    en: '{record}: the receipt says “{reason}”, which nothing there gives.',
    es: '{record}: el justificante dice «{reason}», que allí no sale de nada.',
  },
  configuration: {
    en: 'The digest of the configuration is not that of the commit.',
    es: 'La huella de la configuración no es la del commit.',
  },
  rules: {
    en: 'The digest of the rules is not that of this commit and this version.',
    es: 'La huella de las reglas no es la de este commit y esta versión.',
  },
  artifacts: {
    en: 'The artifact is not the one that the records name ({replayed}).',
    es: 'El artefacto no es el que nombran los registros ({replayed}).',
  },
  subject: {
    en: 'The subject is not what the receipt is about: its artifact and its commit.',
    es: 'El sujeto no es aquello de lo que trata el justificante: su artefacto y su commit.',
  },
  place: {
    en: 'What it says of the repository (`{field}`) is not so there.',
    es: 'Lo que dice del repositorio (`{field}`) no es así allí.',
  },
  tag: {
    en: 'The tag {tag} is gone, is another one now, or is none that the records name.',
    es: 'La etiqueta {tag} ya no está, ahora es otra, o no es de las que nombran los registros.',
  },
} as const satisfies { [code: string]: Localized };

const everything = { en: 'the whole call', es: 'toda la llamada' };
const words = {
  allowed: { en: 'allowed', es: 'permitido' },
  refused: { en: 'refused', es: 'rechazado' },
  none: { en: 'none', es: 'ninguno' },
} as const satisfies { [name: string]: Localized };

/** A verdict in a language. */
export function verdictText(verdict: 'allowed' | 'refused', language: Language): string {
  return words[verdict][language];
}

export function receiptDifference(
  code: keyof typeof texts,
  language: Language,
  args: MessageArgs = {},
): ReceiptDifference {
  return { code, message: fillIn(texts[code][language], argsIn(language, args)) };
}

/** A part of a decision that has reasons of its own: the whole call, or a record. */
interface Decided {
  readonly name: string;
  readonly reasons: Receipt['predicate']['reasons'];
}

/**
 * Where a receipt is not what its own commit gives, one sentence each; none where it comes out the same. Of a receipt of
 * another version only rules and codes of the reasons are compared, not their words, and not the digest of the rules.
 *
 * @param replayed the receipt that the replay would write
 */
export function receiptDifferences(
  receipt: Receipt,
  replayed: Receipt,
  language: Language,
): ReceiptDifference[] {
  const isSameVersion = receipt.predicate.program === replayed.predicate.program;
  return isSameVersion
    ? differencesOf(receipt, replayed, language)
    : differencesOf(withoutWords(receipt), withoutWords(replayed), language);
}

function differencesOf(receipt: Receipt, replayed: Receipt, language: Language): ReceiptDifference[] {
  const found: ReceiptDifference[] = [];
  const tell = (code: keyof typeof texts, args: MessageArgs = {}): void => {
    found.push(receiptDifference(code, language, args));
  };
  const [said, is] = [receipt.predicate, replayed.predicate];
  if (said.verdict !== is.verdict)
    tell('verdict', {
      said: verdictText(said.verdict, language),
      replayed: verdictText(is.verdict, language),
    });
  const [names, others] = [said.records.map(nameOf), is.records.map(nameOf)];
  if (!isSame(names, others)) tell('records', { said: listed(names), replayed: listed(others) });
  else
    for (const [at, record] of said.records.entries()) {
      const other = is.records[at];
      if (!other) continue;
      const { reasons, unverified, ...rest } = record;
      const { reasons: _, unverified: __, ...otherRest } = other;
      for (const field of Object.keys({ ...rest, ...otherRest }) as (keyof typeof rest)[])
        if (!isSame(rest[field], otherRest[field])) tell('record', { record: nameOf(record), field });
      found.push(
        ...reasonDifferences(
          { name: nameOf(record), reasons: [...reasons, ...unverified] },
          [...other.reasons, ...other.unverified],
          language,
        ),
      );
      // Each reason is known, but one that was let pass is no reason against it.
      const isMoved = !isSame(countOf(reasons), countOf(other.reasons));
      if (
        isMoved &&
        isSame(countOf([...reasons, ...unverified]), countOf([...other.reasons, ...other.unverified]))
      )
        tell('record', { record: nameOf(record), field: 'reasons' });
    }
  const whole = { name: everything[language], reasons: said.reasons };
  found.push(...reasonDifferences(whole, is.reasons, language));
  if (said.configuration !== is.configuration) tell('configuration');
  if (said.rules !== is.rules && said.program === is.program) tell('rules');
  if (!isSame(said.artifacts, is.artifacts))
    tell('artifacts', { replayed: listed(is.artifacts.map(({ sha256 }) => `sha256:${sha256}`)) });
  for (const field of ['roots', 'workspace', 'branches'] as const)
    if (!isSame(said[field], is[field])) tell('place', { field });
  for (const tag of new Set([...tagsOnlyIn(said.tags, is.tags), ...tagsOnlyIn(is.tags, said.tags)]))
    tell('tag', { tag });
  if (!isSame(receipt.subject, replayed.subject)) tell('subject');
  return found;
}

function tagsOnlyIn(tags: Receipt['predicate']['tags'], others: Receipt['predicate']['tags']): string[] {
  const isKnown = ({ name, object }: (typeof tags)[number]): boolean =>
    others.some((other) => other.name === name && other.object === object);
  return tags.filter((tag) => !isKnown(tag)).map(({ name }) => name);
}

/** Reasons that only one of two has. */
function reasonDifferences(
  { name: record, reasons }: Decided,
  others: Decided['reasons'],
  language: Language,
): ReceiptDifference[] {
  const lost = without(others, reasons).map(({ message: reason }) =>
    receiptDifference('lostReason', language, { record, reason }),
  );
  const more = without(reasons, others).map(({ message: reason }) =>
    receiptDifference('otherReason', language, { record, reason }),
  );
  return [...lost, ...more].slice(0, 20);
}

function without(reasons: Decided['reasons'], others: Decided['reasons']): Decided['reasons'] {
  const known = new Set(others.map(keyOf));
  return reasons.filter((reason) => !known.has(keyOf(reason)));
}

function countOf(reasons: Decided['reasons']): string[] {
  return reasons.map(keyOf).sort();
}

function keyOf({ code, rule = '', message }: Decided['reasons'][number]): string {
  return JSON.stringify([code, rule, message]);
}

/** A receipt with the reasons' codes in place of their words, which another version may say otherwise. */
function withoutWords({ predicate, ...rest }: Receipt): Receipt {
  const plain = (reasons: Decided['reasons']) =>
    reasons.map(({ message: _, ...reason }) => ({ ...reason, message: reason.rule ?? reason.code }));
  const records = predicate.records.map((record) => ({
    ...record,
    reasons: plain(record.reasons),
    unverified: plain(record.unverified),
  }));
  return { ...rest, predicate: { ...predicate, reasons: plain(predicate.reasons), records } };
}

function nameOf({ id, file }: Receipt['predicate']['records'][number]): string {
  return id === null ? file : `${id} (${file})`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '–' : [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(', ');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
