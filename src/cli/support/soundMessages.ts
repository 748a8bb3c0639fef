import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longest that a message may be; a record is at most half as long. */
const most = 10 * 1024 * 1024;

const invalidRequest = -32600;

/**
 * Lets through what may be a message of the protocol. The SDK passes over everything else in silence, and whoever asked
 * would wait for ever: a request that is none is answered here, in one sentence.
 *
 * @param answer takes the line that answers
 */
export function soundMessages(answer: (line: string) => void): Transform {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let skips = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const [first = '', ...lines] = decoder.write(chunk).split('\n');
      const whole = lines.length > 0;
      rest = skips ? '' : rest + first;
      if (rest.length > most) [rest, skips] = ['', true];
      if (whole) {
        const last = lines.pop() ?? '';
        for (const line of [...(skips ? [] : [rest]), ...lines])
          if (isSound(line, answer)) this.push(`${line}\n`);
        [rest, skips] = [last, false];
      }
      done();
    },
  });
}

function isSound(line: string, answer: (line: string) => void): boolean {
  if (line.trim() === '') return false;
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return false;
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false;
  const { jsonrpc, id, method, params = {} } = message as { readonly [name: string]: unknown };
  const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
  if (jsonrpc === '2.0' && isObject && (method === undefined || typeof method === 'string')) return true;
  if (typeof id !== 'string' && typeof id !== 'number') return false;
  const error = {
    code: invalidRequest,
    message: 'A request is an object with jsonrpc "2.0", a method and an object of params.',
  };
  answer(`${JSON.stringify({ jsonrpc: '2.0', id, error })}\n`);
  return false;
}
