import { bytesAt, withFile } from './keptFile';

/** Bytes that are read at once: whoever asks for one record of many mostly asks for the next one, too. */
const windowLength = 32 * 1024;

/**
 * A file, read window by window: what it gives holds until the next call. It is open only meanwhile, since it may be taken
 * away at any time.
 */
export class FileWindow {
  private start = 0;
  private window: Buffer = Buffer.alloc(0);
  /** Thousands of windows in buffers of their own would wait for the garbage collector. */
  private buffer: Buffer = Buffer.alloc(0);

  constructor(private readonly path: string) {}

  at(start: number, length: number): Uint8Array {
    if (start < this.start || start + length > this.start + this.window.length) {
      if (this.buffer.length < length) this.buffer = Buffer.allocUnsafe(Math.max(length, windowLength));
      this.window = withFile(this.path, (file) => bytesAt(file, start, this.buffer)) ?? Buffer.alloc(0);
      this.start = start;
    }
    return this.window.subarray(start - this.start, start - this.start + length);
  }
}
