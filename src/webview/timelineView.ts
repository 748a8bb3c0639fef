import type {
  ShownComing,
  TimelineFocus,
  TimelinePicture,
  TimelineRequest,
  TimelineSaying,
} from '../core/model/messages/timelineMessages';
import { openMenus } from './menus';
import { foldWhereNarrow, found, pageEditor } from './page';

// Runs inside the calendar. It shows the picture that it receives, moves the focus from bar to bar, and reports what
// was chosen. The extension draws the picture.

const editor = pageEditor<TimelineRequest>();
const stage = found('picture');
const heading = found('heading');
/** The bar that Tab leads to. */
let current = '';
/** The bar to which the focus goes once it is in the picture. */
let awaited: TimelineFocus | undefined;
/** The bar that had the focus last, in the days that are shown. */
let visited: { readonly key: string; readonly start: number } | undefined;

function bars(): SVGGElement[] {
  return [...stage.querySelectorAll<SVGGElement>('[data-bar]')];
}

/** The row is part of the name, because a change with several environments has several bars. */
function nameOf(bar: SVGGElement): string {
  return `${bar.dataset.row} ${bar.dataset.bar}`;
}

function show(picture: TimelinePicture): void {
  const hadFocus = stage.contains(document.activeElement);
  const parsed = new DOMParser().parseFromString(picture.svg, 'image/svg+xml').documentElement;
  stage.replaceChildren(document.importNode(parsed, true));
  heading.textContent = picture.heading;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset.view === picture.state.view));
  editor.setState(picture.state);
  showFilter(picture);
  showComing(picture.coming);
  const all = bars();
  const kept = all.find((bar) => nameOf(bar) === current) ?? all[0];
  if (kept) choose(kept, hadFocus);
  focusAwaited();
}

function focusAwaited(): void {
  const wanted = awaited;
  if (!wanted) return;
  const bar = bars().find(
    ({ dataset }) => dataset.bar === wanted.key && Number(dataset.start) === wanted.start,
  );
  if (!bar) return;
  awaited = undefined;
  choose(bar, true);
}

function showFilter({ state, customers, environments }: TimelinePicture): void {
  fill('customer', customers, state.customer);
  fill('environment', environments, state.environment);
  found('empty').setAttribute('aria-pressed', String(state.empty === true));
  const chosen = [state.customer, state.environment].filter(Boolean).join(', ');
  found('filtered').textContent = chosen && `(${chosen})`;
}

/** Fills a list of names; one that is open, with the same names, stays open. */
function fill(id: string, names: readonly string[], chosen = ''): void {
  const list = found(id);
  if (!(list instanceof HTMLSelectElement)) return;
  const all = chosen === '' || names.includes(chosen) ? names : [...names, chosen];
  const told = JSON.stringify(all);
  if (list.dataset.names !== told)
    list.replaceChildren(
      new Option(list.dataset.all ?? '', ''),
      ...all.map((name) => new Option(name, name)),
    );
  list.dataset.names = told;
  list.value = chosen;
}

/** The deployments to come, below the picture; the focus stays on the same one. */
function showComing(coming: readonly ShownComing[]): void {
  found('coming').hidden = coming.length === 0;
  const list = found('comingList');
  const { activeElement } = document;
  const focused =
    list.contains(activeElement) && activeElement instanceof HTMLElement ? activeElement.dataset.open : '';
  const items = coming.map(({ bar, title, when, about }) => {
    const item = document.createElement('li');
    const [time, what] = [document.createElement('span'), document.createElement('div')];
    time.textContent = when;
    const link = document.createElement('button');
    link.type = 'button';
    link.className = 'link';
    link.dataset.open = bar;
    link.textContent = title;
    const more = document.createElement('small');
    more.textContent = about;
    what.append(link, more);
    item.append(time, what);
    return item;
  });
  list.replaceChildren(...items);
  if (focused) list.querySelector<HTMLElement>(`[data-open="${CSS.escape(focused)}"]`)?.focus();
}

/** Asks for the next deployment or conflict behind the bar that had the focus last. */
function find(what: 'deployment' | 'conflict'): void {
  editor.postMessage({ kind: 'find', what, ...(visited ? { after: visited } : {}) });
}

/** Makes a bar the one that Tab leads to. */
function choose(bar: SVGGElement, focus: boolean): void {
  for (const other of bars()) other.setAttribute('tabindex', other === bar ? '0' : '-1');
  current = nameOf(bar);
  if (!focus) return;
  visited = { key: bar.dataset.bar ?? '', start: Number(bar.dataset.start) };
  bar.focus({ preventScroll: true });
  bar.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function middleOf(bar: SVGGElement): number {
  const { left, width } = bar.getBoundingClientRect();
  return left + width / 2;
}

/** The nearest bar in the next row above or below that has any. */
function across(bar: SVGGElement, way: 1 | -1): SVGGElement | undefined {
  const own = Number(bar.dataset.row);
  const beyond = bars().filter((other) => (Number(other.dataset.row) - own) * way > 0);
  const nearest = Math.min(...beyond.map((other) => Math.abs(Number(other.dataset.row) - own)));
  return beyond
    .filter((other) => Math.abs(Number(other.dataset.row) - own) === nearest)
    .sort((a, b) => Math.abs(middleOf(a) - middleOf(bar)) - Math.abs(middleOf(b) - middleOf(bar)))[0];
}

function goal(bar: SVGGElement, key: string): SVGGElement | undefined {
  const all = bars();
  const at = all.indexOf(bar);
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  if (key === 'ArrowDown') return across(bar, 1);
  if (key === 'ArrowUp') return across(bar, -1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  return undefined;
}

function barOf(event: Event): SVGGElement | undefined {
  const target = event.target instanceof Element ? event.target.closest('[data-bar]') : null;
  return target instanceof SVGGElement ? target : undefined;
}

stage.addEventListener('keydown', (event) => {
  const bar = barOf(event);
  if (!bar || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    editor.postMessage({ kind: 'open', bar: bar.dataset.bar ?? '' });
    return;
  }
  const next = goal(bar, event.key);
  if (!next) return;
  event.preventDefault();
  choose(next, true);
});

stage.addEventListener('click', (event) => {
  const bar = barOf(event);
  if (!bar) return;
  choose(bar, true);
  editor.postMessage({ kind: 'open', bar: bar.dataset.bar ?? '' });
});

document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey, target }) => {
  if (ctrlKey || altKey || metaKey || target instanceof HTMLSelectElement) return;
  if (key === 'n' || key === 'N') find('deployment');
  if (key === 'c' || key === 'C') find('conflict');
});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (button) press(button);
});

/** Does what a button of the page says. */
function press(button: HTMLElement): void {
  const { view, step, open, find: what, print } = button.dataset;
  if (view ?? step) visited = undefined;
  if (view === 'week' || view === 'month') editor.postMessage({ kind: 'view', view });
  else if (step === 'previous' || step === 'today' || step === 'next')
    editor.postMessage({ kind: 'step', step });
  else if (what === 'deployment' || what === 'conflict') find(what);
  else if (open !== undefined) editor.postMessage({ kind: 'open', bar: open });
  else if (print !== undefined) editor.postMessage({ kind: 'print' });
  else if (button.id === 'empty')
    editor.postMessage({ kind: 'empty', shown: button.getAttribute('aria-pressed') !== 'true' });
}

function chosen(id: string): string {
  const list = found(id);
  return list instanceof HTMLSelectElement ? list.value : '';
}

found('customer').addEventListener('change', () => {
  // Another customer has other environments.
  editor.postMessage({ kind: 'filter', customer: chosen('customer'), environment: '' });
});
found('environment').addEventListener('change', () => {
  editor.postMessage({ kind: 'filter', customer: chosen('customer'), environment: chosen('environment') });
});

let silence = 0;
window.addEventListener(
  'message',
  ({ data }: MessageEvent<TimelinePicture | TimelineFocus | TimelineSaying>) => {
    if (data.kind === 'picture') show(data);
    else if (data.kind === 'focus') {
      awaited = data;
      focusAwaited();
    } else {
      found('said').textContent = data.text;
      clearTimeout(silence);
      silence = setTimeout(() => {
        found('said').textContent = '';
      }, 6000);
    }
  },
);
openMenus();
foldWhereNarrow();

let told = 0;
let waiting = 0;
/** Asks for a picture of the available width, and for another one when resizing has ended. */
new ResizeObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(
    () => {
      const width = Math.floor(stage.clientWidth);
      if (width <= 0 || width === told) return;
      told = width;
      editor.postMessage({ kind: 'width', width });
    },
    told === 0 ? 0 : 120,
  );
}).observe(stage);
