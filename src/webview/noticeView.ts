import type {
  ForeignTexts,
  NoticeGap,
  NoticeOption,
  NoticePicture,
  NoticeRequest,
  NoticeSaying,
  ShownDraft,
} from '../core/model/messages/noticeMessages';
import { markEach } from './markEach';
import { openMenus } from './menus';
import { foldWhereNarrow, found, pageEditor } from './page';

// Runs inside the preview of notices. It shows the draft that it receives, marks its gaps, and copies it. The extension
// makes the draft and sanitises its HTML.

const editor = pageEditor<NoticeRequest>();
let draft: ShownDraft | undefined;
/** What entries of the page do with the notice. */
const uses = ['markSent', 'copySubject', 'openMail', 'saveMail'] as const;

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function buttonOf(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
}

function optionOf({ name, label }: NoticeOption): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = name;
  option.textContent = label;
  return option;
}

/** Buttons and entries that are disabled while there is a gap. */
function blockable(): HTMLElement[] {
  return [found('copy'), ...document.querySelectorAll<HTMLElement>('[data-use]')];
}

function isReady(shown: ShownDraft | undefined): shown is ShownDraft {
  return shown !== undefined && shown.gaps.length === 0 && shown.unfit === '';
}

function show(picture: NoticePicture): void {
  editor.setState(picture.state);
  found('heading').textContent = picture.heading;
  showKinds(picture);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === picture.shown.language));
  showFields(picture);
  const { draft: given } = picture;
  draft = 'problem' in given ? undefined : given;
  for (const use of document.querySelectorAll<HTMLElement>('[data-use=markSent]'))
    use.hidden = !picture.mayAct;
  for (const id of ['openMail', 'saveMail']) found(id).hidden = !picture.mayAct || !draft?.saving;
  if (draft?.saving) found('saveMail').textContent = draft.saving;
  const unfit = 'problem' in given ? given.problem : given.unfit;
  showWarning(unfit, draft?.doubt ?? '');
  found('draft').hidden = draft === undefined;
  found('draft').dataset.kind = picture.shown.kind;
  found('draft').classList.toggle('preview', unfit !== '');
  showGaps(draft?.gaps ?? []);
  put('sent', draft?.sent ?? '');
  for (const button of blockable()) block(button, !isReady(draft), unfit);
  if (draft) showDraft(draft, picture.shown.language);
}

/** Writes a text where it is another one, so that it is not read aloud again. */
function put(id: string, text: string): void {
  const element = found(id);
  element.hidden = text === '';
  if (element.textContent !== text) element.textContent = text;
}

/** Stands above the buttons: what speaks against sending it, or makes it doubtful. */
function showWarning(unfit: string, doubt: string): void {
  const warning = found('warning');
  const { unfit: never = '', doubt: maybe = '' } = found('warningHead').dataset;
  put('warningHead', unfit !== '' ? never : maybe);
  put('problem', unfit || doubt);
  warning.hidden = unfit === '' && doubt === '';
}

/** The kinds that the status calls for, and the others. */
function showKinds({ kinds, shown }: NoticePicture): void {
  const picker = found('kind');
  if (!(picker instanceof HTMLSelectElement)) return;
  const { called = '', others = '' } = picker.dataset;
  const groups = [called, others].map((label, at) => {
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...kinds.filter((kind) => kind.called === (at === 0)).map(optionOf));
    return group;
  });
  // A list that is open stays open while the record is typed.
  const told = JSON.stringify(kinds);
  if (picker.dataset.kinds !== told)
    picker.replaceChildren(...groups.filter(({ children }) => children.length > 0));
  picker.dataset.kinds = told;
  picker.value = shown.kind;
}

/** The fields for the audience and the expected end, which only some notices have. */
function showFields({ audiences, shown, estimate }: NoticePicture): void {
  const audience = found('audience');
  found('audienceField').hidden = audiences.length === 0;
  if (document.activeElement !== audience) audience.replaceChildren(...audiences.map(optionOf));
  if (audience instanceof HTMLSelectElement) audience.value = shown.audience;
  const field = found('estimate');
  found('estimateField').hidden = estimate === undefined;
  found('estimateProblem').textContent = estimate?.problem ?? '';
  found('estimateLabel').textContent = estimate?.label ?? '';
  // The text is left alone while the user types.
  if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = estimate?.at ?? '';
}

/** A disabled button stays focusable, with the reason as its description. */
function block(button: HTMLElement, blocked: boolean, unfit: string): void {
  button.setAttribute('aria-disabled', String(blocked));
  const doubted = !blocked && !found('warning').hidden;
  if (blocked || doubted)
    button.setAttribute('aria-describedby', blocked && unfit === '' ? 'gaps' : 'warning');
  else button.removeAttribute('aria-describedby');
  const reasons = [...found('gapList').children].map(({ textContent }) => textContent).join('\n');
  if (blocked) button.title = unfit || `${found('why').textContent}\n${reasons}`;
  else button.removeAttribute('title');
}

function showGaps(gaps: readonly NoticeGap[]): void {
  found('gaps').hidden = gaps.length === 0;
  const items = gaps.map(({ label }, gap) => {
    const item = document.createElement('li');
    const link = buttonOf(label, () => editor.postMessage({ kind: 'mend', gap }));
    link.className = 'link';
    item.append(link);
    return item;
  });
  found('gapList').replaceChildren(...items);
}

function showDraft({ subject, html, facts, gaps, foreign }: ShownDraft, language: string): void {
  const title = made('dd', subject);
  title.id = 'subject';
  title.lang = language;
  const rows = facts.flatMap(([label, text]) => [made('dt', label), made('dd', text)]);
  const list = found('facts');
  list.replaceChildren(...rows, made('dt', list.dataset.subject ?? ''), title);
  const letter = found('letter');
  letter.lang = language;
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  letter.replaceChildren(...[...parsed.childNodes].map((node) => document.importNode(node, true)));
  for (const part of [title, letter]) {
    markGaps(part, gaps);
    if (foreign) markForeign(part, foreign);
  }
  put('foreign', foreign?.told ?? '');
}

/** Turns missing values into buttons that lead to their fields. */
function markGaps(within: HTMLElement, gaps: readonly NoticeGap[]): void {
  const marks = gaps.map(({ mark }) => mark);
  markEach(within, marks, (gap) => {
    const button = buttonOf(marks[gap] ?? '', () => editor.postMessage({ kind: 'mend', gap }));
    button.className = 'gap';
    button.title = gaps[gap]?.label ?? '';
    return button;
  });
}

/** Marks what is in another language, for the eye and for a screen reader. */
function markForeign(within: HTMLElement, { texts, language, label }: ForeignTexts): void {
  markEach(within, texts, (at) => {
    const marked = made('span', texts[at] ?? '');
    marked.className = 'foreign';
    marked.lang = language;
    marked.title = label;
    return marked;
  });
}

let silence: ReturnType<typeof setTimeout> | undefined;

function say(text = ''): void {
  const said = found('said');
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => {
    said.textContent = '';
  }, 6000);
}

/** Copies HTML and plain text at once. Where the page may not use the clipboard, the editor copies the text. */
async function copy(): Promise<void> {
  if (!isReady(draft)) return;
  const { html, plain } = draft;
  try {
    const part = (text: string, type: string): Blob => new Blob([text], { type });
    const parts = { 'text/html': part(html, 'text/html'), 'text/plain': part(plain, 'text/plain') };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    say(found('said').dataset.copied);
  } catch {
    editor.postMessage({ kind: 'copyPlain' });
    say(found('said').dataset.plain);
  }
}

found('copy').addEventListener('click', () => void copy());
for (const button of document.querySelectorAll<HTMLElement>('[data-use]'))
  button.addEventListener('click', () => {
    const kind = uses.find((name) => name === button.dataset.use);
    if (!kind || !isReady(draft)) return;
    editor.postMessage({ kind });
    if (kind === 'copySubject') say(found('said').dataset.subject);
  });
const audiences = ['team', 'customer', 'parties', 'users'] as const;
found('audience').addEventListener('change', ({ target }) => {
  const audience = audiences.find((name) => target instanceof HTMLSelectElement && target.value === name);
  if (audience) editor.postMessage({ kind: 'address', audience });
});
found('estimate').addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) editor.postMessage({ kind: 'estimate', at: target.value });
});
found('kind').addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.value !== '')
    editor.postMessage({ kind: 'show', notice: target.value });
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]'))
  button.addEventListener('click', () => {
    editor.postMessage({ kind: 'speak', language: button.dataset.language === 'es' ? 'es' : 'en' });
  });

window.addEventListener('message', ({ data }: MessageEvent<NoticePicture | NoticeSaying>) => {
  if (data.kind === 'notice') show(data);
  else say(data.text);
});
openMenus();
foldWhereNarrow();
editor.postMessage({ kind: 'ready' });
