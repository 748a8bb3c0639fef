import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A host that answers on loopback, in a thread of its own: whoever asks it may stop everything else meanwhile. */
export interface HostServer {
  readonly url: string;
  stop(): Promise<number>;
}

/** What a host answers to a path with its query; anything else is not found, as is everything without the token. */
export interface HostAnswers {
  /** A header with its value that every call has to have. */
  readonly needs: readonly [name: string, value: string];
  readonly answers: Readonly<Record<string, unknown>>;
}

const script = `
const { createServer } = require('node:http');
const { parentPort, workerData: { needs: [name, value], answers } } = require('node:worker_threads');
const server = createServer((request, response) => {
  const found = request.headers[name] === value ? answers[request.url] : undefined;
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(found ?? { message: 'Not Found' }));
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

export async function hostServer(workerData: HostAnswers): Promise<HostServer> {
  const worker = new Worker(script, { eval: true, workerData });
  worker.unref();
  const [port] = (await once(worker, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}
