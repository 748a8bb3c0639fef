import { randomBytes } from 'node:crypto';
import { toolNamed } from '../../core/assistant/assistantTools';
import { quotedAnswer } from '../../core/assistant/quotedAnswer';
import { readToolInput } from '../../core/assistant/toolInput';
import type { ToolCall } from '../../core/assistant/toolParameter';
import { toolTexts } from '../../core/assistant/toolTexts';
import { fillIn, type Language, type Localized } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { ownIdentity } from '../commit/identity';
import { type ProgramAnswer, runProgram } from './runProgram';
import { rulePage } from './shippedPages';

/** Where tools are called, and by whom. */
export interface ToolPlace {
  /** A folder of the workspace. */
  readonly folder: string;
  readonly language: Language;
  readonly allowsWrites: boolean;
  /** What calls them, as commits carry it. */
  readonly via: string;
}

/** What a tool answers. */
export interface ToolAnswer {
  readonly text: string;
  /** Nothing was done, and why not stands in the text. */
  readonly failed: boolean;
}

/** Answers one call of a tool, whatever it is called with. */
export async function answerTool(
  name: string,
  given: unknown,
  place: ToolPlace,
  signal?: AbortSignal,
): Promise<ToolAnswer> {
  const { language } = place;
  const refused = (wrong: Localized): ToolAnswer => ({ text: wrong[language], failed: true });
  const found = toolNamed(name, place.allowsWrites);
  if ('wrong' in found) return refused(found.wrong);
  const { tool } = found;
  const read = readToolInput(tool, given);
  if ('wrong' in read) return refused(read.wrong);
  const wrong = tool.refuses?.(read.input);
  if (wrong) return refused(wrong);
  const call = tool.call(read.input);
  if ('rule' in call) {
    const page = await rulePage(call.rule);
    return 'wrong' in page ? refused(page.wrong) : { text: page.text, failed: false };
  }
  const answer = await runCall(call, place, signal);
  if (tool.writes) return toldOfCommit(answer, place);
  const kept = tool.keepsBack?.(dataOf(answer));
  return kept ? refused(kept) : toldOfReading(answer, place);
}

/** Runs a call in the folder of the workspace; the commits that it makes carry where they came from. */
export function runCall(
  { args, input }: ToolCall,
  { folder, via }: Pick<ToolPlace, 'folder' | 'via'>,
  signal?: AbortSignal,
): Promise<ProgramAnswer> {
  return runProgram(args, { cwd: folder, input, env: { CHANGEBOOK_VIA: via }, signal });
}

/** A word that nobody who wrote a record can know. */
export function newMark(): string {
  return randomBytes(6).toString('hex');
}

function toldOfReading(answer: ProgramAnswer, { language }: ToolPlace): ToolAnswer {
  const { code, out } = answer;
  // Exit code 1 of a reading call tells what was found.
  if (code >= 0 && out !== '')
    return { text: quotedAnswer(dataOf(answer), newMark(), language), failed: false };
  return failedAnswer(answer, language);
}

async function toldOfCommit(answer: ProgramAnswer, place: ToolPlace): Promise<ToolAnswer> {
  const { language, folder } = place;
  const data = dataOf(answer);
  if (answer.code !== 0 || typeof data !== 'object' || data === null) return failedAnswer(answer, language);
  const who = await ownIdentity(folder);
  const name = who ? oneLineValue(`${who.name} <${who.address}>`, 200) : toolTexts.nobody[language];
  const { commit, outcome } = data as { commit?: unknown; outcome?: unknown };
  const text = typeof commit === 'string' ? 'committed' : outcome === 'planned' ? 'wouldCommit' : 'unchanged';
  const head = fillIn(toolTexts[text][language], { name, via: place.via });
  return { text: `${head}\n${quotedAnswer(data, newMark(), language)}`, failed: false };
}

function failedAnswer({ code, out, err }: ProgramAnswer, language: Language): ToolAnswer {
  if (code < 0) return { text: toolTexts.unfinished[language], failed: true };
  const why = quotedAnswer(dataOf({ code, out, err }), newMark(), language);
  return { text: `${toolTexts.refused[language]}\n${why}`, failed: true };
}

/** What a call answered: its report, with what it told beside. */
export function dataOf({ out, err }: ProgramAnswer): unknown {
  const told = toldBeside(err);
  if (out === '') return { told: told === '' ? err.trim() : told };
  try {
    const report: unknown = JSON.parse(out);
    return told === '' || typeof report !== 'object' ? report : { ...report, told };
  } catch {
    return { answer: out, told };
  }
}

/** What was said beside an answer: of a long reading, not how far it is. */
function toldBeside(err: string): string {
  const said = [...err.matchAll(/^changebook: (.*)$/gm)].map(([, line = '']) => line);
  return said.join('\n');
}
