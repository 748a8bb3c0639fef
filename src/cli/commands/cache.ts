import { cacheFolder, pruneCache } from '../../node/cache/cacheFolder';
import { verifyCache } from '../../node/cache/verifyCache';
import { type Call, type Command, say, wrongCall } from '../support/command';
import type { ExitCode } from '../support/io';
import { answerFormatOption, textOption } from '../support/usualOptions';

const megabyte = 1_000_000;

/** `changebook cache`: what was read once, and where it lies. */
export const cache: Command = {
  name: 'cache',
  usage: 'changebook cache path|prune|verify',
  summary: {
    en: 'Prints where the cache lies, removes from it what was used longest ago, or reads all of it and says what is damaged.',
    es: 'Muestra dónde está la caché, quita de ella lo que hace más tiempo que no se usa, o la lee entera y dice qué está dañado.',
  },
  options: {
    size: textOption(
      'MB',
      'prune until the rest takes no more than that; 1000 by default',
      'quitar hasta que el resto no ocupe más que eso; por defecto, 1000',
    ),
    format: answerFormatOption,
  },
  examples: [
    'changebook cache path',
    'changebook cache prune --size 200',
    'changebook cache verify --format json',
  ],
  run: lookAfterCache,
};

async function lookAfterCache(call: Call): Promise<ExitCode> {
  const [what, ...more] = call.paths;
  const isJson = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json';
  const size = call.wholeNumber('size');
  if (more.length > 0 || (size !== undefined && what !== 'prune')) throw wrongCall('whichCache');
  if (what === 'path') return printPath(call, isJson);
  if (what === 'prune') return prune(call, isJson, size);
  if (what === 'verify') return verify(call, isJson);
  throw wrongCall('whichCache');
}

function printPath(call: Call, isJson: boolean): ExitCode {
  if (isJson) call.json({ path: cacheFolder() });
  else call.line(cacheFolder());
  return 0;
}

function prune(call: Call, isJson: boolean, size: number | undefined): ExitCode {
  const { removed, bytes } = pruneCache(size === undefined ? undefined : size * megabyte);
  if (isJson) call.json({ removed, bytes });
  else call.line(say(call.language(undefined), 'cachePruned', { removed, size: inMegabytes(bytes) }));
  return 0;
}

/** Ends with 1 where something is damaged. */
function verify(call: Call, isJson: boolean): ExitCode {
  const found = verifyCache();
  const { packs, verdicts, others, damaged, foreign } = found;
  if (isJson) call.json(found);
  else {
    const language = call.language(undefined);
    call.line(say(language, 'cacheVerified', { packs, verdicts, others }));
    for (const path of damaged) call.line(say(language, 'cacheDamaged', { path }));
    for (const path of foreign) call.line(say(language, 'cacheForeign', { path }));
  }
  return damaged.length > 0 ? 1 : 0;
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}
