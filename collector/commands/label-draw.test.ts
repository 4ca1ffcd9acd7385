import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label, Mention, Score } from '#contract';
import { drawStories, poolOf } from './label-draw.ts';

const idOf = (at: number) => at.toString(16).padStart(16, '0');
type Parts = Partial<Mention> & {
  p?: [number, number, number];
  story?: string;
  label?: Score['tone']['label'];
};

function linesOf(all: readonly Parts[], labels: readonly Label[] = []) {
  const mentions = all.map(
    ({ p: _p, story: _story, label: _label, ...parts }, at): Mention => ({
      v: 1,
      id: idOf(at),
      doc: idOf(at),
      brand: 'northwind',
      source: 'paper',
      group: 'news',
      site: '',
      url: null,
      title: `story ${at}`,
      excerpt: '',
      publishedAt: '2026-11-02T08:00:00Z',
      firstSeenAt: '2026-11-02T09:00:00Z',
      ...parts,
    }),
  );
  const scores = all.map(
    ({ p = [0.2, 0.6, 0.2], story, label = 'neutral' }, at): Score => ({
      id: idOf(at),
      brand: mentions[at]?.brand ?? null,
      story: story ?? idOf(at),
      lang: 'en',
      relevant: true,
      tone: { label, p },
      themes: [],
      intents: [],
      by: 'tone@1',
      config: 'c',
    }),
  );
  return { mentions, scores, labels };
}
const options = { now: new Date('2026-11-20T00:00:00Z'), days: 365, barredBy: () => undefined };
const pool = (all: readonly Parts[], labels: readonly Label[] = []) =>
  poolOf('northwind', linesOf(all, labels), options);
const label = (at: number, drawn: Label['drawn']): Label => ({
  mention: idOf(at),
  brand: 'northwind',
  tone: 'neutral',
  drawn,
});
const draw = (from: ReturnType<typeof pool>, random: number, teaching = 0, seed = 'a') =>
  drawStories(from, { random, teaching, seed });

describe('what may be drawn', () => {
  it('is one mention of each story, of this brand, with words, judged, and of the time asked for', () => {
    const { candidates } = pool([
      {},
      { story: idOf(0) },
      { brand: 'bluebird' },
      { title: '' },
      { label: 'unscored' },
      { publishedAt: '2025-11-02T08:00:00Z' },
    ]);
    expect(candidates.map(({ mention }) => mention.id)).toEqual([idOf(0)]);
  });

  it('knows a story by the label of any of its copies', () => {
    const from = pool([{}, { story: idOf(0) }], [label(1, 'random')]);
    expect(draw(from, 5)).toEqual({ asked: [], known: [] });
  });
});

describe('the lot', () => {
  it('gives every story the same chance, whatever the scorer made of it', () => {
    const all = Array.from(
      { length: 40 },
      (_, at): Parts => ({
        group: at % 4 === 0 ? 'news' : 'forum',
        p: at % 2 === 0 ? [0.05, 0.9, 0.05] : [0.3, 0.4, 0.3],
      }),
    );
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed++)
      for (const { mention } of draw(pool(all), 10, 0, String(seed)).asked)
        hits.set(mention.id, (hits.get(mention.id) ?? 0) + 1);
    expect(hits.size).toBe(40);
    // 500 expected of each, with a standard deviation of 19.
    for (const count of hits.values()) expect(Math.abs(count - 500)).toBeLessThan(85);
  });

  it('takes each sort by its share', () => {
    const all = Array.from({ length: 100 }, (_, at): Parts => ({ group: at < 80 ? 'news' : 'reviews' }));
    const groups = draw(pool(all), 20).asked.map(({ mention }) => mention.group);
    expect(groups.filter((group) => group === 'reviews')).toHaveLength(4);
  });

  it('takes a label of before as it is where it comes up, asks nobody twice, and marks what teaches', () => {
    const all = Array.from({ length: 12 }, (_, at): Parts => ({ p: [0.1, 0.5 + at / 100, 0.4] }));
    const { asked, known } = draw(pool(all, [label(3, 'teaching'), label(4, 'random')]), 20, 20);
    expect(known).toEqual([label(3, 'random')]);
    expect(asked.map(({ mention }) => mention.id)).not.toContain(idOf(3));
    expect(asked.map(({ mention }) => mention.id)).not.toContain(idOf(4));
    expect(asked.filter(({ drawn }) => drawn === 'random')).toHaveLength(10);
  });

  it('is the same for the same lines in any order and seed, another for another, and never holds a story twice', () => {
    const all = Array.from({ length: 30 }, (_, at): Parts => ({ p: [0.1, 0.4 + at / 60, 0.5 - at / 60] }));
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(40),
        fc.string(),
        fc.shuffledSubarray([...all.keys()], { minLength: 30 }),
        (random, teaching, seed, order) => {
          const lines = linesOf(all);
          const mixed = {
            ...lines,
            mentions: order.map((at) => lines.mentions[at] as Mention),
            scores: order.map((at) => lines.scores[at] as Score),
          };
          const one = drawStories(poolOf('northwind', lines, options), { random, teaching, seed });
          const other = drawStories(poolOf('northwind', mixed, options), { random, teaching, seed });
          expect(other).toEqual(one);
          const ids = one.asked.map(({ mention }) => mention.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBe(Math.min(30, random + teaching));
        },
      ),
      { numRuns: 50 },
    );
    const ids = (seed: string) => draw(pool(all), 10, 0, seed).asked.map(({ mention }) => mention.id);
    expect(ids('a')).not.toEqual(ids('b'));
  });
});

describe('what teaches most', () => {
  it('is what stars contradict, then what the scorer is unsure of, from each group and tone in turns', () => {
    const from = pool([
      { p: [0.02, 0.96, 0.02] },
      { p: [0.3, 0.36, 0.34] },
      { p: [0.95, 0.03, 0.02], label: 'negative', group: 'reviews', rating: { value: 5, of: 5 } },
      { p: [0.5, 0.3, 0.2], label: 'negative', group: 'reviews', rating: { value: 1, of: 5 } },
    ]);
    const ids = draw(from, 0, 2).asked.map(({ mention }) => mention.id);
    expect(ids.sort()).toEqual([idOf(1), idOf(2)]);
  });
});
