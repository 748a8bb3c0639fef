import type { MessagePort } from 'node:worker_threads';

/** So many messages may be on their way: with one alone the receiver would wait for each. */
const mostAhead = 2;

/**
 * Sends messages no faster than they are taken in. Messages that are waiting are all delivered in one turn, so that whoever
 * reads ten thousand records would answer nobody until the last of them.
 */
export class PacedSending<Message> {
  private ahead = 0;
  private wake: (() => void) | undefined;
  private readonly taken = (): void => {
    this.ahead--;
    this.wake?.();
  };

  /** @param port whoever listens at its other end answers each message, with whatever, once it is taken in */
  constructor(private readonly port: MessagePort | null) {
    port?.on('message', this.taken);
  }

  /** Sends a message; ends when the next one may be sent. */
  async send(message: Message): Promise<void> {
    this.port?.postMessage(message);
    this.ahead++;
    while (this.ahead >= mostAhead)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
  }

  /** Nothing more is sent: the port keeps nobody alive. */
  end(): void {
    this.port?.off('message', this.taken);
  }
}
