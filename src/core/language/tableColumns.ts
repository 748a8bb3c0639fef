const numberTitle =
  /^(?:#|n|id|nr\.?|n[.ºo°]+|num(?:ber|\.)?|n[uú]m(?:ero|\.)?|step ?(?:#|no\.?)|paso ?(?:#|n[.ºo°]*)|order|orden)$/i;
const mainTitle =
  /step|task|action|activit|descri|instruction|what|command|check|paso|tarea|acci[oó]n|actividad|instrucci|qu[eé]|orden|comprobaci/i;
const doneTitle =
  /^(?:done|ok|status|state|complete[d]?|check(?:ed)?|result|hecho|estado|listo|completad[oa]|realizad[oa]|[✓✔☑✅])\??$/iu;
const byTitle =
  /^(?:who|by|role|owner|responsible|performer|performed by|assignee|team|qui[eé]n|rol|responsable|ejecutor|equipo)\??$/i;
const takesTitle =
  /^(?:takes|duration|length|est(?:imat\w*|\.)?(?: time)?|dura(?:ci[oó]n)?|tiempo estimado)$/i;
/** A length of time with its unit. */
const length = /^(\d{1,3}) ?(?:(h)(?:ours?|oras?)?|m(?:in(?:utes?|utos?|s|\.)?)?)$/i;
/** A name that a comment can hold. */
const plainName = /^[\p{L}\p{N} ._@-]{0,60}$/u;
const doneMark = /^(?:\[[xX]\]|[xX✓✔☑✅☒]\uFE0F?|done|yes|ok|hecho|s[ií])$/iu;
const openMark = /^(?:|\[ ?\]|☐|⬜|-|–|no|pending|open|to ?do|pendiente|abierto)$/iu;

/** What the columns of a table of steps hold; -1 for none. */
interface Columns {
  readonly number: number;
  readonly done: number;
  readonly by: number;
  readonly takes: number;
  /** What is to be done. */
  readonly main: number;
}

/** Tells the columns of a table by their titles and by what stands in them. */
export function columnsOf(titles: readonly string[], rows: readonly string[][]): Columns {
  const column = (fits: (title: string, cells: readonly string[], at: number) => boolean): number =>
    titles.findIndex((title, at) =>
      fits(
        title,
        rows.map((row) => row[at] ?? ''),
        at,
      ),
    );
  const number = column((title, cells) => {
    const areNumbers = cells.every((cell) => /^\d+(?:\.\d+)*[.)]?$/.test(cell));
    return areNumbers && (numberTitle.test(title) || title === '' || mainTitle.test(title));
  });
  const done = column((title, cells, at) => {
    const areMarks = cells.every((cell) => doneMark.test(cell) || openMark.test(cell));
    return (
      at !== number &&
      areMarks &&
      (doneTitle.test(title) || cells.some((cell) => /^(?:\[.?\]|[☐☑☒✅⬜])/u.test(cell)))
    );
  });
  const by = column((title, cells) => byTitle.test(title) && cells.every((cell) => plainName.test(cell)));
  const takes = column((title, cells) => {
    return takesTitle.test(title) && cells.every((cell) => cell === '' || length.test(cell));
  });
  const isFree = (at: number): boolean => ![number, done, by, takes].includes(at);
  const named = column((title, cells, at) => isFree(at) && mainTitle.test(title) && cells.some(Boolean));
  const main = named >= 0 ? named : column((_, cells, at) => isFree(at) && cells.some(Boolean));
  return { number, done, by, takes, main };
}

/** Whether a cell says that its step is done. */
export function isDoneMark(cell: string): boolean {
  return doneMark.test(cell);
}

/** A length of time as the format writes it. */
export function lengthIn(cell: string): string {
  const [, count = '', hours] = length.exec(cell) ?? [];
  return count + (hours === undefined ? 'm' : 'h');
}
