import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import type { Row } from '../view/heard.ts';
import { type MonthParts, placeOf, rowsInPart, textsOfMonth } from '../view/month-parts.ts';
import { headSize, zipParts } from '../zip-parts.ts';
import { MonthTexts } from './month-texts.ts';

const rows = Array.from({ length: 3 * rowsInPart + 7 }, (_, at) => ({ id: `row ${at}`, title: '✓' }) as Row);
const texts = textsOfMonth('2026-05', rows);
const { file, sizes } = zipParts([texts.before, ...texts.parts, texts.after]);
const [lead = 0] = sizes;
const month: MonthParts = {
  file: '2026-05.json.gz',
  rows: rows.length,
  before: headSize + lead,
  sizes: sizes.slice(1, -1),
};

type Answer = Parameters<RequestListener>[1];
const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});
/** A server of the month; `asked` lists the ranges that it was asked for. */
async function served(answer: (response: Answer, range: string | undefined) => void) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.range);
    answer(response, request.headers.range);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  const texts = new MonthTexts(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'abc');
  return { asked, rowAt: (at: number) => texts.row(placeOf([month], at)) };
}
const partOf = (range: string): Uint8Array => {
  const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
  return file.subarray(from, to + 1);
};

test('a row is read from its part alone, and the part once', async () => {
  const { asked, rowAt } = await served((response, range = '') => {
    response.writeHead(206, { 'Content-Type': 'application/gzip' }).end(partOf(range));
  });
  const wanted = [0, rowsInPart + 3, rowsInPart + 4, rows.length - 1];
  expect(await Promise.all(wanted.map(rowAt))).toEqual(wanted.map((at) => rows[at]));
  expect(asked).toHaveLength(3);
  expect(asked.every((range) => range !== undefined && partOf(range).length < file.length)).toBe(true);
});

test('where a server gives no parts, the month is read whole', async () => {
  for (const headers of [{ 'Content-Type': 'application/gzip' }, { 'Content-Encoding': 'gzip' }]) {
    const { rowAt } = await served((response) => void response.writeHead(200, headers).end(file));
    expect(await rowAt(rowsInPart + 3)).toEqual(rows[rowsInPart + 3]);
  }
});

test('where a server says of a part that it is a whole compressed file, the month is read whole', async () => {
  const { asked, rowAt } = await served((response, range) => {
    const status = range === undefined ? 200 : 206;
    response
      .writeHead(status, { 'Content-Encoding': 'gzip' })
      .end(range === undefined ? file : partOf(range));
  });
  expect(await rowAt(2 * rowsInPart)).toEqual(rows[2 * rowsInPart]);
  expect(asked.at(-1)).toBeUndefined();
});

test('what cannot be had is an error, and is asked for again', async () => {
  let down = true;
  const { rowAt } = await served((response, range = '') => {
    if (down) response.writeHead(503).end();
    else response.writeHead(206).end(partOf(range));
  });
  await expect(rowAt(1)).rejects.toThrow('503');
  down = false;
  expect(await rowAt(1)).toEqual(rows[1]);
});
