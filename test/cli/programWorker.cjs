// Runs the bundled program again and again in one thread: it is loaded once, and only its beginning runs anew. For each
// call the thread has the call's words, folder and variables, takes what is written, and says so where it would end.
const { dirname, join } = require('node:path');
const { Readable } = require('node:stream');
const { workerData } = require('node:worker_threads');

const { port, bundle } = workerData;

const real = { out: process.stdout.write, err: process.stderr.write };

port.on('message', ({ args, cwd, env, input, ready }) => {
  const texts = { out: [], err: [] };
  const end = (code) => {
    Object.assign(process.stdout, { write: real.out });
    Object.assign(process.stderr, { write: real.err });
    process.stdout.removeAllListeners('error');
    process.removeAllListeners('uncaughtException');
    const [out, err] = [texts.out, texts.err].map((pieces) => Buffer.concat(pieces));
    port.postMessage({ code, out, err });
    Atomics.store(ready, 0, 1);
    Atomics.notify(ready, 0);
  };
  const into = (pieces) => (content, encoding, done) => {
    pieces.push(Buffer.from(content));
    const told = typeof encoding === 'function' ? encoding : done;
    if (told) process.nextTick(told);
    return true;
  };
  process.stdout.write = into(texts.out);
  process.stderr.write = into(texts.err);
  process.on('uncaughtException', (error) => {
    texts.err.push(Buffer.from(String(error?.stack ?? error)));
    end(null);
  });
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  // What is loaded once stays loaded in this thread.
  Object.assign(process.env, env, { NODE_DISABLE_COMPILE_CACHE: '1' });
  process.argv = [process.execPath, bundle, ...args];
  process.cwd = () => cwd;
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([Buffer.from(input)]) });
  process.exitCode = undefined;
  process.exit = (code = process.exitCode) => end(code);
  for (const file of [bundle, join(dirname(bundle), 'program.js')]) delete require.cache[file];
  require(bundle);
});
