import { createServer } from 'node:net';

/** The only address that anything here listens on. */
export const loopback = '127.0.0.1';

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, loopback, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port was found on this machine.'));
      });
    });
  });
}
