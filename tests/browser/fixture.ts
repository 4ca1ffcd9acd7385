import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  About,
  Accuracy,
  type Break,
  Figure,
  fewestLabels,
  type Intent,
  Mention,
  type Point,
  Restated,
  Run,
  Score,
  type SeriesFigure,
  type ToneLabel,
  type Verdict,
} from '#contract';
import { hostileTexts } from './hostile.ts';

/**
 * Writes a data folder after the contract, for a brand that does not exist: 18 months with gaps, breaks, a source that
 * refuses and texts that mean harm. Every line passes the contract before it is written.
 */

export type Variant = 'hostile' | 'crowd' | 'first-day' | 'one-day' | 'empty' | 'newer' | 'absent';

const dayMs = 86_400_000;
const longName = 'The Most Honourable Company of Northwind Coffee Roasters and Café Keepers, Est. 18';

/** Mulberry32: the same numbers for the same seed, on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const at = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

function isoWeek(ms: number): string {
  const thursday = ms + (3 - ((new Date(ms).getUTCDay() + 6) % 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  return `${year}-W${String(Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1).padStart(2, '0')}`;
}
const nameOf = {
  day,
  week: isoWeek,
  month: (ms: number) => day(ms).slice(0, 7),
};

const themes = [
  { id: 'delivery', name: 'Delivery', lens: 'experience', touchpoint: 'deliver' },
  { id: 'price', name: 'Price', touchpoint: 'pay' },
  { id: 'taste', name: 'Taste', lens: 'experience', touchpoint: 'use' },
  { id: 'app', name: 'App', lens: 'innovation', touchpoint: 'use' },
];
const sources = [
  { id: 'city-paper', type: 'feed', group: 'news', label: 'City Paper', planned: true },
  { id: 'trade-journal', type: 'feed', group: 'news', label: 'tradejournal.example', planned: true },
  {
    id: 'gdelt',
    type: 'gdelt',
    group: 'news',
    label: 'GDELT',
    attribution: 'The GDELT Project, https://www.gdeltproject.org/',
    planned: true,
  },
  { id: 'coffee-talk', type: 'lemmy', group: 'forum', label: 'lemmy.example', planned: true },
  { id: 'hn', type: 'hacker-news', group: 'forum', label: 'Hacker News', planned: true },
  {
    id: 'app-us',
    type: 'app-store',
    group: 'reviews',
    brand: 'northwind',
    label: 'App Store, US',
    planned: true,
  },
  { id: 'export', type: 'csv', group: 'reviews', label: 'Reviews read by hand', planned: false },
  {
    id: 'views',
    type: 'wikipedia-views',
    group: 'reference',
    label: 'Wikipedia page views',
    planned: false,
    countsOnly: true,
  },
];
/** What of the fixture “hostile” is without its words, as `forget --before` leaves it: all first seen in this month. */
export const strippedMonth = '2025-08';
const damage: About['damage'] = {
  unreadable: 3,
  edited: 1,
  first: [
    { file: 'mentions/2026-03.b.jsonl', line: 1, why: 'a mark of a merge conflict' },
    { file: 'mentions/2026-03.b.jsonl', line: 2, why: 'is not JSON' },
    { file: '<img src=x onerror=globalThis.__ran=1>', line: 0, why: '<script>globalThis.__ran=1</script>' },
  ],
};
const titles = [
  'Northwind Coffee opens a roastery by the canal',
  'Is the new Northwind app worth it?',
  'Northwind delivery late again, third time this month',
  'Best flat white in town: a blind tasting of nine houses',
  'Coffee prices: what the harvest means for Northwind and Bluebird',
  'Thank you Northwind, the replacement grinder came in two days',
  'Cancelling my Northwind subscription after the price rise',
  'Bluebird Roasters answers Northwind with a cold brew of its own',
  'What the closure of two cafés says about the high street',
  'Why does the app log me out every morning?',
];
const excerpts = [
  '… the house says that the roastery will employ forty people and be open to visitors from spring …',
  'I ordered on Monday, was promised Wednesday, and it is Saturday now. The coffee itself is still the best I know …',
  '… compared with a year ago the bag costs a fifth more, and nobody explained why …',
  'Friendly people, quick answer, and they sent a new one without asking for the old …',
  '',
];

type Shape = {
  id: string;
  title: string;
  unit: string;
  basis: string;
  question: string;
  formula: string;
  limits: string;
  proxy: boolean;
};
const shapes: (Shape & { base: number; spread: number; wide: number; n: number; own: number })[] = [
  {
    id: 'awareness',
    title: 'Awareness',
    unit: 'index, base = 100',
    basis: 'stories',
    question: 'How present is the brand in public talk?',
    formula: '100 × exp(level of the period) ÷ mean over the base',
    limits: 'Says how much is said, not by how many people it is read.',
    proxy: true,
    base: 100,
    spread: 7,
    wide: 9,
    n: 30,
    own: 18,
  },
  {
    id: 'net-sentiment',
    title: 'Net sentiment',
    unit: 'points',
    basis: 'stories',
    question: 'Do people speak well or ill of the brand?',
    formula: '100 × (positive − negative) ÷ scored stories',
    limits: 'The scorer errs; see the Method page.',
    proxy: false,
    base: 18,
    spread: 6,
    wide: 14,
    n: 34,
    own: -9,
  },
  {
    id: 'advocacy',
    title: 'Advocacy',
    unit: 'points',
    basis: 'stories',
    question: 'Would people recommend it?',
    formula: 'promoters − detractors, share of those with an opinion',
    limits: 'A proxy: nobody was asked.',
    proxy: true,
    base: 9,
    spread: 8,
    wide: 19,
    n: 19,
    own: 4,
  },
  {
    id: 'loyalty',
    title: 'Loyalty',
    unit: '%',
    basis: 'stories',
    question: 'Do people stay or leave?',
    formula: 'stay ÷ (stay + leave)',
    limits: 'A proxy: few say either.',
    proxy: true,
    base: 61,
    spread: 6,
    wide: 14,
    n: 14,
    own: 2,
  },
  {
    id: 'satisfaction',
    title: 'Satisfaction',
    unit: 'stars, 1 to 5',
    basis: 'reviews',
    question: 'How do reviewers rate it?',
    formula: 'mean rating, rescaled to 1 to 5',
    limits: 'Reviewers choose themselves.',
    proxy: false,
    base: 3.9,
    spread: 0.12,
    wide: 0.25,
    n: 41,
    own: 0.1,
  },
  {
    id: 'share-of-voice',
    title: 'Share of voice',
    unit: '%',
    basis: 'stories',
    question: 'How much of the talk about the panel is about the brand?',
    formula: 'brand stories ÷ stories of the panel, mean of the groups',
    limits: 'Depends on the panel chosen.',
    proxy: false,
    base: 34,
    spread: 4,
    wide: 6,
    n: 90,
    own: 3,
  },
  {
    id: 'stories',
    title: 'Stories',
    unit: 'stories',
    basis: 'stories',
    question: 'How many different things are told?',
    formula: 'distinct clusters of near-duplicates',
    limits: 'Counts only what the sources carry.',
    proxy: false,
    base: 32,
    spread: 6,
    wide: 0,
    n: 32,
    own: 6,
  },
];

/** What the last 70 nights published, without those of the ends of months: some of it was restated, all names mean harm. */
function restatedOf(brands: { id: string }[], asOf: number): Restated {
  const nights = Array.from({ length: 70 }, (_, back) => asOf - (69 - back) * dayMs).filter(
    (ms) => new Date(ms).getUTCDate() < 29,
  );
  const evil = hostileTexts[0]?.title ?? '';
  const one = (ms: number, back: number): Restated['brands'][string][number] => ({
    at: at(ms),
    config: evil,
    commit: back % 2 === 0 ? evil : null,
    since: { late: back % 5, forgotten: back % 3, labels: 0, replays: back % 2, config: true },
    figures: [
      ...shapes.slice(0, 3).map(({ id, base }) => ({
        figure: id,
        period: day(ms - dayMs),
        then: {
          value: base,
          low: base - 5,
          high: base + 5,
          n: 120,
          coverage: 0.9,
          verdict: 'up' as const,
          method: `${id}@0`,
        },
        now: { value: base - (back % 4), low: base - 8, high: base + 3, n: 124 },
        moved: back % 4 > 0,
      })),
      {
        figure: evil,
        period: day(ms - dayMs),
        then: {
          value: null,
          low: null,
          high: null,
          n: 0,
          coverage: null,
          verdict: 'too little data' as const,
          method: evil,
        },
        now: null,
        moved: false,
      },
    ],
  });
  return { v: 1, brands: Object.fromEntries(brands.map(({ id }) => [id, nights.map(one)])) };
}

/** All scores were made anew two days before the data ends: in a week that is not over. */
const replayed = (asOf: number): Break => ({
  date: day(asOf - 2 * dayMs),
  why: 'Scores replaced by another scorer, tone@1.0.0 in place of afinn@5.0.2: 312 of 1180 changed, those of earlier days too.',
});

function seriesOf(
  shape: (typeof shapes)[number],
  brands: { id: string }[],
  asOf: number,
  days: number,
): SeriesFigure {
  const random = chance(shape.id.length * 7919 + shape.base);
  const start = asOf - days * dayMs;
  const scale = { day: 1 / 7, week: 1, month: 4.3 };
  const lineFor = (brandIndex: number) => {
    const offset = brandIndex === 0 ? 0 : (brandIndex % 2 ? -1 : 1) * shape.spread * (1 + brandIndex / 2);
    const grain = (which: 'day' | 'week' | 'month'): Point[] => {
      const points: Point[] = [];
      const seen = new Set<string>();
      const sizes = scale[which];
      let drift = 0;
      for (let ms = start; ms <= asOf; ms += dayMs) {
        const period = nameOf[which](ms);
        if (seen.has(period)) continue;
        seen.add(period);
        drift = drift * 0.8 + (random() - 0.5) * shape.spread;
        const age = (asOf - ms) / dayMs;
        const dark = age > 180 && age < 201 && which !== 'month';
        const few = shape.n < 20 && age > 300 && age < 312 && which !== 'month';
        const season = Math.sin(age / 40) * shape.spread * 0.7;
        const late = age < 60 && brandIndex === 0 ? shape.own : 0;
        const counts = shape.wide === 0;
        const raw = (shape.base + offset + drift + season + late) * (counts ? sizes : 1);
        const value = counts ? Math.max(0, Math.round(raw)) : Math.round(raw * 100) / 100;
        const half = shape.wide / Math.sqrt(Math.max(sizes, 0.2));
        const none = dark || few;
        points.push({
          period,
          value: none ? null : value,
          low: none || counts ? null : Math.round((value - half) * 100) / 100,
          high: none || counts ? null : Math.round((value + half * 1.05) * 100) / 100,
          n: none ? (few ? 2 : 0) : counts ? value : Math.round(shape.n * sizes * (0.7 + random() * 0.6)),
          coverage: dark ? 0.21 : Math.round((0.86 + random() * 0.14) * 100) / 100,
        });
      }
      return points;
    };
    return { day: grain('day'), week: grain('week'), month: grain('month') };
  };
  const ratio = shape.wide === 0 || shape.unit.startsWith('index');
  const verdict = (difference: number, word: Verdict['verdict'], width: number): Verdict => ({
    verdict: word,
    from: day(asOf - 27 * dayMs),
    to: day(asOf),
    difference,
    low: difference - width,
    high: difference + width,
    n: [shape.n * 4, shape.n * 4],
  });
  const words: Record<string, Verdict> = {
    awareness: verdict(0.19, 'up', 0.09),
    stories: verdict(0.17, 'perhaps up', 0.14),
    'net-sentiment': verdict(-9, 'down', 5),
    advocacy: verdict(3, 'no clear change', 8),
    loyalty: { ...verdict(0, 'too little data', 0), difference: null, low: null, high: null, n: [4, 3] },
    satisfaction: verdict(0.1, 'no clear change', 0.2),
    'share-of-voice': { ...verdict(0, 'coverage changed', 0), difference: null, low: null, high: null },
  };
  const shown = words[shape.id] ?? verdict(0, 'no clear change', ratio ? 0.1 : 5);
  return {
    kind: 'series',
    id: shape.id,
    title: shape.title,
    question: shape.question,
    formula: shape.formula,
    limits: shape.limits,
    unit: shape.unit,
    basis: shape.basis,
    proxy: shape.proxy,
    method: `${shape.id}@1`,
    brands: Object.fromEntries(brands.map(({ id }, index) => [id, lineFor(index)])),
    headline: Object.fromEntries(
      brands.map(({ id }, index) => {
        const value =
          shape.base + (index === 0 ? shape.own : (index % 2 ? -1 : 1) * shape.spread * (1 + index / 3));
        const half = shape.wide / 2;
        return [
          id,
          {
            value,
            low: half ? value - half : null,
            high: half ? value + half : null,
            n: shape.n * 4,
            coverage: 0.93,
          },
        ];
      }),
    ),
    breaks: [
      ...(shape.id === 'net-sentiment'
        ? [{ date: day(asOf - 130 * dayMs), why: 'Hacker News joined, with a tenth of the stories.' }]
        : []),
      ...(days > 1 ? [replayed(asOf)] : []),
    ],
    verdicts:
      days < 56
        ? {}
        : Object.fromEntries(
            brands.map(({ id }) => [
              id,
              {
                '7': verdict(ratio ? 0.03 : 1, 'no clear change', ratio ? 0.2 : 9),
                '28': shown,
                '90': shown,
              },
            ]),
          ),
  };
}

function runsOf(asOf: number, days: number): Run[] {
  const runs: Run[] = [];
  const random = chance(4711);
  for (let age = days; age >= 0; age -= 1) {
    // Three nights without a run at all: the next one reaches back.
    if (age === 37 || age === 38 || age === 39) continue;
    const moment = asOf - age * dayMs;
    for (const source of sources.filter(({ planned }) => planned)) {
      if (source.id === 'hn' && age > 130) continue;
      const back = moment - (age === 36 ? 5 : 2) * dayMs;
      const base = { at: at(moment), source: source.id, read: 0, kept: 0, edited: 0, dropped: {}, bytes: 0 };
      const covered = { coversFrom: at(back), coversTo: at(moment) };
      if (source.id === 'city-paper' && age >= 40 && age <= 61) {
        runs.push({ ...base, status: 'refused', reason: 'blocked_challenge', http: 403 });
      } else if (source.id === 'trade-journal' && age < 5) {
        runs.push({ ...base, status: 'failed', reason: 'timeout' });
      } else if (source.id === 'gdelt' && age % 31 === 7) {
        runs.push({ ...base, status: 'refused', reason: 'rate_limited', http: 429 });
      } else if (source.id === 'coffee-talk' && age === 20) {
        runs.push({
          ...base,
          status: 'cut',
          reason: 'truncated',
          read: 12,
          kept: 2,
          dropped: { known: 10 },
          bytes: 20_000,
        });
      } else if (source.id === 'coffee-talk' && (age === 51 || age === 52)) {
        runs.push({ ...base, status: 'changed', reason: 'not_a_feed', read: 0, bytes: 9000 });
      } else if (source.id === 'hn' && age % 17 === 3) {
        runs.push({
          ...base,
          status: 'capped',
          reason: 'overflow',
          overflow: true,
          coversFrom: at(moment - dayMs / 2),
          coversTo: at(moment),
          read: 100,
          kept: 1,
          dropped: { known: 99 },
          bytes: 80_000,
        });
      } else if (random() < 0.25) {
        runs.push({ ...base, ...covered, status: 'not_modified', http: 304 });
      } else if (source.id === 'app-us' && random() < 0.2) {
        runs.push({ ...base, ...covered, status: 'empty', http: 200, bytes: 400 });
      } else {
        runs.push({
          ...base,
          ...covered,
          status: 'ok',
          http: 200,
          read: 20,
          kept: 1,
          dropped: { known: 19 },
          bytes: 30_000,
        });
      }
    }
  }
  return runs;
}

function mentionsOf(
  brands: { id: string }[],
  asOf: number,
  days: number,
  count: number,
  hostile: boolean,
): { mentions: Mention[]; scores: Score[] } {
  const random = chance(99);
  const mentions: Mention[] = [];
  const scores: Score[] = [];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const add = (
    index: number,
    title: string,
    excerpt: string,
    url: string | null,
    story: string,
    lang: string,
    when: number,
  ): void => {
    const source = pick(sources.filter(({ planned }) => planned));
    const brand =
      source.brand ?? (random() < 0.04 ? null : (pick([...brands.slice(0, 3), brands[0]])?.id ?? null));
    const mention: Mention = {
      v: 1,
      id: hash(`${index} ${source.id}`),
      doc: hash(`doc ${index}`),
      brand,
      source: source.id,
      group: source.group,
      site: url ? 'city-paper.example' : '',
      url,
      title,
      excerpt,
      publishedAt: at(when),
      firstSeenAt: at(Math.max(when, asOf - days * dayMs)),
      ...(random() < 0.02 ? { dateFlag: 'date_inferred' as const } : {}),
      ...(source.group === 'reviews'
        ? { rating: { value: 1 + Math.floor(random() * 5), of: 5 }, version: '4.2.1' }
        : {}),
    };
    mentions.push(mention);
    // One in forty has not been judged yet.
    if (random() < 0.025) return;
    const label: ToneLabel = pick(['negative', 'neutral', 'neutral', 'positive', 'positive', 'unscored']);
    const intents: Intent[] = random() < 0.2 ? [pick(['recommend', 'warn', 'leave', 'ask'] as const)] : [];
    const relevant = random() > 0.01;
    const few = random() < 0.5 ? [{ id: pick(themes).id, tone: label }] : [];
    scores.push({
      id: mention.id,
      brand,
      story,
      lang: label === 'unscored' && lang === 'en' ? 'ja' : lang,
      relevant,
      tone: { label, p: probabilitiesOf(label, index) },
      ...(conflicting(mention.rating?.value, label) ? { ratingConflict: true as const } : {}),
      themes: manyThemes(index) ?? few,
      intents,
      by: 'afinn@5.0.2',
      config: 'c0ffee',
    });
  };
  for (let index = 0; index < count; index += 1) {
    // Days are left out now and then, and one month altogether.
    const age = Math.floor(random() * days * dayMs);
    const when = asOf - age;
    if (day(when).startsWith(day(asOf - 250 * dayMs).slice(0, 7))) continue;
    const copied = random() < 0.12;
    const story = copied ? hash(`story ${Math.floor(age / (3 * dayMs))}`) : hash(`doc ${index}`);
    add(
      index,
      pick(titles),
      pick(excerpts),
      `https://www.city-paper.example/story/${index}`,
      story,
      'en',
      when,
    );
  }
  if (hostile) {
    // The newest of all: the page comes with them.
    hostileTexts.forEach(({ title, excerpt, url, lang = 'und' }, index) => {
      add(100_000 + index, title, excerpt, url, hash(`hostile ${index}`), lang, asOf - (index + 1) * 60_000);
    });
  }
  return { mentions, scores };
}

/** Sure, unsure, and from a scorer that states none. */
function probabilitiesOf(label: ToneLabel, index: number): [number, number, number] | null {
  const at = ['negative', 'neutral', 'positive'].indexOf(label);
  if (at < 0 || index % 5 === 4) return null;
  const [best, rest] = index % 5 === 3 ? [0.44, 0.28] : [0.82, 0.09];
  return [0, 1, 2].map((tone) => (tone === at ? best : rest)) as [number, number, number];
}

const conflicting = (stars: number | undefined, label: ToneLabel): boolean =>
  (stars === 5 && label === 'negative') || (stars === 1 && label === 'positive');

/** Now and then all themes at once, each with a tone of its own. */
const manyThemes = (index: number): Score['themes'] | null =>
  index % 23 === 11
    ? themes.map(({ id }, at) => ({
        id,
        tone: (['negative', 'neutral', 'positive', 'unscored'] as const)[at % 4] ?? 'neutral',
      }))
    : null;

function writeLines(dir: string, folder: string, lines: { line: object; month: string }[]): void {
  for (const [month, group] of Map.groupBy(lines, ({ month: of }) => of)) {
    const file = join(dir, folder, `${month}.jsonl`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, group.map(({ line }) => `${JSON.stringify(line)}\n`).join(''));
  }
}

/** Writes the folder and returns what `about.json` says; `asOf` is a fixed time unless given. */
export function writeFixture(
  dir: string,
  variant: Variant,
  asOf = Date.parse('2026-11-20T05:17:00Z'),
): About | null {
  mkdirSync(join(dir, 'figures'), { recursive: true });
  mkdirSync(join(dir, 'brand'), { recursive: true });
  writeFileSync(
    join(dir, 'brand', 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#7a4b2a"/><path d="M10 23V9l12 14V9" fill="none" stroke="#fff" stroke-width="3"/></svg>',
  );
  if (variant === 'absent') return null;
  if (variant === 'newer') {
    writeFileSync(join(dir, 'figures', 'about.json'), JSON.stringify({ v: 2, whatever: true }));
    return null;
  }
  const crowd = variant === 'crowd';
  const hostile = variant === 'hostile';
  const days = variant === 'first-day' || variant === 'empty' ? 0 : variant === 'one-day' ? 1 : 540;
  const rivals = crowd
    ? Array.from({ length: 12 }, (_, index) => ({
        id: `rival-${index}`,
        name: index === 3 ? 'محمصة الطائر الأزرق' : `Competitor number ${index + 1} of twelve`,
      }))
    : [
        { id: 'bluebird', name: 'Bluebird Roasters' },
        { id: 'mill', name: hostile ? '<b onmouseover=alert(1)>Mill</b> & Son' : 'Mill & Son' },
      ];
  const brands = [{ id: 'northwind', name: crowd ? longName : 'Northwind Coffee' }, ...rivals];
  const figures =
    days > 1
      ? shapes.map((shape) => seriesOf(shape, brands, asOf, days))
      : variant === 'one-day'
        ? shapes.filter(({ id }) => id === 'stories').map((shape) => seriesOf(shape, brands, asOf, 1))
        : [];
  const made: Figure[] = [...figures];
  if (days > 1) {
    made.push({
      kind: 'ranking',
      id: 'priorities',
      title: 'Priorities',
      question: 'What should be fixed first?',
      formula: 'lower end of the cost in stars',
      limits: 'Complaints that nobody writes down are not seen.',
      unit: 'stars',
      basis: 'stories',
      proxy: false,
      method: 'priorities@1',
      brands: {
        northwind: {
          rows: themes.map(({ id, name }, index) => ({
            id,
            name,
            value: 0.4 - index * 0.1,
            low: 0.2 - index * 0.1,
            high: 0.6 - index * 0.1,
            n: 40 - index * 9,
            parts: { reach: 0.2 - index * 0.04 },
            mentions: [],
          })),
        },
      },
      period: { from: day(asOf - 89 * dayMs), to: day(asOf) },
    });
    made.push({
      kind: 'breakdown',
      id: 'journey',
      title: 'Journey',
      question: 'Where on the way are people pleased or annoyed?',
      formula: 'net sentiment by touchpoint',
      limits: 'Touchpoints that nobody mentions are not seen.',
      unit: 'points',
      basis: 'stories',
      proxy: false,
      method: 'journey@1',
      brands: Object.fromEntries(
        brands.map(({ id }, at) => [
          id,
          {
            rows: ['discover', 'buy', 'deliver', 'use', 'leave'].map((touchpoint, index) => ({
              by: { touchpoint },
              value: index === 4 ? null : 30 - index * 17 + at * 4,
              low: index === 4 ? null : 18 - index * 17,
              high: index === 4 ? null : 42 - index * 17,
              n: index === 4 ? 2 : 80 - index * 12,
              coverage: 0.93,
            })),
          },
        ]),
      ),
      period: { from: day(asOf - 89 * dayMs), to: day(asOf) },
    });
  }
  for (const figure of made) {
    writeFileSync(join(dir, 'figures', `${figure.id}.json`), JSON.stringify(Figure.parse(figure)));
  }
  if (hostile)
    writeFileSync(
      join(dir, 'figures', 'restated.json'),
      JSON.stringify(Restated.parse(restatedOf(brands, asOf))),
    );
  const about = About.parse({
    v: 1,
    asOf: at(asOf),
    demo: variant !== 'one-day',
    brands,
    sources,
    groups: ['news', 'forum', 'reviews'],
    themes,
    segments: [{ id: 'press', name: 'The press', sources: ['city-paper', 'trade-journal'] }],
    events:
      days > 1
        ? [
            { date: day(asOf - 67 * dayMs), name: 'Autumn campaign', figure: 'awareness', window: 28 },
            {
              date: day(asOf - 201 * dayMs),
              name: hostile ? '<img src=x onerror=alert(1)> app update' : 'App update 4.0',
              window: 28,
            },
            { date: day(asOf - 64 * dayMs), name: 'Price rise', window: 28 },
          ]
        : [],
    time: { zone: 'Europe/Berlin', locale: 'en-GB', weekStart: 'monday' },
    site: {
      colour: hostile ? 'red;background:url(//evil.test)}' : '#7a4b2a',
      index: false,
      logo: 'brand/logo.svg',
      url: 'https://acme.example/x/',
    },
    contact: 'privacy@acme.example',
    scorers: days > 1 ? [{ by: 'afinn@5.0.2', mentions: 1180 }] : [],
    figures: made.map(({ id }) => id),
    ...(hostile ? { damage } : {}),
    headline: shapes
      .filter(({ id }) => figures.some((figure) => figure.id === id) && id !== 'share-of-voice')
      .map(({ id, base, own, wide, n }) => ({
        figure: id,
        value: id === 'loyalty' ? 63 : base + own,
        low: wide === 0 ? null : id === 'loyalty' ? 41 : base + own - wide / 2,
        high: wide === 0 ? null : id === 'loyalty' ? 79 : base + own + wide / 2,
        n: id === 'loyalty' ? 19 : n * 4,
        coverage: 0.93,
      })),
    unlabelled: { sources: ['hn'], hosts: ['forbidden.example'] },
    ...(days > 1 ? { replays: [replayed(asOf)] } : {}),
    config: 'c0ffee00c0ffee00',
    commit: '0123456789abcdef0123456789abcdef01234567',
    repository: 'https://github.example/acme/earshot',
  });
  writeFileSync(join(dir, 'figures', 'about.json'), JSON.stringify(about));
  if (variant === 'empty') return about;

  const runs = runsOf(asOf, days).map((run) => Run.parse(run));
  writeLines(
    dir,
    'runs',
    runs.map((line) => ({ line, month: line.at.slice(0, 7) })),
  );
  if (variant === 'first-day') return about;
  const { mentions, scores } = mentionsOf(
    brands,
    asOf,
    days,
    variant === 'one-day' ? 3 : 1400,
    hostile || crowd,
  );
  const [, labelled] = mentions;
  if (variant === 'one-day' && labelled?.brand) {
    const accuracy = Accuracy.parse({
      v: 1,
      rows: 1,
      labelled: 1,
      gone: 0,
      needed: fewestLabels,
      brands: {},
      agreement: null,
      tones: [{ id: labelled.id, brand: labelled.brand, tone: 'positive' }],
    });
    writeFileSync(join(dir, 'figures', 'accuracy.json'), JSON.stringify(accuracy));
  }
  writeLines(
    dir,
    'mentions',
    mentions.map((line, index) => {
      const month = line.firstSeenAt.slice(0, 7);
      const stripped = hostile ? month === strippedMonth : variant === 'one-day' && index === 0;
      const words = stripped ? { url: null, title: '', excerpt: '' } : {};
      return { line: Mention.parse({ ...line, ...words }), month };
    }),
  );
  const months = new Map(mentions.map((line) => [`${line.id} ${line.brand}`, line.firstSeenAt.slice(0, 7)]));
  writeLines(
    dir,
    'scores',
    scores.map((line) => ({
      line: Score.parse(line),
      month: months.get(`${line.id} ${line.brand}`) ?? '2026-11',
    })),
  );
  if (hostile) {
    writeFileSync(join(dir, 'mentions', '2026-03.b.jsonl'), '<<<<<<< HEAD\n{"v":1,"id":"half\n=======\n');
    writeFileSync(join(dir, 'figures', 'broken.json'), '{"kind":"series","id":"broken","value":NaN}');
  }
  return about;
}
