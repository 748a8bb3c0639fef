import * as vscode from 'vscode';
import { trailNow, WentBack } from './wayBack';

/** How a list to pick from is shown. */
interface PickOptions<Item>
  extends Pick<vscode.QuickPickOptions, 'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail'> {
  /**
   * How many questions follow, where that is known, by what is picked where that makes a difference: then the list says
   * which of how many it is.
   */
  readonly more?: number | ((item: Item) => number) | undefined;
}

/** Has the user pick one of several items; where there are none, says so instead. Undefined where none is picked. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  none: string,
  options: PickOptions<Item>,
): Promise<Item | undefined> {
  if (items.length > 0) return pickFrom(items, options);
  void vscode.window.showInformationMessage(none);
  return undefined;
}

/** The same, with a way back to what was picked before. */
export async function pickFrom<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: PickOptions<Item>,
): Promise<Item | undefined> {
  const trail = trailNow();
  const known = items.find((item) => keyOf(item) === trail.known());
  const picked = known ?? (await ask(items, trail.title, options, trail.before));
  if (picked === 'back') throw new WentBack(trail);
  if (picked) trail.take(keyOf(picked));
  return picked;
}

function keyOf({ label, description = '', detail = '' }: vscode.QuickPickItem): string {
  return [label, description, detail].join('\n');
}

function ask<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  command: string | undefined,
  {
    title = command,
    placeHolder,
    more,
    matchOnDescription = false,
    matchOnDetail = false,
  }: PickOptions<Item>,
  before: number,
): Promise<Item | 'back' | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, { title, placeholder: placeHolder, items, matchOnDescription, matchOnDetail });
  if (before > 0) picker.buttons = [vscode.QuickInputButtons.Back];
  const step = before + 1;
  const count = (): void => {
    const item = picker.activeItems[0] ?? items[0];
    const later = typeof more === 'function' ? item && more(item) : more;
    const isOne = later === undefined || step + later === 1;
    Object.assign(
      picker,
      isOne ? { step: undefined, totalSteps: undefined } : { step, totalSteps: step + later },
    );
  };
  count();
  if (typeof more === 'function') picker.onDidChangeActive(count);
  return new Promise((resolve) => {
    const end = (answer: Item | 'back' | undefined): void => {
      resolve(answer);
      picker.dispose();
    };
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      // Where nothing matches what was typed, the question stays.
      if (item) end(item);
    });
    picker.onDidTriggerButton(() => end('back'));
    picker.onDidHide(() => end(undefined));
    picker.show();
  });
}
