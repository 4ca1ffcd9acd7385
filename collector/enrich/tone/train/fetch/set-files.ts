import { createHash } from 'node:crypto';

/** A file of a set, known by numbers only: the hash of its bytes, and those of its lines in their order. */
export type SetFile = {
  /** `goemotions/train.tsv` */
  file: string;
  sha256: string;
  lines: Uint32Array;
};

type Head = { files: { file: string; sha256: string; lines: number }[] };

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
/** The first four bytes of a line's SHA-256. */
export const hashOfLine = (line: string): number =>
  createHash('sha256').update(line).digest().readUInt32LE(0);

/** What is noted of a file; its last line is empty where the file ends with a line's end. */
export const noteFile = (file: string, text: string): SetFile => ({
  file,
  sha256: sha256Of(text),
  lines: Uint32Array.from(text.split('\n'), hashOfLine),
});

/** Length of the head (4 bytes, little-endian), the head as JSON, the hashes (4 bytes each, little-endian). */
export function packSetFiles(files: readonly SetFile[]): Uint8Array {
  const head: Head = {
    files: files.map(({ file, sha256, lines }) => ({ file, sha256, lines: lines.length })),
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const hashes = files.map(({ lines }) => {
    const bytes = Buffer.alloc(lines.length * 4);
    for (const [at, hash] of lines.entries()) bytes.writeUInt32LE(hash, at * 4);
    return bytes;
  });
  return Buffer.concat([length, text, ...hashes]);
}

export function readSetFiles(bytes: Uint8Array): SetFile[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 + buffer.readUInt32LE(0);
  const { files }: Head = JSON.parse(buffer.toString('utf8', 4, start));
  let at = start;
  return files.map(({ file, sha256, lines }) => {
    const hashes = Uint32Array.from({ length: lines }, (_, line) => buffer.readUInt32LE(at + line * 4));
    at += lines * 4;
    return { file, sha256, lines: hashes };
  });
}
