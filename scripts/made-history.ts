/** Invented lines for the benches, as long and as varied as real ones: words come as often as words do, no text twice. */
import { createHash } from 'node:crypto';
import type { Mention, Published, Run, Score, State } from '#contract';

export type MadeNight = {
  mentions: Mention[];
  scores: Score[];
  runs: Run[];
  published: Published[];
  state: State;
};

const dayMs = 86_400_000;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Chance that is the same in every run: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const common =
  'the of and to a in is it that for was on with as at by this be not are from but have had an they you or their one all we there can more if who so when about up time than out some what only other new people over now like then first any work may such very still even way long day good great bread coffee shop queue price staff late slow fresh love awful money service place never always closed opened'.split(
    ' ',
  );
const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w'.split(' ');
const vowels = 'a e i o u ai ea ee ie oa ou'.split(' ');
const codas = ' b ck d ft g l ll lt m n nd ng nt p r rd rk rn s sh st t th x'.split(' ');
const rareWords = 6_000;

/** Some frequent words, then thousands that are rarer and rarer, as in any language (Zipf 1935). */
function vocabulary(): string[] {
  const pick = chance(7);
  const of = (list: readonly string[]) => list[Math.floor(pick() * list.length)] ?? '';
  const rare = Array.from({ length: rareWords }, () =>
    Array.from({ length: 1 + Math.floor(pick() * 3) }, () => of(onsets) + of(vowels) + of(codas)).join(''),
  );
  return [...common, ...rare];
}
const words = vocabulary();

function sentence(pick: () => number, length: number): string {
  const said = Array.from(
    { length },
    () => words[Math.floor(words.length ** pick()) - 1] ?? words[0] ?? 'the',
  );
  const text = said.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export const madeSources = 40;
export const madeBrands: Record<string, string> = {
  saltmarsh: 'Saltmarsh Bakery',
  bluebird: 'Bluebird Roasters',
  harbour: 'Harbour Bread',
};
/** Of ten sources six are news; excerpts are as long as they are by default, less where the text itself is short. */
const groups = [
  'news',
  'news',
  'news',
  'forum',
  'news',
  'forum',
  'news',
  'reviews',
  'news',
  'forum',
] as const;
const longestExcerpt = { news: 120, forum: 280, reviews: 600 } as const;
const brands = ['saltmarsh', 'saltmarsh', 'saltmarsh', 'bluebird', 'harbour'];

const sourceId = (at: number): string => `source-${String(at % madeSources).padStart(2, '0')}`;

function excerpt(pick: () => number, name: string, longest: number): string {
  const before = sentence(pick, 3 + Math.floor(pick() * 8));
  const after = sentence(pick, 5 + Math.floor(pick() * 30)).toLowerCase();
  const text = `${before} ${name} ${after}.`;
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))}…`;
}

/** One night of an invented brand: as many mentions as asked for, a line of the ledger for each source, the state. */
export function madeNight(day: number, count: number): MadeNight {
  const pick = chance(day * 7919 + 13);
  const seen = day * dayMs + 4 * 3_600_000 + 17 * 60_000;
  const mentions: Mention[] = [];
  const scores: Score[] = [];
  for (let at = 0; at < count; at++) {
    const numberOfSource = Math.floor(pick() * madeSources);
    const source = sourceId(numberOfSource);
    const group = groups[numberOfSource % groups.length] ?? 'news';
    const title = sentence(pick, 6 + Math.floor(pick() * 7));
    const site = `${source}.example`;
    const url = `https://${site}/${instant(seen).slice(0, 10).replaceAll('-', '/')}/${title.toLowerCase().replaceAll(' ', '-')}`;
    const link = url.replace('https://', '');
    const id = hash(`${source}\nlink ${link}`);
    const doc = hash(link);
    const brand = brands[Math.floor(pick() * brands.length)] ?? 'saltmarsh';
    mentions.push({
      v: 1,
      id,
      doc,
      brand,
      source,
      group,
      site,
      url,
      title,
      excerpt: excerpt(pick, madeBrands[brand] ?? brand, longestExcerpt[group]),
      publishedAt: instant(seen - Math.floor(pick() * 86_400) * 1000),
      firstSeenAt: instant(seen),
    });
    const label = (['negative', 'neutral', 'positive'] as const)[Math.floor(pick() * 3)] ?? 'neutral';
    scores.push({
      id,
      brand,
      story: doc,
      lang: 'en',
      relevant: true,
      tone: { label, p: null },
      themes: pick() < 0.4 ? [{ id: ['service', 'price', 'taste'][at % 3] ?? 'service', tone: label }] : [],
      intents: [],
      by: 'afinn@5.0.2',
      config: 'c0ffeec0ffeec0ff',
    });
  }
  // Within a night, lines stand by source and date.
  const order = mentions
    .map((mention, at) => ({ mention, score: scores[at] as Score }))
    .sort((a, b) =>
      `${a.mention.source} ${a.mention.publishedAt}` < `${b.mention.source} ${b.mention.publishedAt}`
        ? -1
        : 1,
    );
  return {
    mentions: order.map(({ mention }) => mention),
    scores: order.map(({ score }) => score).sort((a, b) => (a.id < b.id ? -1 : 1)),
    runs: Array.from({ length: madeSources }, (_, at) => madeRun(pick, sourceId(at), mentions, seen)),
    published: madePublished(pick, seen),
    state: madeState(pick, day, seen),
  };
}

function madeRun(pick: () => number, source: string, mentions: readonly Mention[], seen: number): Run {
  const kept = mentions.filter((mention) => mention.source === source).length;
  const read = 20 + Math.floor(pick() * 30);
  const known = Math.max(0, read - kept - Math.floor(pick() * 8));
  return {
    at: instant(seen),
    source,
    status: 'ok',
    http: 200,
    coversFrom: instant(seen - dayMs - Math.floor(pick() * 3_600) * 1000),
    coversTo: instant(seen),
    read,
    kept,
    edited: pick() < 0.1 ? 1 : 0,
    dropped: { ...(known > 0 && { known }), no_match: 1 + Math.floor(pick() * 9) },
    bytes: 20_000 + Math.floor(pick() * 60_000),
  };
}

function madePublished(pick: () => number, seen: number): Published[] {
  const figures = ['awareness', 'share-of-voice', 'net-sentiment', 'advocacy', 'satisfaction'];
  return figures.flatMap((figure) =>
    Object.keys(madeBrands).map(
      (brand): Published => ({
        at: instant(seen),
        figure,
        brand,
        period: instant(seen).slice(0, 10),
        value: Math.round(pick() * 10_000) / 100,
        low: Math.round(pick() * 10_000) / 100,
        high: Math.round(pick() * 10_000) / 100,
        n: Math.floor(pick() * 5_000),
        coverage: Math.round(pick() * 1_000) / 1_000,
        verdict: 'no clear change',
        method: `${figure}@1`,
        config: 'c0ffeec0ffeec0ff',
        commit: hash(`${seen}`).repeat(3).slice(0, 40),
      }),
    ),
  );
}

const windowLength = 50;
const newInWindow = 10;
const digitsInWindow = 8;

/** Each source remembers the newest items of its last answer, by guid and by link, which are one in half of them; ten items are new every night. */
function madeState(pick: () => number, day: number, seen: number): State {
  const sources = Array.from({ length: madeSources }, (_, at) => {
    const source = sourceId(at);
    const url = `https://${source}.example/feed.xml`;
    const window = Array.from({ length: windowLength }, (_, place) => day * newInWindow - place).flatMap(
      (item) =>
        (at % 2 === 0 ? ['guid'] : ['guid', 'link']).map((mark) =>
          hash(`${source} ${mark} ${item}`).slice(0, digitsInWindow),
        ),
    );
    return [
      source,
      {
        asked: hash(source),
        address: url,
        addresses: {
          [url]: {
            etag: `"${hash(`${pick()}`)}"`,
            lastModified: new Date(seen).toUTCString(),
            body: hash(`${pick()}`),
          },
        },
        window,
      },
    ] as const;
  });
  return { v: 1, sources: Object.fromEntries(sources) };
}
