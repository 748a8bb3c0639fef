/** The number in a text that the vocabulary takes for a percentage: 82.5 of `82,5 %`; undefined where there is none. */
export function percentOf(text: string | undefined): number | undefined {
  const number = Number.parseFloat((text ?? '').replace(',', '.'));
  return Number.isNaN(number) ? undefined : number;
}
