/** One line of a `.mailmap`: the address (and perhaps name) that stands for others. */
const mailmapLine = /^([^<#]*)<([^<>]+)>(?:\s*([^<#]*)<([^<>]+)>)?/;
/** Nobody keeps a longer one, and it is read again whenever the configuration is. */
const mostLines = 20_000;

/** What a template leaves in the place of a name. */
const placeholder = /^(?:TBD|TODO|\?+|…|\.{3}|<[^@<>]*>)$/i;

/** Who is who: a person may be written by name, by address, or as `Name <address>`. */
export class People {
  private readonly addressByAddress = new Map<string, string>();
  private readonly addressByName = new Map<string, string | undefined>();
  /** The same few people are named all over a workspace, by several fields of each record. */
  private readonly keys = new Map<string, string>();

  /**
   * @param mailmap text of the workspace's `.mailmap`, as git reads it; empty where there is none
   * @param known people whose name and address the configuration gives
   */
  constructor(mailmap: string, known: readonly { name?: string | undefined; email?: string | undefined }[]) {
    for (const line of mailmap.split(/\r\n?|\n/, mostLines)) this.addLine(line.trim());
    for (const { name, email } of known) if (name && email) this.addName(name, email);
  }

  private addLine(line: string): void {
    const match = mailmapLine.exec(line);
    if (!match) return;
    const [, name = '', proper = '', oldName = '', old] = match;
    if (old) this.addressByAddress.set(plain(old), plain(proper));
    if (name.trim()) this.addName(name, proper);
    if (oldName.trim()) this.addName(oldName, proper);
  }

  /** A name that two addresses share names neither of them. */
  private addName(name: string, address: string): void {
    const [key, value] = [plain(name), plain(address)];
    const before = this.addressByName.get(key);
    if (this.addressByName.has(key) && before !== value) this.addressByName.set(key, undefined);
    else this.addressByName.set(key, value);
  }

  /** A key that is the same for every way of writing one person; empty for nobody. */
  keyOf(written: string | undefined): string {
    if (!written) return '';
    const known = this.keys.get(written);
    if (known !== undefined) return known;
    if (this.keys.size > 2000) this.keys.clear();
    const key = this.readKey(written);
    this.keys.set(written, key);
    return key;
  }

  private readKey(written: string): string {
    if (placeholder.test(written.trim())) return '';
    const inBrackets = /<([^<>]+)>\s*$/.exec(written)?.[1];
    const text = plain(inBrackets ?? written);
    if (text.includes('@')) return this.addressByAddress.get(text) ?? text;
    const address = this.addressByName.get(text);
    return address === undefined ? text : (this.addressByAddress.get(address) ?? address);
  }

  /** Whether two texts name one person. */
  same(one: string | undefined, other: string | undefined): boolean {
    const key = this.keyOf(one);
    return key !== '' && key === this.keyOf(other);
  }
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
