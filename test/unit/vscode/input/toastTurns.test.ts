import { strict as assert } from 'node:assert';
import { showInTurn, showNow } from '../../../../src/vscode/input/toastTurns';

/** Messages of which it is known which are shown; each stays until it is answered. */
class Messages {
  readonly shown: string[] = [];
  private readonly answers = new Map<string, () => void>();

  show(name: string): () => Promise<string> {
    return () => {
      this.shown.push(name);
      return new Promise((resolve) => this.answers.set(name, () => resolve(name)));
    };
  }

  async answer(name: string): Promise<void> {
    this.answers.get(name)?.();
    await settled();
  }
}

/** What is ready to happen has happened. */
const settled = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('Messages in turn', () => {
  it('come one after the other, each once the one before is answered', async () => {
    const messages = new Messages();
    const first = showInTurn(messages.show('first'));
    const second = showInTurn(messages.show('second'));
    await settled();
    assert.deepEqual(messages.shown, ['first']);
    await messages.answer('first');
    assert.deepEqual(messages.shown, ['first', 'second']);
    await messages.answer('second');
    assert.deepEqual(await Promise.all([first, second]), ['first', 'second']);
  });

  it('wait for what had to be told at once, which waits for none', async () => {
    const messages = new Messages();
    void showInTurn(messages.show('offer'));
    await settled();
    void showNow(messages.show('error'));
    void showInTurn(messages.show('later'));
    await messages.answer('offer');
    assert.deepEqual(messages.shown, ['offer', 'error']);
    await messages.answer('error');
    assert.deepEqual(messages.shown, ['offer', 'error', 'later']);
    await messages.answer('later');
  });

  it('do not wait for ever for one that nobody answers, nor for one that fails', async () => {
    const messages = new Messages();
    void showInTurn(messages.show('left'), 20);
    const failing = showInTurn(() => Promise.reject(new Error('gone')));
    void showInTurn(messages.show('next'));
    await assert.rejects(failing, /gone/);
    await settled(40);
    assert.deepEqual(messages.shown, ['left', 'next']);
    await messages.answer('next');
  });
});
