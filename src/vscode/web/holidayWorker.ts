import { publicHolidaysIn, queryHolidays, type RawYear } from '../../core/calendar/lazyHolidays';
import { addHolidayYear, type HolidayYear, holidayDays } from '../../core/calendar/publicHolidays';

/** What is used of a browser's worker. */
interface BrowserWorker {
  onmessage: ((event: { readonly data: readonly RawYear[] }) => void) | null;
  onerror: (() => void) | null;
  postMessage(asked: readonly AskedYear[]): void;
  terminate(): void;
}

interface AskedYear {
  readonly country: string;
  readonly region: string | undefined;
  readonly year: number;
}

/** Looks up public holidays in a worker of the browser: running their library takes as long as ten keystrokes. */
export class HolidayWorker {
  private worker: BrowserWorker | undefined;
  private asking: Promise<unknown> = Promise.resolve();

  /** @param code of the library */
  constructor(private readonly code: string) {}

  /** Looks up years and keeps them. Rejects where there can be no worker, or it cannot run the library. */
  lookUp(years: readonly HolidayYear[]): Promise<void> {
    // One question after the other: the worker's answers do not say what they are about.
    const next = this.asking.then(async () => {
      const asked = years.map(({ source: { country, region }, year }) => ({ country, region, year }));
      const told = await this.ask(asked);
      for (const [at, { source, year }] of years.entries())
        addHolidayYear(source, year, holidayDays(publicHolidaysIn(told[at] ?? [[], []])));
    });
    this.asking = next.catch(() => undefined);
    return next;
  }

  private ask(asked: readonly AskedYear[]): Promise<readonly RawYear[]> {
    const worker = this.worker ?? workerOf(this.code);
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => {
        worker.terminate();
        this.worker = undefined;
        reject(new Error('The worker for public holidays could not run.'));
      };
      worker.postMessage(asked);
    });
  }
}

/** Scripts of the package alone run in it, never anything of a record. A country's calendar may end: it has no holiday then. */
function workerOf(code: string): BrowserWorker {
  const { Worker } = globalThis as unknown as { readonly Worker: new (address: string) => BrowserWorker };
  const script = `
    const module = { exports: {} };
    (function (module, exports) {${code}\n})(module, module.exports);
    const library = module.exports.default ?? module.exports;
    const ask = ${queryHolidays.toString()};
    onmessage = ({ data }) => postMessage(data.map(({ country, region, year }) => {
      try { return ask(library, country, region, year); } catch { return [[], []]; }
    }));`;
  const address = URL.createObjectURL(new Blob([script], { type: 'application/javascript' }));
  return new Worker(address);
}
