const beginning = 'version https://git-lfs.github.com/spec/';

/** Whether bytes are what LFS commits instead of a file. */
export function isLfsPointer(bytes: Buffer): boolean {
  return bytes.length < 1024 && bytes.toString('latin1', 0, beginning.length) === beginning;
}

/** The digest of the file that such bytes stand for. */
export function lfsDigest(bytes: Buffer): string | undefined {
  return isLfsPointer(bytes) ? /^oid sha256:([0-9a-f]{64})$/m.exec(bytes.toString('latin1'))?.[1] : undefined;
}
