import type {
  NoticeGap,
  NoticeOption,
  NoticePicture,
  NoticeRequest,
  NoticeSaying,
  ShownDraft,
} from '../core/model/messages/noticeMessages';
import { found, pageEditor } from './page';

// Runs inside the preview of notices. It shows the draft that it receives, marks its gaps, and copies it. The extension
// makes the draft and sanitises its HTML.

const editor = pageEditor<NoticeRequest>();
let draft: ShownDraft | undefined;

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

/** Buttons that are disabled while there is a gap. */
const blockable = ['copy', 'copySubject', 'openMail', 'saveMail', 'markSent'];

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
  found('markSent').hidden = !picture.mayAct;
  for (const id of ['openMail', 'saveMail']) found(id).hidden = !picture.mayAct || !draft?.saving;
  if (draft?.saving) found('saveMail').textContent = draft.saving;
  const problem = 'problem' in given ? given.problem : given.unfit;
  found('problem').hidden = problem === '';
  if (found('problem').textContent !== problem) found('problem').textContent = problem;
  found('draft').hidden = draft === undefined;
  const gaps = draft?.gaps ?? [];
  showGaps(gaps);
  for (const id of blockable) block(found(id), !isReady(draft), problem);
  if (draft) showDraft(draft, picture.shown.language);
}

function showKinds({ kinds, shown }: NoticePicture): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.kind : '';
  const tabs = kinds.filter(({ name, called }) => called || name === shown.kind);
  const buttons = tabs.map(({ name, label }) => {
    const tab = buttonOf(label, () => editor.postMessage({ kind: 'show', notice: name }));
    tab.dataset.kind = name;
    tab.setAttribute('aria-pressed', String(name === shown.kind));
    return tab;
  });
  found('kinds').replaceChildren(...buttons);
  buttons.find(({ dataset }) => dataset.kind === focused)?.focus();
  const others = found('others');
  const options = kinds.filter((kind) => !tabs.includes(kind)).map(optionOf);
  const [first] = others.children;
  if (first && document.activeElement !== others) others.replaceChildren(first, ...options);
  if (others instanceof HTMLSelectElement) others.value = '';
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
function block(button: HTMLElement, blocked: boolean, problem: string): void {
  button.setAttribute('aria-disabled', String(blocked));
  if (blocked) {
    button.setAttribute('aria-describedby', problem === '' ? 'gaps' : 'problem');
    const reasons = [...found('gapList').children].map(({ textContent }) => textContent).join('\n');
    button.title = problem || `${found('why').textContent}\n${reasons}`;
  } else {
    button.removeAttribute('aria-describedby');
    button.removeAttribute('title');
  }
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

function showDraft({ subject, html, facts, gaps }: ShownDraft, language: string): void {
  const title = made('dd', subject);
  title.id = 'subject';
  title.lang = language;
  markGaps(title, gaps);
  const rows = facts.flatMap(([label, text]) => [made('dt', label), made('dd', text)]);
  const list = found('facts');
  list.replaceChildren(...rows, made('dt', list.dataset.subject ?? ''), title);
  const letter = found('letter');
  letter.lang = language;
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  letter.replaceChildren(...[...parsed.childNodes].map((node) => document.importNode(node, true)));
  markGaps(letter, gaps);
}

/** Turns missing values into buttons that lead to their fields. */
function markGaps(within: HTMLElement, gaps: readonly NoticeGap[]): void {
  if (gaps.length === 0) return;
  const texts: Text[] = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  for (const text of texts) markIn(text, gaps);
}

function markIn(text: Text, gaps: readonly NoticeGap[]): void {
  for (const [gap, { mark, label }] of gaps.entries()) {
    const start = text.data.indexOf(mark);
    if (start < 0) continue;
    const rest = text.splitText(start).splitText(mark.length);
    const button = buttonOf(mark, () => editor.postMessage({ kind: 'mend', gap }));
    button.className = 'gap';
    button.title = label;
    rest.previousSibling?.replaceWith(button);
    markIn(text, gaps);
    markIn(rest, gaps);
    return;
  }
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
found('copySubject').addEventListener('click', () => {
  if (!isReady(draft)) return;
  editor.postMessage({ kind: 'copySubject' });
  say(found('said').dataset.subject);
});
for (const kind of ['openMail', 'saveMail', 'markSent'] as const)
  found(kind).addEventListener('click', () => {
    if (isReady(draft)) editor.postMessage({ kind });
  });
const audiences = ['team', 'customer', 'parties', 'users'] as const;
found('audience').addEventListener('change', ({ target }) => {
  const audience = audiences.find((name) => target instanceof HTMLSelectElement && target.value === name);
  if (audience) editor.postMessage({ kind: 'address', audience });
});
found('estimate').addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) editor.postMessage({ kind: 'estimate', at: target.value });
});
found('others').addEventListener('change', ({ target }) => {
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
editor.postMessage({ kind: 'ready' });
