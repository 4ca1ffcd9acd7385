import { isWithoutText, type Label, type Mention, mentionKey, type Score } from '#contract';
import { seeded } from '../measure/seeded.ts';

/** A mention that may be asked about, and how it came to be. */
export type Drawn = { mention: Mention; score: Score; drawn: 'random' | 'teaching' };

/** What may be drawn from. Every mention here stands for a story of its own. */
type Candidate = { mention: Mention; score: Score; label: Label | undefined };

export type Pool = {
  candidates: Candidate[];
  /** Stories left out, since the terms of where they stand forbid it: how many by the name of the place. */
  barred: Map<string, number>;
};

const dayMs = 86_400_000;

/**
 * The stories of a brand that were told in the last days and that the scorer judged, each by its first mention. Left out is
 * what has no words any more, and what stands where terms forbid it. Labels are those that count.
 */
export function poolOf(
  brand: string,
  lines: { mentions: readonly Mention[]; scores: readonly Score[]; labels: readonly Label[] },
  options: { now: Date; days: number; barredBy: (mention: Mention) => string | undefined },
): Pool {
  const scores = new Map(lines.scores.map((score) => [mentionKey(score), score]));
  const storyOf = (mention: Mention): string => scores.get(mentionKey(mention))?.story ?? mention.doc;
  const own = lines.mentions
    .filter((mention) => mention.brand === brand && scores.get(mentionKey(mention))?.relevant !== false)
    .sort((a, b) => (a.publishedAt + a.id < b.publishedAt + b.id ? -1 : 1));
  const stories = Map.groupBy(own, storyOf);
  const labels = new Map(
    lines.labels.filter((label) => label.brand === brand).map((label) => [label.mention, label]),
  );
  const since = options.now.getTime() - options.days * dayMs;
  const candidates: Candidate[] = [];
  const barred = new Map<string, number>();
  for (const mentions of stories.values()) {
    const mention = mentions[0] as Mention;
    const score = scores.get(mentionKey(mention));
    if (score === undefined || score.tone.label === 'unscored' || isWithoutText(mention)) continue;
    if (`${mention.title}${mention.excerpt}`.trim() === '') continue;
    const published = Date.parse(mention.publishedAt);
    if (published < since || published > options.now.getTime()) continue;
    const place = options.barredBy(mention);
    if (place !== undefined) barred.set(place, (barred.get(place) ?? 0) + 1);
    else {
      const said = mentions.flatMap(({ id }) => labels.get(id) ?? []);
      const label = said.find(({ drawn }) => drawn === 'random') ?? said[0];
      candidates.push({ mention, score, label });
    }
  }
  return { candidates, barred };
}

/**
 * What to ask about. The random part is drawn by lot from all stories that were not drawn by lot before, whatever the scorer
 * made of them: sorted by group, source, language, tone and sureness, every k-th of them from a random start, so that each has
 * the same chance and each sort its share (systematic sampling). The teaching part is what the scorer was least sure of, or what
 * a rating contradicts, in turns from each group and tone; it is no fair sample, and is marked as such.
 *
 * The same lines and seed give the same draw, in the same order. Both parts are shuffled together, so that a session that
 * is broken off has still asked about every sort, and nobody can tell what is what.
 *
 * @returns `known`: labels of before that are hit by lot, which count as random from now on and are not asked again
 */
export function drawStories(
  { candidates }: Pool,
  wanted: { random: number; teaching: number; seed: string },
): { asked: Drawn[]; known: Label[] } {
  const chance = seeded(hashOf(wanted.seed));
  const byLot = candidates
    .filter(({ label }) => label?.drawn !== 'random')
    .map((candidate) => ({ candidate, order: sortOf(candidate) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ candidate }) => candidate);
  const hit = systematic(byLot, wanted.random, chance);
  const taken = new Set(hit);
  const unlabelled = candidates.filter((candidate) => candidate.label === undefined && !taken.has(candidate));
  const asked: Drawn[] = [
    ...hit
      .filter(({ label }) => label === undefined)
      .map(({ mention, score }): Drawn => ({ mention, score, drawn: 'random' })),
    ...inTurns(unlabelled, wanted.teaching).map(
      ({ mention, score }): Drawn => ({ mention, score, drawn: 'teaching' }),
    ),
  ];
  const known = hit.flatMap(({ label }): Label[] => (label ? [{ ...label, drawn: 'random' }] : []));
  return { asked: shuffled(asked, chance), known };
}

const sureness = ({ tone }: Score): number => (tone.p === null ? 0 : Math.max(...tone.p));

const sortOf = ({ mention, score }: Candidate): string =>
  [mention.group, mention.source, score.lang, score.tone.label, sureness(score).toFixed(3), mention.id].join(
    ' ',
  );

/** Every k-th, from a random start below k. */
function systematic<T>(sorted: readonly T[], wanted: number, chance: () => number): T[] {
  const count = Math.min(wanted, sorted.length);
  const step = sorted.length / Math.max(1, count);
  const start = chance() * step;
  return Array.from({ length: count }, (_, at) => sorted[Math.floor(start + at * step)] as T);
}

/** How much a label would teach: most where the stars say the opposite, then where the scorer is unsure. */
function doubt({ mention, score }: Candidate): number {
  const stars = mention.rating && mention.rating.value / mention.rating.of;
  const contradicted =
    stars !== undefined &&
    ((stars >= 0.8 && score.tone.label === 'negative') || (stars <= 0.4 && score.tone.label === 'positive'));
  return (contradicted ? 1 : 0) + 1 - sureness(score);
}

/** The most doubtful of each group and tone, one after another. */
function inTurns(candidates: readonly Candidate[], wanted: number): Candidate[] {
  const sorts = Map.groupBy(candidates, ({ mention, score }) => `${mention.group} ${score.tone.label}`);
  const rows = [...sorts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => some.sort((a, b) => doubt(b) - doubt(a) || (a.mention.id < b.mention.id ? -1 : 1)));
  const taken: Candidate[] = [];
  const longest = Math.max(0, ...rows.map((some) => some.length));
  for (let turn = 0; turn < longest && taken.length < wanted; turn++)
    for (const some of rows) {
      const next = some[turn];
      if (next && taken.length < wanted) taken.push(next);
    }
  return taken;
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
