import { utf16Of } from '../model/parse/decodeText';

/** A text with how it was encoded. */
interface DecodedExport {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Decodes an export: UTF-16 where its mark says so, UTF-8 where it is that, else what Windows writes in the west. */
export function decodeExport(bytes: Uint8Array): DecodedExport {
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
