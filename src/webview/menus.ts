/** Menus open by a press or the arrow down, are walked by the arrows, and give the focus back when they close. */
export function openMenus(): void {
  for (const menu of document.querySelectorAll<HTMLElement>('.menu')) {
    const button = menu.querySelector<HTMLElement>('[aria-haspopup]');
    const list = menu.querySelector<HTMLElement>('[role=menu]');
    if (button && list) openMenu(menu, button, list);
  }
}

function openMenu(menu: HTMLElement, button: HTMLElement, list: HTMLElement): void {
  const items = (): HTMLElement[] =>
    [...list.querySelectorAll<HTMLElement>('[role=menuitem]')].filter((item) => item.offsetParent !== null);
  const toggle = (open: boolean): void => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) return;
    list.style.left = '0';
    const beyond = list.getBoundingClientRect().right - document.documentElement.clientWidth + 4;
    if (beyond > 0) list.style.left = `${-beyond}px`;
    items()[0]?.focus();
  };
  button.addEventListener('click', () => toggle(list.hidden !== false));
  list.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element && event.target.closest('[role=menuitem]');
    if (!chosen || chosen.getAttribute('aria-disabled') === 'true') return;
    toggle(false);
    button.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) toggle(false);
  });
  menu.addEventListener('keydown', (event) => {
    if (list.hidden && event.key === 'ArrowDown') toggle(true);
    else if (!list.hidden && event.key === 'Escape') {
      toggle(false);
      button.focus();
    } else if (!list.hidden && !moveIn(items(), event.key)) return;
    else if (list.hidden) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Moves the focus within a list as a key asks. Gives whether the key asks for anything. */
function moveIn(items: readonly HTMLElement[], key: string): boolean {
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
  const goals: { readonly [key: string]: number } = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const goal = goals[key];
  if (goal === undefined) return false;
  items[goal]?.focus();
  return true;
}
