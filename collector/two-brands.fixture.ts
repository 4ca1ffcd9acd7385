import type { Mention, Score } from '#contract';
import { seeded } from './measure/seeded.ts';

export const dayMs = 86_400_000;
export const end = Date.parse('2026-11-22T04:17:00Z');
const instantOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const half = (random: () => number) =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** Some days of two brands, four months where left out: copies, ratings, a document about both, a line that says again what another said. */
export function madeLines(days = 120): { mentions: Mention[]; scores: Score[]; runs: object[] } {
  const random = seeded(11);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const mentions: Mention[] = [];
  const scores: Score[] = [];
  const runs: object[] = [];
  for (let day = days; day > 0; day--) {
    const seen = end - day * dayMs;
    for (const source of ['paper', 'board']) {
      const coversFrom = instantOf(seen - dayMs - 60_000);
      runs.push({
        at: instantOf(seen),
        source,
        status: 'ok',
        coversFrom,
        coversTo: instantOf(seen),
        read: 9,
        kept: 3,
        edited: 0,
        dropped: {},
        bytes: 9,
      });
    }
    for (let at = 0; at < 6; at++) {
      const copied = random() < 0.2 ? mentions.at(-1) : undefined;
      const doc = copied && random() < 0.5 ? copied.doc : half(random) + half(random);
      const source = of(['paper', 'board']);
      const brand = of(['saltmarsh', 'bluebird', 'gone']);
      const id = half(random) + half(random);
      mentions.push({
        v: 1,
        id,
        doc,
        brand,
        source,
        group: 'news',
        site: `${source}.example`,
        url: `https://${source}.example/${id}`,
        title: `${of(['Rye', 'Spelt', 'The "best"', 'Übel'])} ${of(['bread', 'queue', 'shop'])} ${of(['today', 'again', 'at last'])}`,
        excerpt: `${of(['Late', 'Lovely'])} ${of(['delivery', 'staff', 'loaves'])}.`,
        publishedAt: instantOf(seen - Math.floor(random() * 2 * dayMs)),
        firstSeenAt: instantOf(seen),
        ...(random() < 0.3 ? { rating: { value: of([1, 2, 3, 4, 5]), of: 5 } } : {}),
      });
      if (random() < 0.05) continue;
      const label = of(['negative', 'neutral', 'positive', 'unscored'] as const);
      const p: [number, number, number] | null = label === 'unscored' ? null : [0.2, 0.3, 0.5];
      scores.push({
        id,
        brand,
        story: copied ? (scores.find((score) => score.id === copied.id)?.story ?? doc) : doc,
        lang: of(['en', 'de', 'und']),
        relevant: random() < 0.9,
        tone: { label, p },
        themes:
          random() < 0.5
            ? [{ id: of(['delivery', 'price', 'nonsense']), tone: of(['negative', 'positive'] as const) }]
            : [],
        intents:
          random() < 0.3 ? [of(['recommend', 'warn', 'stay', 'leave', 'ask', 'compare'] as const)] : [],
        by: 'tone@2.2.0',
        config: 'c0ffee',
      });
    }
  }
  return { mentions, scores, runs };
}
