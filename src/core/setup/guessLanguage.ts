import type { Language } from '../model/text/localized';
import type { SetupFacts } from './setupFacts';

const spanish =
  /(?<!\p{L})(?:que|los|las|del|para|con|una|por|como|antes|después|está|esta|cada|el)(?!\p{L})/giu;
const english = /(?<!\p{L})(?:the|and|of|to|for|with|this|that|before|after|from|each|is|in|you)(?!\p{L})/giu;

/** The language that the repository is written in, by its frequent words; else that of whoever asks. */
export function guessLanguage({ texts, language }: Pick<SetupFacts, 'texts' | 'language'>): Language {
  const prose = [...texts].flatMap(([file, text]) =>
    /\.(?:md|markdown)$/i.test(file) ? text.slice(0, 50_000) : [],
  );
  const count = (words: RegExp): number => prose.join('\n').match(words)?.length ?? 0;
  const [es, en] = [count(spanish), count(english)];
  if (es + en < 10) return language;
  return es > en ? 'es' : 'en';
}
