declare module 'saxen' {
  /** Reads XML as events; it resolves no entities but those of XML itself, and loads nothing. */
  export class Parser {
    on(event: 'openTag', take: (name: string) => void): this;
    on(event: 'closeTag', take: (name: string) => void): this;
    on(event: 'text', take: (content: string, decode: (text: string) => string) => void): this;
    on(event: 'error', take: (error: Error) => void): this;
    parse(text: string): void;
  }
}
