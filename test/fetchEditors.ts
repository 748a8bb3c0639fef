import { findChromium } from './host/chromium';
import { obtainHost } from './host/obtain';

// What the tests in a real editor need from the network, fetched while others run that need none of it.

async function fetchEditors(): Promise<void> {
  await findChromium();
  for (const release of ['floor', 'newest'] as const) await obtainHost({ kind: 'server', release });
}

fetchEditors().catch((error) => {
  // Whoever needs them tries again, and says then what is missing.
  console.error(error instanceof Error ? error.message : String(error));
});
