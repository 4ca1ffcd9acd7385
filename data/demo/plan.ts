/**
 * The truth that the demo is grown from: how much is said about whom, where, in which tone, and what happened when.
 * All of it is invented. Rates are mentions a day, shares are relative weights, days are calendar days in Europe/London.
 */

/** One of fourteen that were tried: no month of it strays far from the plan by chance, so that pictures show what was planted. */
export const demoSeed = 'tamarisk-14';
/** The demo's fixed clock. */
export const demoNow = new Date('2026-11-15T05:17:00Z');
/** First day that is observed; feeds hold items from `firstItemDay` on when they are read for the first time. */
export const firstDay = '2025-05-16';
export const firstItemDay = '2025-05-02';

export const brandIds = ['tamarisk', 'bluebird', 'kettleby'] as const;
export type BrandId = (typeof brandIds)[number];
export type Tone = 'negative' | 'neutral' | 'positive';
export type Group = 'news' | 'forum' | 'social' | 'reviews';
export type Theme =
  | 'quality'
  | 'service'
  | 'price'
  | 'delivery'
  | 'app'
  | 'loyalty'
  | 'shops'
  | 'beans'
  | 'subscription'
  | 'sustainability'
  | 'innovation'
  | 'trust';

/** Form of a document: RSS 2.0, Atom 1.0, RSS 1.0 (RDF), JSON Feed 1.1, or the App Store's pages of reviews. */
export type Form = 'rss' | 'atom' | 'rdf' | 'json' | 'app-store';

export type DemoSource = {
  id: string;
  name: string;
  group: Group;
  form: Form;
  /** Address as in brand.yml; of an app the address of its first page, which the source type derives. */
  url: string;
  /** Newest items that the document holds. */
  window: number;
  /** Usual mentions a day by brand. */
  rates: Partial<Record<BrandId, number>>;
  /** Items a day that name no brand, and items a day that only share a name with one. */
  unrelated: number;
  homonyms: number;
  /** The brand that all items speak of. */
  bound?: BrandId;
  /** Also kept where no brand is named. */
  category?: true;
  /** Items link to many sites: a newswire. */
  manySites?: true;
  /** Day from which the source exists and is planned; before it the host answers 404. */
  joins?: string;
  /** What is odd about its documents. */
  quirks?: readonly ('utm' | 'changing_guid' | 'untitled' | 'dateless' | 'no_validators' | 'date_only')[];
};

const appStore = (app: number): string =>
  `https://itunes.apple.com/gb/rss/customerreviews/page=1/id=${app}/sortBy=mostRecent/json`;

export const demoSources: readonly DemoSource[] = [
  {
    id: 'morning-ledger',
    name: 'The Morning Ledger: business',
    group: 'news',
    form: 'rss',
    url: 'https://morning-ledger.example/business/rss.xml',
    window: 40,
    rates: { tamarisk: 0.23, bluebird: 0.14, kettleby: 0.2 },
    unrelated: 0.2,
    homonyms: 0.06,
    quirks: ['no_validators'],
  },
  {
    id: 'northern-courier',
    name: 'Northern Courier',
    group: 'news',
    form: 'rss',
    url: 'https://northern-courier.example/feed/',
    window: 50,
    rates: { tamarisk: 0.3, bluebird: 0.16, kettleby: 0.26 },
    unrelated: 0.2,
    homonyms: 0.22,
    quirks: ['utm'],
  },
  {
    id: 'grounds-weekly',
    name: 'Grounds Weekly',
    group: 'news',
    form: 'atom',
    url: 'https://grounds-weekly.example/atom.xml',
    window: 40,
    rates: { tamarisk: 0.23, bluebird: 0.24, kettleby: 0.19 },
    unrelated: 0.06,
    homonyms: 0,
    quirks: ['changing_guid'],
  },
  {
    id: 'cup-and-bean',
    name: 'Cup & Bean',
    group: 'news',
    form: 'json',
    url: 'https://cup-and-bean.example/feed.json',
    window: 40,
    rates: { tamarisk: 0.17, bluebird: 0.18, kettleby: 0.13 },
    unrelated: 0.05,
    homonyms: 0.03,
  },
  {
    id: 'wire-desk',
    name: 'Wire Desk: consumer',
    group: 'news',
    form: 'rss',
    url: 'https://wire-desk.example/consumer.rss',
    window: 100,
    rates: { tamarisk: 0.2, bluebird: 0.1, kettleby: 0.16 },
    unrelated: 0.12,
    homonyms: 0.1,
    manySites: true,
  },
  {
    id: 'brew-table',
    name: 'The Brew Table',
    group: 'forum',
    form: 'rdf',
    url: 'https://brew-table.example/index.rdf',
    window: 60,
    rates: { tamarisk: 0.46, bluebird: 0.45, kettleby: 0.39 },
    unrelated: 0.3,
    homonyms: 0,
    category: true,
  },
  {
    id: 'bean-board',
    name: 'Bean Board',
    group: 'forum',
    form: 'atom',
    url: 'https://bean-board.example/latest.atom',
    window: 10,
    rates: { tamarisk: 0.5, bluebird: 0.45, kettleby: 0.48 },
    unrelated: 0.1,
    homonyms: 0.04,
    quirks: ['dateless'],
  },
  {
    id: 'student-commons',
    name: 'Student Commons',
    group: 'forum',
    form: 'rss',
    url: 'https://commons.student-forum.example/c/food.rss',
    window: 60,
    rates: { tamarisk: 0.42, bluebird: 0.27, kettleby: 0.44 },
    unrelated: 0.08,
    homonyms: 0.03,
    joins: '2026-02-02',
  },
  {
    id: 'chatter',
    name: 'Chatter: coffee',
    group: 'social',
    form: 'json',
    url: 'https://chatter.example/tags/coffee/feed.json',
    window: 80,
    rates: { tamarisk: 0.76, bluebird: 0.5, kettleby: 0.63 },
    unrelated: 0.15,
    homonyms: 0.12,
    quirks: ['untitled'],
  },
  {
    id: 'pebble',
    name: 'Pebble: #coffee',
    group: 'social',
    form: 'rss',
    url: 'https://pebble.example/tags/coffee.rss',
    window: 60,
    rates: { tamarisk: 0.55, bluebird: 0.36, kettleby: 0.48 },
    unrelated: 0.1,
    homonyms: 0.08,
    quirks: ['untitled', 'date_only'],
  },
  {
    id: 'high-street-reviews',
    name: 'High Street Reviews',
    group: 'reviews',
    form: 'atom',
    url: 'https://high-street-reviews.example/cafes/atom',
    window: 50,
    rates: { tamarisk: 0.46, bluebird: 0.32, kettleby: 0.48 },
    unrelated: 0,
    homonyms: 0.02,
  },
  {
    id: 'app-gb',
    name: 'App Store, GB: Tamarisk Coffee',
    group: 'reviews',
    form: 'app-store',
    url: appStore(6400000001),
    window: 200,
    rates: { tamarisk: 1.05 },
    unrelated: 0,
    homonyms: 0,
    bound: 'tamarisk',
  },
  {
    id: 'app-gb-bluebird',
    name: 'App Store, GB: Bluebird Roasters',
    group: 'reviews',
    form: 'app-store',
    url: appStore(6400000002),
    window: 200,
    rates: { bluebird: 0.45 },
    unrelated: 0,
    homonyms: 0,
    bound: 'bluebird',
  },
];

/** Talk by weekday, Sunday first, against the mean of the week. */
export const weekdays: Record<Group, readonly [number, number, number, number, number, number, number]> = {
  news: [0.4, 1.15, 1.25, 1.25, 1.2, 1.15, 0.6],
  forum: [1.2, 0.95, 0.9, 0.9, 0.95, 0.95, 1.15],
  social: [1.05, 1, 0.9, 0.9, 0.95, 1.05, 1.15],
  reviews: [1.05, 0.95, 0.95, 0.95, 0.95, 1.05, 1.1],
};

/** Usual tone of what is said, by brand and group; reviews of apps follow their stars instead. */
export const tones: Record<BrandId, Record<Group, Record<Tone, number>>> = {
  tamarisk: {
    news: { positive: 30, neutral: 53, negative: 17 },
    forum: { positive: 38, neutral: 34, negative: 28 },
    social: { positive: 47, neutral: 26, negative: 27 },
    reviews: { positive: 56, neutral: 13, negative: 31 },
  },
  bluebird: {
    news: { positive: 36, neutral: 53, negative: 11 },
    forum: { positive: 46, neutral: 36, negative: 18 },
    social: { positive: 54, neutral: 26, negative: 20 },
    reviews: { positive: 64, neutral: 13, negative: 23 },
  },
  kettleby: {
    news: { positive: 24, neutral: 54, negative: 22 },
    forum: { positive: 30, neutral: 34, negative: 36 },
    social: { positive: 38, neutral: 27, negative: 35 },
    reviews: { positive: 46, neutral: 15, negative: 39 },
  },
};

/** What is talked about, by tone: Tamarisk is liked for its cup and its rooms, blamed for parcels and its app. */
export const themes: Record<BrandId, Record<Tone, Record<Theme, number>>> = {
  tamarisk: {
    positive: {
      quality: 26,
      service: 14,
      price: 5,
      delivery: 5,
      app: 5,
      loyalty: 6,
      shops: 13,
      beans: 15,
      subscription: 6,
      sustainability: 5,
      innovation: 8,
      trust: 3,
    },
    neutral: {
      quality: 11,
      service: 6,
      price: 10,
      delivery: 7,
      app: 7,
      loyalty: 7,
      shops: 20,
      beans: 14,
      subscription: 6,
      sustainability: 6,
      innovation: 10,
      trust: 8,
    },
    negative: {
      quality: 9,
      service: 12,
      price: 14,
      delivery: 22,
      app: 14,
      loyalty: 8,
      shops: 6,
      beans: 5,
      subscription: 8,
      sustainability: 3,
      innovation: 3,
      trust: 5,
    },
  },
  bluebird: {
    positive: {
      quality: 20,
      service: 12,
      price: 5,
      delivery: 9,
      app: 4,
      loyalty: 4,
      shops: 9,
      beans: 24,
      subscription: 10,
      sustainability: 8,
      innovation: 12,
      trust: 5,
    },
    neutral: {
      quality: 10,
      service: 6,
      price: 9,
      delivery: 7,
      app: 4,
      loyalty: 4,
      shops: 16,
      beans: 22,
      subscription: 8,
      sustainability: 7,
      innovation: 12,
      trust: 7,
    },
    negative: {
      quality: 12,
      service: 11,
      price: 28,
      delivery: 8,
      app: 7,
      loyalty: 6,
      shops: 8,
      beans: 8,
      subscription: 6,
      sustainability: 3,
      innovation: 6,
      trust: 4,
    },
  },
  kettleby: {
    positive: {
      quality: 16,
      service: 16,
      price: 22,
      delivery: 5,
      app: 4,
      loyalty: 9,
      shops: 13,
      beans: 8,
      subscription: 4,
      sustainability: 3,
      innovation: 4,
      trust: 4,
    },
    neutral: {
      quality: 10,
      service: 9,
      price: 14,
      delivery: 5,
      app: 6,
      loyalty: 8,
      shops: 24,
      beans: 8,
      subscription: 4,
      sustainability: 4,
      innovation: 8,
      trust: 9,
    },
    negative: {
      quality: 24,
      service: 20,
      price: 8,
      delivery: 7,
      app: 8,
      loyalty: 6,
      shops: 14,
      beans: 8,
      subscription: 3,
      sustainability: 5,
      innovation: 3,
      trust: 6,
    },
  },
};

/** Stars of app reviews, usual and in the bad weeks. */
export const usualStars = {
  tamarisk: { 5: 70, 4: 16, 3: 5, 2: 3, 1: 6 },
  bluebird: { 5: 64, 4: 20, 3: 7, 2: 4, 1: 5 },
} as const;
export const badStars = { 5: 37, 4: 12, 3: 9, 2: 9, 1: 33 } as const;

type Happening = { brand: BrandId; name: string; from?: string; to?: string; on?: string } & Record<
  string,
  unknown
>;
/** Dated happenings; `to` is the first day after. */
export const happenings = {
  campaign: {
    brand: 'tamarisk',
    name: 'Slow mornings campaign',
    from: '2025-10-06',
    lift: 1.35,
    ownTalkDays: 56,
  },
  update: {
    brand: 'tamarisk',
    name: 'App 4.0',
    from: '2026-02-23',
    to: '2026-04-06',
    reviewLift: 1.9,
    talkPerDay: 0.9,
  },
  fix: { brand: 'tamarisk', name: 'App 4.1', from: '2026-04-06', to: '2026-05-04', talkPerDay: 0.35 },
  release: { brand: 'tamarisk', name: 'Twenty shops in stations', on: '2026-06-10', sites: 30 },
  recall: {
    brand: 'tamarisk',
    name: 'Cold brew recall',
    from: '2026-09-21',
    to: '2026-10-12',
    peakPerDay: 34,
    halfLifeDays: 4.5,
  },
  priceRise: {
    brand: 'kettleby',
    name: 'Kettleby raises prices',
    from: '2026-05-11',
    to: '2026-06-01',
    talkPerDay: 1.6,
  },
  rise: {
    brand: 'bluebird',
    name: 'Bluebird opens in the south',
    from: '2026-01-01',
    to: '2026-11-01',
    lift: 1.6,
  },
} as const satisfies Record<string, Happening>;

/** Versions of the Tamarisk app by the day they came out. */
export const appVersions: readonly (readonly [day: string, version: string])[] = [
  ['2025-04-01', '3.6.2'],
  ['2025-06-18', '3.7.0'],
  ['2025-09-02', '3.8.0'],
  ['2025-11-20', '3.8.3'],
  [happenings.update.from, '4.0.0'],
  ['2026-03-12', '4.0.2'],
  [happenings.fix.from, '4.1.0'],
  ['2026-07-08', '4.2.0'],
  ['2026-10-20', '4.3.0'],
];

/** When a source did not answer, and how; from the night of `from` up to, not including, that of `to`. */
export const outages: readonly {
  source: string;
  from: string;
  to: string;
  how: 'challenge' | 'unavailable' | 'timeout' | 'cut';
}[] = [
  { source: 'bean-board', from: '2026-04-13', to: '2026-05-05', how: 'challenge' },
  { source: 'morning-ledger', from: '2025-07-21', to: '2025-07-22', how: 'unavailable' },
  { source: 'morning-ledger', from: '2026-03-02', to: '2026-03-04', how: 'unavailable' },
  { source: 'chatter', from: '2025-11-11', to: '2025-11-12', how: 'unavailable' },
  { source: 'app-gb', from: '2026-07-13', to: '2026-07-15', how: 'unavailable' },
  { source: 'pebble', from: '2025-09-09', to: '2025-09-10', how: 'timeout' },
  { source: 'pebble', from: '2026-01-19', to: '2026-01-21', how: 'timeout' },
  { source: 'brew-table', from: '2026-08-03', to: '2026-08-04', how: 'timeout' },
  { source: 'northern-courier', from: '2025-08-14', to: '2025-08-15', how: 'cut' },
];

/** Nights that never ran, about one in fifty, three of them in a row. */
export const lostRuns: readonly string[] = [
  '2025-06-29',
  '2025-08-24',
  '2025-10-26',
  '2025-12-25',
  '2025-12-26',
  '2025-12-27',
  '2026-02-14',
  '2026-05-25',
  '2026-07-05',
  '2026-08-30',
  '2026-11-01',
];

/** Shares of all texts that are awkward. */
export const shares = {
  foreign: 0.035,
  hard: 0.09,
  intent: 0.2,
  secondTheme: 0.16,
  edited: 0.012,
  syndicated: 0.3,
  typo: 0.12,
  shortName: 0.15,
  compared: 0.06,
} as const;

export const dayMs = 86_400_000;
/** Midnight UTC of a calendar day; items fall between 06:00 and 22:00 UTC, so that London agrees on the day. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const dayOf = (time: Date | number): string => new Date(time).toISOString().slice(0, 10);

/** How much more than usual is said about a brand on a day, before the talk that a happening itself calls forth. */
export function level(brand: BrandId, day: string, bound = false): number {
  const { campaign, rise, update } = happenings;
  if (brand === 'tamarisk' && bound) return day >= update.from && day < update.to ? update.reviewLift : 1;
  if (brand === 'tamarisk') return day >= campaign.from ? campaign.lift : 1;
  if (brand === 'bluebird' && day >= rise.from) {
    const done = (dayStart(day) - dayStart(rise.from)) / (dayStart(rise.to) - dayStart(rise.from));
    return rise.lift ** Math.min(1, done);
  }
  return 1;
}

/** Mentions that the recall calls forth on a day: a burst that halves every few days. */
export function recallTalk(day: string): number {
  const { from, to, peakPerDay, halfLifeDays } = happenings.recall;
  if (day < from || day >= to) return 0;
  return peakPerDay * 2 ** (-(dayStart(day) - dayStart(from)) / dayMs / halfLifeDays);
}
