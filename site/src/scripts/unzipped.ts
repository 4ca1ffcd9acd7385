/** Some servers say of a compressed file that it is one, so that the browser has opened it already; others do not. */
export async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? inflated([bytes], 'gzip') : bytes;
}

export async function inflated(parts: BlobPart[], format: CompressionFormat): Promise<Uint8Array> {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
