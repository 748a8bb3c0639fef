import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver/node';
import type { Language } from '../core/model/text/localized';
import { serverWord } from './serverWords';

const untimely = 'changebook/untimely';

/**
 * What the protocol allows when: nothing is asked before `initialize` or after `shutdown`, and `initialize` once. Such a
 * request is answered with its error, whatever it asks for, so that none of them commits; what is only told is left out.
 */
export class ServerLife implements MessageStrategy {
  private state: 'new' | 'serving' | 'ended' = 'new';

  handleMessage(message: Message, next: (message: Message) => ReturnType<MessageStrategy['handleMessage']>) {
    const isRequest = Message.isRequest(message);
    if (!isRequest && !Message.isNotification(message)) return next(message);
    if (this.allows(message)) return next(message);
    return isRequest ? next({ ...message, method: untimely } as RequestMessage) : undefined;
  }

  /** Answers what came at the wrong time. */
  answer(connection: Connection, language: () => Language): void {
    connection.onRequest(untimely, () => {
      const code = this.state === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
      return new ResponseError(code, serverWord(language(), 'untimely'));
    });
  }

  /** Whether a message comes at its time; what it says of the server's life is taken in. */
  private allows({ method }: RequestMessage | NotificationMessage): boolean {
    if (method === 'exit' || method.startsWith('$/')) return true;
    if (method === 'initialize') {
      if (this.state !== 'new') return false;
      this.state = 'serving';
      return true;
    }
    if (this.state !== 'serving') return false;
    if (method === 'shutdown') this.state = 'ended';
    return true;
  }
}
