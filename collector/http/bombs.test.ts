import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { door, serve } from './loopback.fixture.ts';

const fixture = new URL('./bomb.fixture.ts', import.meta.url);
const megabyte = Buffer.alloc(1_000_000);
const half = 512;

/** Half a gigabyte of nothing: gzip members may follow each other, so one is enough to make them all. */
const gzipBomb = Buffer.concat(Array(half).fill(zlib.gzipSync(megabyte)));

/** The same for a format whose parts do not follow each other, written as a stream. */
function stream(compressor: zlib.BrotliCompress | zlib.ZstdCompress): Promise<Buffer> {
  const chunks: Buffer[] = [];
  compressor.on('data', (chunk: Buffer) => chunks.push(chunk));
  let left = half;
  const write = () => {
    while (left-- > 0) if (!compressor.write(megabyte)) return compressor.once('drain', write);
    return compressor.end();
  };
  write();
  return new Promise((resolve) => compressor.on('end', () => resolve(Buffer.concat(chunks))));
}

const { BROTLI_PARAM_QUALITY, ZSTD_c_windowLog } = zlib.constants;

/** What a process of its own makes of a body. */
async function readApart(coding: string, body: Buffer) {
  const site = await serve((request, response) => {
    if (request.url === '/small') return response.end('x');
    return response.writeHead(200, coding === '' ? {} : { 'content-encoding': coding }).end(body);
  });
  const { stdout } = await promisify(execFile)(process.execPath, [fixture.pathname, `${site.url}/feed`]);
  return JSON.parse(stdout) as { reason: string; grewBytes: number };
}

describe('an answer that swells', () => {
  it.each([
    ['A22: from half a megabyte of gzip to half a gigabyte', 'gzip', async () => gzipBomb],
    ['A23: from a kilobyte of gzip in gzip', 'gzip, gzip', async () => zlib.gzipSync(gzipBomb)],
    [
      'A22: from brotli',
      'br',
      () => stream(zlib.createBrotliCompress({ params: { [BROTLI_PARAM_QUALITY]: 1 } })),
    ],
    ['A22: from zstd', 'zstd', () => stream(zlib.createZstdCompress())],
    ['A22: from deflate', 'deflate', async () => zlib.deflateSync(Buffer.alloc(200_000_000))],
    ['A22: from nothing, being large', '', async () => Buffer.alloc(50_000_000)],
  ])('%s is dropped at 10 MB, and costs no more than 64 MB', async (_, coding, make) => {
    const { reason, grewBytes } = await readApart(coding, await make());
    expect(reason).toBe('too_big');
    expect(grewBytes).toBeLessThan(64_000_000);
  });

  it('A22: from zstd with a window larger than the web allows is not opened', async () => {
    const compressor = zlib.createZstdCompress({ params: { [ZSTD_c_windowLog]: 27 } });
    const body = await stream(compressor);
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'zstd' }).end(body),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'encoding' });
  });

  it('A22: where it is refused anyway, is looked into no further than its start', async () => {
    const site = await serve((_, response) =>
      response.writeHead(403, { 'content-encoding': 'gzip' }).end(gzipBomb),
    );
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'forbidden' });
  });

  it('A24: is not opened where fifty compressions are named over many header fields', async () => {
    const site = await serve((_, response) => {
      for (let i = 0; i < 50; i++) response.appendHeader('content-encoding', 'gzip');
      response.end(zlib.gzipSync('x'));
    });
    expect(await door()({ url: `${site.url}/feed` })).toMatchObject({ reason: 'encoding' });
  });
});
