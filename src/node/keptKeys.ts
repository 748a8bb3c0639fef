import type { ChangeKeys, IndexKeys, NamedKeys, PlainKeys } from '../core/index/indexKeys';

/** What a record is found by, as one line of text in two parts, since most questions are about the first alone. */
export function storedKeys({ references, links, ...plain }: IndexKeys): string {
  const named: NamedKeys = { references, links };
  return `${JSON.stringify(plain satisfies PlainKeys)}\t${JSON.stringify(named)}`;
}

/** The same, read when somebody looks at it. */
export class KeptKeys implements IndexKeys {
  private plain: PlainKeys | undefined;
  private named: NamedKeys | undefined;

  constructor(private readonly stored: string) {}

  get id(): string | undefined {
    return this.readPlain().id;
  }

  get status(): string {
    return this.readPlain().status;
  }

  get stage(): string {
    return this.readPlain().stage;
  }

  get change(): ChangeKeys | undefined {
    return this.readPlain().change;
  }

  get references(): IndexKeys['references'] {
    return this.readNamed().references;
  }

  get links(): IndexKeys['links'] {
    return this.readNamed().links;
  }

  mayHold(written: string): boolean {
    return this.stored.includes(written);
  }

  private readPlain(): PlainKeys {
    this.plain ??= JSON.parse(this.stored.slice(0, this.stored.indexOf('\t'))) as PlainKeys;
    return this.plain;
  }

  private readNamed(): NamedKeys {
    this.named ??= JSON.parse(this.stored.slice(this.stored.indexOf('\t') + 1)) as NamedKeys;
    return this.named;
  }
}
