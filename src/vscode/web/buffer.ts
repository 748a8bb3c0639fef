/** gray-matter keeps a copy of its input as a `Buffer`, for which nobody asks; a browser has none. */
export const Buffer = { from: (text: string): string => text };
