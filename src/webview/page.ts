// What every page of the extension begins with.

/** The editor, as a page sees it. */
interface EditorApi<Request> {
  postMessage(request: Request): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi<unknown>;

/** The editor, which a page may ask for once; it is sent what the page asks for. */
export function pageEditor<Request>(): EditorApi<Request> {
  return acquireVsCodeApi();
}

/** An element of the page, which is there. */
export function found(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
}

/** What stands in `details.fold` is folded where the page is narrow, and open where it is wide. */
export function foldWhereNarrow(): void {
  const narrow = window.matchMedia(`(max-width: ${document.body.dataset.narrow}px)`);
  const fold = (): void => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.fold')) {
      details.toggleAttribute('data-narrow', narrow.matches);
      details.open = !narrow.matches;
    }
  };
  narrow.addEventListener('change', fold);
  fold();
}
