import type { TimelinePicture, TimelineRequest } from '../core/model/messages/timelineMessages';
import { found, pageEditor } from './page';

// Runs inside the calendar. It shows the picture that it receives, moves the focus from bar to bar, and reports what
// was chosen. The extension draws the picture.

const editor = pageEditor<TimelineRequest>();
const stage = found('picture');
const heading = found('heading');
/** The bar that Tab leads to. */
let current = '';

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
  const all = bars();
  const kept = all.find((bar) => nameOf(bar) === current) ?? all[0];
  if (kept) choose(kept, hadFocus);
}

/** Makes a bar the one that Tab leads to. */
function choose(bar: SVGGElement, focus: boolean): void {
  for (const other of bars()) other.setAttribute('tabindex', other === bar ? '0' : '-1');
  current = nameOf(bar);
  if (!focus) return;
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

for (const button of document.querySelectorAll<HTMLButtonElement>('button')) {
  button.addEventListener('click', () => {
    const { view, step } = button.dataset;
    if (view === 'week' || view === 'month') editor.postMessage({ kind: 'view', view });
    else if (step === 'previous' || step === 'today' || step === 'next')
      editor.postMessage({ kind: 'step', step });
    else editor.postMessage({ kind: 'print' });
  });
}

window.addEventListener('message', ({ data }: MessageEvent<TimelinePicture>) => {
  if (data.kind === 'picture') show(data);
});

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
