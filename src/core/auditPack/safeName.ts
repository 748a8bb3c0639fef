import { sha256 } from '../model/text/sha256';

/** Names that Windows keeps for its devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters that are kept of a name; with what is added to it, disks of every kind take it. */
const longest = 60;

/**
 * A name for a file or folder of a pack, whatever somebody calls a record: letters without accents, digits, dots, lines.
 * Two names never become the same one, not even on a disk that takes capitals for small letters.
 */
export function safeName(name: string): string {
  const plain = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, longest)
    .replace(/[.-]+$/, '');
  const isPlain = plain !== '' && plain === name && plain === name.toUpperCase();
  // What ends like a digest could be made to be the name that another one gets.
  const isOwn = isPlain && !devices.test(plain) && !/-[0-9A-F]{8}$/.test(plain);
  return isOwn ? plain : `${plain || 'record'}-${sha256(name).slice(0, 8)}`;
}

/** The same for a file, whose ending says what it holds. */
export function safeFileName(name: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,10})?$/s.exec(name) ?? [];
  return `${safeName(stem)}${ending.toLowerCase()}`;
}
