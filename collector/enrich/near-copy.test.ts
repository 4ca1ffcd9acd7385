import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '#contract';
import { type Half, type Pair, pairsOf } from './near-copies.fixture.ts';
import { keptApart, tuned } from './near-copies-texts.fixture.ts';
import { openStories } from './stories.ts';

function isJoined({ first, second }: Pair): boolean {
  const stories = openStories();
  stories.add(first, first.doc);
  return stories.find(second) === first.doc;
}

/** Precision, recall and F1 of the pairs that are joined. */
function measured(pairs: readonly Pair[]) {
  const joined = pairs.map(isJoined);
  const right = pairs.filter((pair, at) => pair.copy && joined[at]).length;
  const precision = right / joined.filter(Boolean).length;
  const recall = right / pairs.filter((pair) => pair.copy).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe('copies among thousands of labelled pairs', () => {
  it.each<[string, Half, number]>([
    ['of the templates that the rule was made on', tuned, 11],
    ['of templates that were kept apart from it', keptApart, 12],
  ])('are told from what is merely similar, %s', (_, half, seed) => {
    const pairs = pairsOf(half, seed, 12);
    expect(pairs.length).toBeGreaterThan(2500);
    const { precision, recall, f1 } = measured(pairs);
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.93);
    expect(f1).toBeGreaterThan(0.95);
  });

  it('are told within each kind, and each language', () => {
    const pairs = [...pairsOf(tuned, 21, 8), ...pairsOf(keptApart, 22, 8)];
    const groups = new Map<string, Pair[]>();
    for (const pair of pairs)
      for (const group of [pair.kind, pair.lang]) groups.set(group, [...(groups.get(group) ?? []), pair]);
    for (const [group, members] of groups) {
      const wrong = members.filter((pair) => isJoined(pair) !== pair.copy).length;
      expect(wrong / members.length, group).toBeLessThan(0.12);
    }
  });
});

describe('clusters of mentions', () => {
  const day = 86_400_000;
  /** Mentions of some pairs, seen over 150 days; copies up to 80 days after one another. */
  const nights = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
    const pairs = pairsOf(tuned, seed, 1).filter((_, at) => at % 3 === 0);
    const dated = pairs.flatMap(({ first, second }, at) => {
      const from = (at * 37 + seed) % 70;
      const to = from + ((at * 17 + seed) % 80);
      return [
        { mention: first, night: from },
        { mention: second, night: to },
      ];
    });
    return dated
      .sort((a, b) => a.night - b.night)
      .map(({ mention, night }): Mention => {
        const at = new Date(Date.UTC(2026, 5, 1, 4, 17) + night * day).toISOString().replace('.000', '');
        return { ...mention, publishedAt: at, firstSeenAt: at };
      });
  });
  const tell = (stories: ReturnType<typeof openStories>, mention: Mention): string => {
    const story = stories.find(mention) ?? mention.doc;
    stories.add(mention, story);
    return story;
  };

  it('are the same when all nights are played at once, and when each night knows only the 60 days before', () => {
    fc.assert(
      fc.property(nights, fc.integer({ min: 0, max: 31 }), (mentions, daysMore) => {
        const stories = openStories();
        const atOnce = mentions.map((mention) => tell(stories, mention));
        const byNight: string[] = [];
        const seenAt = (mention: Mention | undefined) => Date.parse(mention?.firstSeenAt ?? '');
        let fresh = openStories();
        for (const [at, mention] of mentions.entries()) {
          if (at === 0 || seenAt(mentions[at - 1]) !== seenAt(mention)) {
            fresh = openStories();
            for (const [before, past] of mentions.slice(0, at).entries())
              if (seenAt(past) >= seenAt(mention) - (60 + daysMore) * day)
                fresh.add(past, byNight[before] as string);
          }
          byNight.push(tell(fresh, mention));
        }
        expect(byNight).toEqual(atOnce);
        expect(new Set(atOnce).size).toBeLessThan(mentions.length);
      }),
      { numRuns: 15 },
    );
  });

  it('bear the document of their first mention, and a document is in one', () => {
    fc.assert(
      fc.property(nights, (mentions) => {
        const stories = openStories();
        const seen = new Map<string, string>();
        for (const mention of mentions) {
          const story = tell(stories, mention);
          expect(seen.get(story) ?? mention.doc).toBe(story);
          seen.set(mention.doc, story);
          expect(stories.find({ ...mention, id: 'f'.repeat(16), title: 'Edited', excerpt: '' })).toBe(story);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('do not drift by a chain of small changes: all are near copies of the first', () => {
    const words = Array.from(
      { length: 80 },
      (_, at) => `${'abcdefghij'[at % 10]}${'klmnopqr'[(at >> 3) & 7]}ward${'stuvwxyz'[at & 7]}`,
    );
    const stories = openStories();
    const told = Array.from({ length: 41 }, (_, at) => {
      const [base] = pairsOf(tuned, 1, 1);
      const doc = at.toString(16).padStart(16, '0');
      const text = words.slice(at, at + 40).join(' ');
      return tell(stories, {
        ...(base as Pair).first,
        doc,
        title: '',
        excerpt: text,
        site: `s${at}.example`,
      });
    });
    expect(told[3]).toBe(told[0]);
    expect(told.at(-1)).not.toBe(told[0]);
  });

  it('remember what 60 days hold, and no more', () => {
    const [pair] = pairsOf(tuned, 1, 1);
    const stories = openStories();
    for (let at = 0; at < 12_000; at++) {
      const seen = new Date(Date.UTC(2026, 0, 1) + at * (day / 20)).toISOString().replace('.000', '');
      const doc = at.toString(16).padStart(16, '0');
      stories.add({ ...(pair as Pair).first, doc, firstSeenAt: seen, publishedAt: seen }, doc);
    }
    expect(stories.size()).toBeLessThan(60 * 20 * 2);
  });

  it('tell old lines among themselves when they are scored anew', () => {
    const [pair] = pairsOf(tuned, 1, 1);
    const { first, second } = pair as Pair;
    const old = { publishedAt: '2026-01-05T04:00:00Z', firstSeenAt: '2026-01-05T04:00:00Z' };
    const stories = openStories();
    stories.add({ ...second, doc: 'e'.repeat(16) }, 'e'.repeat(16));
    expect(tell(stories, { ...first, ...old })).toBe(first.doc);
    expect(tell(stories, { ...second, ...old })).toBe(first.doc);
  });
});
