import { hash } from 'node:crypto';
import { lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cachedFiles, makeFolder, putFile, removeQuietly } from './cache/cacheFolder';
import { userCacheFolder } from './cache/userCacheFolder';

/** Set by the build: code of another build is not taken. */
declare const CHANGEBOOK_BUILD: string | undefined;

/** Where the code of one part begins and ends among that of all, and its checksum. */
type Place = readonly [begin: number, end: number, sum: string];

/** What an earlier run kept. */
interface KeptCode {
  /** The open file. It is read part by part: code of all commands is several times what one of them asks for. */
  readonly file: number;
  /** Where the first code begins. */
  readonly first: number;
  readonly places: ReadonlyMap<string, Place>;
}

/** Bytes of the checksum of the places, and of their length, which stand before them. */
const [sumSize, lengthSize] = [40, 8];

/** How many builds and versions of Node keep their code; each has a few megabytes. */
const mostKept = 6;

/**
 * The parts of the program, compiled as an earlier run left them, functions included: to compile them is a quarter of a
 * small command's time. Node's own cache has a file for each part, and saves less than half of that.
 *
 * Whoever writes this code has it run. So it lies in a folder that only the user writes, and never in the one of
 * findings, which pipelines bring from elsewhere.
 */
class CompiledParts {
  private readonly path: string;
  private readonly kept: KeptCode | undefined;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly scripts = new Map<string, Script>();

  /**
   * @param folder where the parts lie
   * @param outside loads what is no part
   */
  constructor(
    private readonly folder: string,
    private readonly outside: (id: string) => unknown,
  ) {
    const own = `${CHANGEBOOK_BUILD}-${process.version}-${process.arch}.code`;
    this.path = join(userCacheFolder('changebook-code'), own);
    this.kept = keptAt(this.path);
  }

  /** What a part exports; it is loaded at the first call. */
  readonly load = (id: string): unknown => {
    if (!id.startsWith('./')) return this.outside(id);
    const name = id.endsWith('.js') ? id.slice(2) : `${id.slice(2)}.js`;
    const known = this.modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(name, module);
    const run = this.compiled(name).runInThisContext();
    run(module.exports, this.load, module, join(this.folder, name), this.folder);
    return module.exports;
  };

  /** Keeps what was compiled for the next run, where that has something new. */
  keep(): void {
    const loaded = this.scripts;
    if ([...loaded.values()].every(({ cachedDataRejected }) => cachedDataRejected === false)) return;
    const places: Record<string, Place> = {};
    const pieces: Buffer[] = [];
    let begin = 0;
    for (const name of new Set([...(this.kept?.places.keys() ?? []), ...loaded.keys()])) {
      const code = loaded.get(name)?.createCachedData() ?? this.codeOf(name);
      if (code === undefined) continue;
      places[name] = [begin, begin + code.length, hash('sha1', code)];
      pieces.push(code);
      begin += code.length;
    }
    const head = JSON.stringify(places);
    const length = String(head.length).padStart(lengthSize);
    replace(this.path, Buffer.concat([Buffer.from(`${hash('sha1', head)}${length}${head}`), ...pieces]));
  }

  private compiled(name: string): Script {
    const filename = join(this.folder, name);
    const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(filename, 'utf8')}\n})`;
    const cachedData = this.codeOf(name);
    const script = new Script(text, { filename, ...(cachedData && { cachedData }) });
    this.scripts.set(name, script);
    return script;
  }

  /** The kept code of a part; undefined where there is none. V8 takes damaged code without a word. */
  private codeOf(name: string): Buffer | undefined {
    const place = this.kept?.places.get(name);
    if (!this.kept || !place) return undefined;
    const [begin, end, sum] = place;
    const code = readAt(this.kept.file, this.kept.first + begin, end - begin);
    return hash('sha1', code) === sum ? code : undefined;
  }
}

/**
 * Loads a program that is made of parts, compiled as far as an earlier run left them so.
 *
 * @param first the part that it begins with
 * @param outside loads what is no part, and parts as well where nothing is to be kept
 */
export function startParts(first: string, folder: string, outside: (id: string) => unknown): void {
  // The variable is Node's own, for its own cache.
  if (process.env.NODE_DISABLE_COMPILE_CACHE === '1') return void outside(first);
  try {
    const parts = new CompiledParts(folder, outside);
    process.on('exit', () => parts.keep());
    parts.load(first);
  } catch {
    outside(first);
  }
}

/** What an earlier run kept: undefined where somebody else may have written it. */
function keptAt(path: string): KeptCode | undefined {
  try {
    if (!isOurs(dirname(path))) return undefined;
    // It stays open until the process ends.
    const file = openSync(path, 'r');
    const begin = readAt(file, 0, sumSize + lengthSize).toString('latin1');
    const head = readAt(file, sumSize + lengthSize, Number(begin.slice(sumSize)));
    if (hash('sha1', head) !== begin.slice(0, sumSize)) return undefined;
    const places = new Map(Object.entries<Place>(JSON.parse(head.toString('latin1'))));
    return { file, first: sumSize + lengthSize + head.length, places };
  } catch {
    // No code is the normal first time.
    return undefined;
  }
}

/** Bytes of an open file; fewer where it ends before. */
function readAt(file: number, begin: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  return bytes.subarray(0, readSync(file, bytes, 0, size, begin));
}

/** Whether a folder is of whoever runs the program, and nobody else may write to it. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Replaces a file in one step, and removes the oldest beside it. Failing to is no reason to fail. */
function replace(path: string, content: Buffer): void {
  const folder = dirname(path);
  try {
    makeFolder(folder);
    if (!isOurs(folder)) return;
  } catch {
    return;
  }
  putFile(path, content);
  for (const old of cachedFiles(folder).slice(0, -mostKept)) removeQuietly(old.path);
}
