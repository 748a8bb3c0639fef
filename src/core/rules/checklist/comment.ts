import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { Report } from '../../findings/report';
import { nearestName } from '../../model/parse/nearest';
import type { ParsedRecord } from '../../model/parse/record';
import { readStepComment, type StepCommentFault, stepWordPlace } from '../../model/parse/stepComment';
import { plainName } from '../../model/text/plainName';
import { textRange } from '../../model/text/range';
import { type StepWordName, stepWords } from '../../model/vocabulary/stepWords';
import { fieldsByName, recordTypes } from '../../model/vocabulary/vocabulary';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `checklist/comment`: what the comment of a step says can be read. */
export const checklistComment = defineRule({
  id: 'checklist/comment',
  severity: 'warning',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'Word of a step that cannot be read', es: 'Palabra de un paso que no se puede leer' },
  explanation: {
    en: 'The comment at the end of a step, `<!-- step: backup by=dba takes=10m evidence -->`, has a name first or none, and behind it words of the format in any order; a value with blanks stands in quotes. What cannot be read is as good as not there: nobody is asked for it, and nothing waits for it.',
    es: 'El comentario al final de un paso, `<!-- paso: respaldo por=dba dura=10m evidencia -->`, lleva primero un nombre o ninguno y detrás palabras del formato en cualquier orden; un valor con espacios va entre comillas. Lo que no se puede leer es como si no estuviera: nadie lo pide y nada lo espera.',
  },
  messages: {
    nothing: {
      en: 'This comment says nothing of its step; give it a name, such as “<!-- step: backup -->”, or take it out.',
      es: 'Este comentario no dice nada de su paso; dale un nombre, como «<!-- paso: respaldo -->», o quítalo.',
    },
    unknown: {
      en: '“{written}” is no word of a step{hasNearest|; did you mean “{nearest}”?|.} Known are {known}.',
      es: '«{written}» no es una palabra de un paso{hasNearest|; ¿querías decir «{nearest}»?|.} Se conocen {known}.',
    },
    twice: {
      en: 'The step has said that already; take “{written}” out.',
      es: 'El paso ya lo ha dicho; quita «{written}».',
    },
    noValue: {
      en: '“{written}” has no value; write it behind the “=”, in quotes where it has blanks: {example}.',
      es: '«{written}» no tiene valor; escríbelo detrás del «=», entre comillas si lleva espacios: {example}.',
    },
    value: {
      en: '“{word}” stands alone; take out what is behind it.',
      es: '«{word}» va solo; quita lo que lleva detrás.',
    },
    duration: {
      en: '“{written}” is no duration; write days, hours and minutes: {example}, 1h30m.',
      es: '«{written}» no es una duración; escribe días, horas y minutos: {example}, 1h30m.',
    },
    offset: {
      en: '“{written}” says no time before or behind the start; write days, hours and minutes, a year at most: {example}.',
      es: '«{written}» no dice cuánto antes o después del inicio; escribe días, horas y minutos, un año como mucho: {example}.',
    },
    condition: {
      en: 'No field is called “{written}”, and it is among the conditions of neither this change nor any customer, so that the step never counts; correct it, or write it into `conditions`.',
      es: 'Ningún campo se llama «{written}» ni está entre las condiciones de este cambio o de algún cliente, así que el paso nunca cuenta; corrígelo o ponlo en `condiciones`.',
    },
    quote: {
      en: 'The quotation mark in “{written}” is not closed; close it in the same comment.',
      es: 'Las comillas de «{written}» no se cierran; ciérralas en el mismo comentario.',
    },
    secondName: {
      en: 'A step has one name, and “{written}” is neither that nor a word of a step. Known are {known}.',
      es: 'Un paso tiene un solo nombre y «{written}» no lo es, ni una palabra de un paso. Se conocen {known}.',
    },
  },
  *check(record, { config }) {
    if (record.type !== 'procedure' && !isOpen(stageOfRecord(record, config))) return;
    const { text } = record.lines;
    // They are gathered where the first step asks for one, since few do.
    let known: ReadonlySet<string> | undefined;
    for (const { range, if: condition } of record.body.steps) {
      // Most steps have no comment.
      if (!text.startsWith('-->', range.end - 3)) continue;
      const start = text.lastIndexOf('<!--', range.end);
      if (start < range.start) continue;
      for (const fault of readStepComment(text.slice(start, range.end))?.faults ?? [])
        yield reportOf(fault, start, record.language);
      if (condition === undefined || record.type === 'procedure') continue;
      known ??= knownConditions(record, config);
      if (!known.has(plainName(condition))) {
        const place = stepWordPlace(range, text, 'if');
        yield { message: 'condition', range: place, args: { written: condition.slice(0, 60) } };
      }
    }
  },
});

/**
 * The conditions that may be met: the fields that a change may have, and the words that somebody has. A change that is made
 * from a procedure may bring conditions of its own, so that of those nothing is known.
 */
function knownConditions(record: ParsedRecord, { customers }: WorkspaceConfig): ReadonlySet<string> {
  const own = record.type === 'change' ? (record.data.conditions ?? []) : [];
  const words = [...customers.values()].flatMap(({ conditions = [] }) => conditions);
  const fields = fieldsByName(recordTypes[record.type].fields).keys();
  return new Set([...fields, ...own, ...words].map(plainName));
}

function reportOf(
  { kind, written, range, word }: StepCommentFault,
  at: number,
  language: 'en' | 'es',
): Report {
  const names = Object.entries(stepWords).map(([name, { es }]) => (language === 'es' ? es : name));
  const key = written.split('=')[0] ?? '';
  const nearest = nearestName(
    key,
    Object.entries(stepWords).flatMap(([name, { es }]) => [name, es]),
  );
  const own: StepWordName | undefined = word;
  const args = {
    written: written.slice(0, 60),
    known: names.join(', '),
    nearest: nearest ?? '',
    hasNearest: nearest === undefined ? 0 : 1,
    word: key,
    example: own ? stepWords[own].example[language] : '',
  };
  return { message: kind, range: textRange(at + range.start, at + range.end), args };
}
