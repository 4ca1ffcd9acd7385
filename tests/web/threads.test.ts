import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { configOf } from '#contract';
import { openCollector } from '../../collector/pipeline.ts';
import { sourceSchema } from '../../collector/sources/registry.ts';
import { openStore } from '../../collector/store/open-store.ts';
import type { Door } from '../../collector/types.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-threads-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Post = { guid: string; title: string; text: string };
const question = { guid: 'a', title: 'Where is Saltmarsh Bakery?', text: 'I cannot find Saltmarsh Bakery.' };
const answer = { guid: 'b', title: 'Re: where', text: 'Saltmarsh Bakery is by the bridge.' };
const other = { guid: 'c', title: 'Re: where', text: 'Saltmarsh Bakery has moved, I think.' };

/** A forum whose feed gives every post the address of its thread. */
const forum = (posts: Post[]): string =>
  `<rss version="2.0"><channel><title>f</title>${posts
    .map(
      ({ guid, title, text }) =>
        `<item><title>${title}</title><link>https://forum.example/thread/7</link><guid>${guid}</guid><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`;

it('D08: a post that was alone with its address on the first night is not stored again when answers share it', async () => {
  const config = configOf(sourceSchema).parse({
    brand: { id: 'saltmarsh', name: 'Saltmarsh Bakery' },
    sources: [{ id: 'forum', type: 'feed', url: 'https://forum.example/rss' }],
  });
  const nights = [[question], [answer, question], [other, answer, question], [other, answer, question]];
  for (const [at, posts] of nights.entries()) {
    const now = new Date(Date.UTC(2026, 10, 20 + at, 5));
    const door: Door = async ({ url }) => {
      const body = Buffer.from(forum(posts));
      return { kind: 'answer', url, http: 200, headers: {}, body, whole: true };
    };
    const collector = openCollector(config, openStore(scratch, { durable: false }), now);
    const progress = { step: () => {}, line: () => {} };
    await collector.collect(
      { door, readLocal: async () => undefined, secret: () => undefined, progress },
      now,
    );
  }
  const stored = openStore(scratch).readMentions().lines;
  expect(stored.map(({ title, excerpt }) => ({ title, text: excerpt })).sort(byText)).toEqual(
    [question, answer, other].map(({ title, text }) => ({ title, text })).sort(byText),
  );
});

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1);
