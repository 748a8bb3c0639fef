import { strict as assert } from 'node:assert';
import { setTimeout as later } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { PacedSending } from '../../src/node/pacedSending';

describe('Sending that is paced', () => {
  it('sends all in order, and never more than two that are not taken in', async () => {
    const { port1, port2 } = new MessageChannel();
    const taken: number[] = [];
    let [sent, most] = [0, 0];
    port2.on('message', async (message: number) => {
      most = Math.max(most, sent - taken.length);
      await later(2);
      taken.push(message);
      port2.postMessage('taken');
    });
    const sending = new PacedSending<number>(port1);
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    for (const number of numbers) {
      sent++;
      await sending.send(number);
    }
    sending.end();
    while (taken.length < numbers.length) await later(5);
    port2.close();
    assert.deepEqual(taken, numbers);
    assert.ok(most <= 2, String(most));
  });
});
