import { type Readable, Transform, type TransformCallback } from 'node:stream';
import zlib from 'node:zlib';

/** What came of a body: its bytes, decompressed; `whole` is false where it broke off. */
export type Body =
  | { bytes: Buffer; whole: boolean }
  | { reason: 'too_big' | 'encoding' | 'timeout'; detail: string };

const mostCodings = 2;

/** Servers send "deflate" with the zlib wrapper or, against the standard, without; the first byte tells. */
function inflateEither(): Transform {
  let inner: zlib.Inflate | zlib.InflateRaw | undefined;
  const outer: Transform = new Transform({
    transform(chunk: Buffer, _encoding, next: TransformCallback) {
      if (!inner && chunk.length > 0) {
        inner = (chunk[0] ?? 0) % 16 === 8 ? zlib.createInflate() : zlib.createInflateRaw();
        inner.on('data', (piece) => outer.push(piece)).on('error', (error) => outer.destroy(error));
      }
      if (inner) inner.write(chunk, () => next());
      else next();
    },
    flush(next: TransformCallback) {
      if (!inner) return next();
      inner.once('end', () => next());
      inner.end();
    },
    destroy(error, done) {
      inner?.destroy();
      done(error);
    },
  });
  return outer;
}

const decoders: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: inflateEither,
  br: () => zlib.createBrotliDecompress(),
  // RFC 9659: no window over 8 MB on the web; an unbounded one would be memory at the sender's choice.
  zstd: () => zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } }),
};
export const acceptedCodings = 'gzip, deflate, br, zstd';

/** The decoders for a content-encoding header, innermost first, or why there are none. */
export function decodersFor(header: string): Transform[] | { reason: 'encoding'; detail: string } {
  const codings = header
    .toLowerCase()
    .split(',', 100)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (codings.length > mostCodings) {
    return { reason: 'encoding', detail: `the answer is compressed ${codings.length} times over` };
  }
  const makers = codings.map((name) => (Object.hasOwn(decoders, name) ? decoders[name] : undefined));
  const unknown = codings.find((_, i) => makers[i] === undefined);
  if (unknown !== undefined) {
    return { reason: 'encoding', detail: `the content-encoding "${unknown.slice(0, 40)}" is not known` };
  }
  return makers.flatMap((make) => (make ? [make()] : [])).reverse();
}

/**
 * Reads a body, decompressing as it comes, and stops at `maxBytes` of either the wire or the result.
 * A connection that ends early gives what was read so far; `keepStart` does the same where it is too big.
 */
export function readBody(
  body: Readable,
  chain: Transform[],
  options: { maxBytes: number; signal: AbortSignal; keepStart?: boolean },
): Promise<Body> {
  const { maxBytes, signal } = options;
  const { promise, resolve } = Promise.withResolvers<Body>();
  const chunks: Buffer[] = [];
  let size = 0;
  let onTheWire = 0;
  let brokeOff = false;
  let settled = false;

  const settle = (result: Body) => {
    if (settled) return;
    settled = true;
    signal.removeEventListener('abort', onAbort);
    for (const stream of [body, ...chain]) {
      stream.on('error', () => {}); // the rest of a stream that nobody waits for any more
      stream.destroy();
    }
    resolve(result);
  };
  const onAbort = () => settle({ reason: 'timeout', detail: 'the answer took too long' });
  const finish = (whole: boolean) => settle({ bytes: Buffer.concat(chunks), whole });
  const tooBig = () =>
    options.keepStart
      ? settle({ bytes: Buffer.concat(chunks).subarray(0, maxBytes), whole: false })
      : settle({ reason: 'too_big', detail: `the answer is over ${maxBytes} bytes` });

  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();

  body.on('data', (chunk: Buffer) => {
    onTheWire += chunk.length;
    if (onTheWire > maxBytes && chain.length > 0) tooBig();
  });
  const breakOff = () => {
    if (settled || brokeOff) return;
    brokeOff = true;
    if (chain[0]) chain[0].end();
    else finish(false);
  };
  body.on('error', breakOff);
  body.on('close', () => {
    if (!body.readableEnded) breakOff();
  });

  for (const [i, decoder] of chain.entries()) {
    (chain[i - 1] ?? body).pipe(decoder);
    decoder.on('error', (error: Error & { code?: string }) => {
      const endedEarly = brokeOff || error.code === 'Z_BUF_ERROR';
      if (!endedEarly)
        return settle({ reason: 'encoding', detail: `decompressing failed: ${error.message}` });
      brokeOff = true;
      const next = chain[i + 1];
      if (next) next.end();
      else finish(false);
    });
  }

  const last = chain.at(-1) ?? body;
  last.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (!settled) chunks.push(chunk);
    if (size > maxBytes) tooBig();
  });
  last.on('end', () => finish(!brokeOff));
  return promise;
}
