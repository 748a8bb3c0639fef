import { assistantPrompts, promptWords } from '../../core/assistant/assistantPrompts';
import { quotedAnswer } from '../../core/assistant/quotedAnswer';
import { readToolInput } from '../../core/assistant/toolInput';
import { toolTexts } from '../../core/assistant/toolTexts';
import { fillIn, type Localized, localized } from '../../core/model/text/localized';
import { dataOf, newMark, runCall, type ToolPlace } from './answerTool';

/** The words of a prompt, with what they are about quoted behind them. */
export async function answerPrompt(
  name: string,
  given: unknown,
  place: Pick<ToolPlace, 'folder' | 'via' | 'language'>,
  signal?: AbortSignal,
): Promise<{ readonly text: string; readonly about: Localized } | { readonly wrong: Localized }> {
  const prompt = assistantPrompts.find((candidate) => candidate.name === name);
  if (!prompt)
    return {
      wrong: localized((language) => fillIn(toolTexts.noRecord[language], { uri: name.slice(0, 60) })),
    };
  const read = readToolInput(prompt, given);
  if ('wrong' in read) return read;
  const input = read.input as { readonly [name: string]: string | undefined };
  const answers: unknown[] = [];
  for (const call of prompt.calls(input)) answers.push(dataOf(await runCall(call, place, signal)));
  const [first] = answers;
  if (prompt.checks && typeof first === 'object' && first !== null && 'file' in first) {
    const check = { args: ['check', '--format=json', '--', String(first.file)] };
    answers.push(dataOf(await runCall(check, place, signal)));
  }
  const { language } = place;
  const quoted = answers.map((answer) => quotedAnswer(answer, newMark(), language));
  return { text: [promptWords(prompt, input, language), ...quoted].join('\n\n'), about: prompt.about };
}
