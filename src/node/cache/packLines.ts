/** Lines of text of which any is read when somebody asks for it: as bytes they take a third of what they take as texts. */
export class PackLines {
  private readonly bytes: Buffer;
  /** Where each line begins, and where one behind the last would. */
  private readonly starts: number[] = [0];

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let end = this.bytes.indexOf(10); end >= 0; end = this.bytes.indexOf(10, end + 1))
      this.starts.push(end + 1);
    this.starts.push(bytes.length + 1);
  }

  /** A line by its number, from 0; empty where there is none. */
  at(line: number): string {
    const [start = 0, end = 0] = [this.starts[line], this.starts[line + 1]];
    return end > start ? this.bytes.toString('utf8', start, end - 1) : '';
  }
}
