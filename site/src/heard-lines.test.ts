import { expect, test } from 'vitest';
import { HeardLine, LineReader, type Place } from './heard-lines.ts';

const line = (id: string, title: string): string =>
  JSON.stringify({
    v: 1,
    id,
    doc: id,
    brand: 'own',
    source: 's',
    group: 'news',
    site: '',
    url: null,
    title,
    excerpt: '',
  });
const judged = (id: string): string => JSON.stringify({ id, brand: 'own', story: `story of ${id}` });

/** Files of so many lines, and how often they were read. */
function made(count: number) {
  const files = { mentions: '', scores: '' };
  const places: { mention: Place; score: Place }[] = [];
  const add = (file: keyof typeof files, text: string): Place => {
    const place = { file, at: Buffer.byteLength(files[file]), length: Buffer.byteLength(text) };
    files[file] += `${text}\n`;
    return place;
  };
  for (let at = 0; at < count; at++)
    places.push({
      mention: add('mentions', line(`${at}`, `“${'é'.repeat(at % 50)}” ${at}`)),
      score: add('scores', judged(`${at}`)),
    });
  const counted = { reads: 0 };
  const reader = new LineReader(({ file, at }, into) => {
    counted.reads++;
    return Buffer.from(files[file as keyof typeof files]).copy(into, 0, at);
  });
  const mentions = places.map(({ mention, score }, at) => {
    const held = { id: `${at}`, brand: 'own', source: 's', group: 'news', site: '', publishedAt: '' };
    return new HeardLine({ ...held, rating: undefined }, undefined, reader, mention, at % 2 ? score : null);
  });
  return { files, mentions, counted };
}

test('each mention says what its line says, and its judgement, wherever they stand', () => {
  const { mentions } = made(3_000);
  for (const [at, mention] of [...mentions, ...mentions.toReversed()].entries()) {
    const place = at < 3_000 ? at : 5_999 - at;
    expect(mention.title).toBe(`“${'é'.repeat(place % 50)}” ${place}`);
    expect(mention.score?.story).toBe(place % 2 ? `story of ${place}` : undefined);
  }
});
test('lines that lie together are read together', () => {
  const { mentions, counted } = made(3_000);
  for (const { title } of mentions.toReversed()) expect(title).not.toBe('');
  expect(counted.reads).toBeLessThan(30);
});
test('a file that was changed meanwhile is not taken for what it was', () => {
  const { files, mentions } = made(3);
  files.mentions = `${line('9', 'put before')}\n${files.mentions}`;
  expect(() => mentions[1]?.title).toThrow('mentions was changed while it was read: build the pages again');
});
