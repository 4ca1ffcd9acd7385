import { capitalised, expand } from './grammar.ts';
import { noRepeats } from './no-repeats.ts';
import {
  appVersions,
  type BrandId,
  badStars,
  brandIds,
  type DemoSource,
  dayMs,
  dayOf,
  dayStart,
  demoNow,
  demoSeed,
  demoSources,
  firstItemDay,
  happenings,
  level,
  recallTalk,
  shares,
  type Theme,
  type Tone,
  tones,
  usualStars,
  weekdays,
} from './plan.ts';
import { type Random, randomFrom } from './random.ts';
import {
  campaignTexts,
  fixTexts,
  type HappeningTexts,
  priceRiseTexts,
  recallTexts,
  release,
  updateTexts,
} from './text/happenings.ts';
import { hostile } from './text/hostile.ts';
import { homonyms, unrelated } from './text/noise.ts';
import { fullName, type Text, wordsFor, writeAppReview, writeText } from './write-text.ts';

/** One item of one invented source, with the truth about it. */
export type DemoItem = {
  source: string;
  /** Number within its source, in order of publication. */
  serial: number;
  /** Null where the source gives none, as the App Store does. */
  link: string | null;
  title: string;
  /** HTML for feeds, plain text for posts and reviews of apps. */
  body: string;
  published: Date;
  /** False where the document does not say when it was published. */
  dated: boolean;
  /** Brands that it should be kept for; empty for what should be dropped. */
  brands: readonly BrandId[];
  kind:
    | 'talk'
    | 'campaign'
    | 'update'
    | 'fix'
    | 'release'
    | 'recall'
    | 'priceRise'
    | 'hostile'
    | 'homonym'
    | 'unrelated';
  /** The brand whose name it only shares. */
  homonymOf?: BrandId;
  /** Tone toward the first of `brands`; null for noise. */
  tone: Tone | null;
  themes: readonly Theme[];
  lang: string;
  /** Items of one story are word-for-word copies. */
  story: string;
  stars?: number;
  version?: string;
  /** A later title, shown from that moment on. */
  edit?: { at: Date; title: string };
};
type Draft = Omit<DemoItem, 'serial' | 'link' | 'story' | 'dated'> & { link?: string | null; story?: string };

const triesAtMost = 80;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const isPlain = (source: DemoSource): boolean =>
  source.form === 'app-store' || source.quirks?.includes('untitled') === true;
const inBody = (source: DemoSource, paragraphs: readonly string[]): string =>
  isPlain(source) ? paragraphs.join('\n') : paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('');

/** All items of the invented web, by source and in order of publication. The same seed gives the same items. */
export function writeItems(seed: string = demoSeed): ReadonlyMap<string, readonly DemoItem[]> {
  const random = randomFrom(seed);
  const memory = noRepeats();
  const drafts: Draft[] = [];
  const days: string[] = [];
  for (let at = dayStart(firstItemDay); at < dayStart(dayOf(demoNow)); at += dayMs) days.push(dayOf(at));

  /** Tries until a text is unlike all before it, so that nothing but planted copies reads like a copy. */
  const fresh = (at: Date, write: () => Text): Text => {
    let text = write();
    for (let tries = 1; tries < 2 * triesAtMost; tries++) {
      // Two people may well give a review the same short title, but not say the same beneath it.
      const title = tries < triesAtMost ? text.title : '';
      if (!memory.isCopy(title, text.paragraphs.join(' '), at.getTime())) break;
      text = write();
    }
    memory.remember(text.title, text.paragraphs.join(' '), at.getTime());
    return text;
  };
  const add = (source: DemoSource, brand: BrandId, at: Date, text: Text, kind: DemoItem['kind']): Draft => {
    const whole = `${text.title} ${text.paragraphs.join(' ')}`.toLowerCase();
    const others = source.bound
      ? []
      : brandIds.filter((id) => id !== brand && whole.includes(fullName[id].toLowerCase()));
    const draft: Draft = {
      source: source.id,
      title: text.title,
      body: inBody(source, text.paragraphs),
      published: at,
      brands: [brand, ...others],
      kind,
      tone: text.tone,
      themes: text.themes,
      lang: text.lang,
    };
    drafts.push(draft);
    return draft;
  };

  for (const source of demoSources) {
    const own = random.fork(source.id);
    for (const day of days) {
      if (source.joins && dayStart(day) < dayStart(source.joins) - 45 * dayMs) continue;
      const weekday = weekdays[source.group][new Date(dayStart(day)).getUTCDay()] ?? 1;
      for (const brand of brandIds) {
        const rate = (source.rates[brand] ?? 0) * weekday * level(brand, day, source.bound !== undefined);
        for (let left = own.poisson(rate); left > 0; left--) {
          const at = momentOf(day, own);
          if (source.form === 'app-store') drafts.push(appReview(source, brand, at, own, fresh));
          else talkAbout(source, brand, day, at, own);
        }
      }
      for (let left = own.poisson(source.unrelated * weekday); left > 0; left--)
        addNoise(source, day, own, undefined);
      for (let left = own.poisson(source.homonyms * weekday); left > 0; left--)
        addNoise(source, day, own, own.pick(brandIds));
    }
  }

  function talkAbout(source: DemoSource, brand: BrandId, day: string, at: Date, own: Random): void {
    const tone = own.weighted(tones[brand][source.group]);
    const { campaign } = happenings;
    const daysIn = (dayStart(day) - dayStart(campaign.from)) / dayMs;
    const fromCampaign =
      brand === campaign.brand &&
      tone === 'positive' &&
      daysIn >= 0 &&
      daysIn < campaign.ownTalkDays &&
      own.chance(0.4);
    const text = fresh(at, () =>
      writeText(source, brand, tone, at, own, fromCampaign ? campaignTexts : undefined),
    );
    const first = add(source, brand, at, text, fromCampaign ? 'campaign' : 'talk');
    if (source.manySites && own.chance(shares.syndicated)) copy(first, source, own, 1 + own.below(2));
    if (source.group === 'news' && own.chance(shares.edited)) {
      first.edit = {
        at: new Date(at.getTime() + (5 + own.below(25)) * 3_600_000),
        title: `${text.title} (updated)`,
      };
    }
  }

  /** The same words under other addresses, the same day. */
  function copy(first: Draft, source: DemoSource, own: Random, times: number): void {
    first.story = `copies-${hash(first.title)}`;
    for (let left = times; left > 0; left--) {
      const later = Math.min(
        first.published.getTime() + own.below(5 * 3600) * 1000,
        dayStart(dayOf(first.published)) + 22 * 3_600_000,
      );
      drafts.push({ ...first, source: source.id, published: new Date(later) });
    }
  }

  function addNoise(source: DemoSource, day: string, own: Random, namesake: BrandId | undefined): void {
    const group = source.group === 'reviews' ? 'news' : source.group;
    const pool = namesake ? homonyms[namesake] : unrelated[group];
    const at = momentOf(day, own);
    const text = fresh(at, () => {
      const [title, say] = own.pick(pool);
      const words = wordsFor(undefined, at, own);
      const written = source.quirks?.includes('untitled') ? '' : capitalised(expand(title, words, own));
      return {
        title: written,
        paragraphs: [capitalised(expand(say, words, own))],
        tone: 'neutral',
        themes: [],
        lang: 'en',
      };
    });
    drafts.push({
      source: source.id,
      title: text.title,
      body: inBody(source, text.paragraphs),
      published: at,
      brands: [],
      kind: namesake ? 'homonym' : 'unrelated',
      ...(namesake && { homonymOf: namesake }),
      tone: null,
      themes: [],
      lang: 'en',
    });
  }

  /** Talk that a happening itself calls forth, on top of the usual. */
  function happen(
    kind: 'update' | 'fix' | 'recall' | 'priceRise',
    perDay: (day: string) => number,
    texts: HappeningTexts,
    tone: Tone,
    groups: Partial<Record<DemoSource['group'], number>>,
  ): void {
    const own = random.fork(kind);
    for (const day of days) {
      for (let left = own.poisson(perDay(day)); left > 0; left--) {
        const group = own.weighted(groups);
        const brand = happenings[kind].brand;
        const carriers = demoSources.filter(
          (one) => one.group === group && !one.bound && (!one.joins || day >= one.joins),
        );
        const source = own.pick(carriers);
        const at = momentOf(day, own);
        const text = fresh(at, () => writeText(source, brand, tone, at, own, texts));
        const first = add(source, brand, at, text, kind);
        if (kind === 'recall' && source.manySites && own.chance(0.6))
          copy(first, source, own, 1 + own.below(4));
      }
    }
  }
  const during =
    ({ from, to, talkPerDay }: { from: string; to: string; talkPerDay: number }) =>
    (day: string) =>
      day >= from && day < to ? talkPerDay : 0;
  happen('recall', recallTalk, recallTexts, 'negative', { news: 28, forum: 28, social: 36, reviews: 8 });
  happen('update', during(happenings.update), updateTexts, 'negative', { news: 12, forum: 44, social: 44 });
  happen('fix', during(happenings.fix), { ...updateTexts, say: fixTexts }, 'positive', { social: 1 });
  happen('priceRise', during(happenings.priceRise), priceRiseTexts, 'negative', {
    news: 20,
    forum: 40,
    social: 40,
  });

  plantRelease(random.fork('release'), drafts);
  plantHostile(random.fork('hostile'), drafts, days);
  return inOrder(drafts, random.fork('addresses'));
}

/** One review in so many takes the best of the scale for its worst, or the other way round. */
const oneInConfused = 41;
const mirrored = { 1: 5, 2: 4, 3: 3, 4: 2, 5: 1 } as const;

function appReview(
  source: DemoSource,
  brand: BrandId,
  at: Date,
  own: Random,
  fresh: (at: Date, write: () => Text) => Text,
): Draft {
  const { update } = happenings;
  const day = dayOf(at);
  const bad = brand === update.brand && day >= update.from && day < update.to;
  const scale = bad ? badStars : usualStars[brand === 'bluebird' ? 'bluebird' : 'tamarisk'];
  const stars = Number(own.weighted<'1' | '2' | '3' | '4' | '5'>(scale)) as 1 | 2 | 3 | 4 | 5;
  // Which, the moment decides: nothing else of the plan moves with it.
  const takenFor = !bad && (at.getTime() / 1000) % oneInConfused === 0 ? mirrored[stars] : stars;
  const text = fresh(at, () =>
    writeAppReview(brand, takenFor, at, own, bad && stars <= 2 && own.chance(0.55) ? updateTexts : undefined),
  );
  const version =
    brand === 'tamarisk'
      ? appVersions.findLast(([from]) => from <= day)?.[1]
      : day < '2026-03-01'
        ? '1.9.4'
        : '2.0.1';
  return {
    source: source.id,
    link: null,
    title: text.title,
    body: inBody(source, text.paragraphs),
    published: at,
    brands: [brand],
    kind: bad && stars <= 2 ? 'update' : 'talk',
    tone: text.tone,
    themes: text.themes,
    lang: text.lang,
    stars,
    ...(version && { version }),
  };
}

/** A moment of a day, mostly in the morning and around noon, as coffee is. */
function momentOf(day: string, own: Random): Date {
  const hour = own.weighted({
    '6': 3,
    '7': 8,
    '8': 11,
    '9': 11,
    '10': 9,
    '11': 8,
    '12': 9,
    '13': 8,
    '14': 6,
    '15': 6,
    '16': 5,
    '17': 5,
    '18': 4,
    '19': 3,
    '20': 2,
    '21': 2,
  });
  return new Date(dayStart(day) + Number(hour) * 3_600_000 + own.below(3600) * 1000);
}

function plantRelease(own: Random, drafts: Draft[]): void {
  const { on, sites, brand } = happenings.release;
  const wire = demoSources.find((source) => source.manySites);
  if (!wire) throw new Error('no source carries many sites, so nobody prints the press release');
  for (let site = 0; site < sites; site++) {
    drafts.push({
      source: wire.id,
      title: release.title,
      body: `<p>${release.text}</p>`,
      published: new Date(dayStart(on) + 7 * 3_600_000 + own.below(9 * 3600) * 1000),
      brands: [brand],
      kind: 'release',
      tone: 'neutral',
      themes: release.themes,
      lang: 'en',
      story: 'copies-release',
      link: `site ${site}`,
    });
  }
}

function plantHostile(own: Random, drafts: Draft[], days: readonly string[]): void {
  // Where the id changes weekly, only the link tells an item again, and some of these have none that can be used.
  const carriers = demoSources.filter(
    (source) =>
      (source.group === 'news' || source.group === 'forum') && !source.quirks?.includes('changing_guid'),
  );
  for (const [at, one] of hostile.entries()) {
    const source = carriers[at % carriers.length] as DemoSource;
    // Late enough that the last to join has joined, and clear of the dark weeks.
    const day = days.at(-20 - at * 9) as string;
    drafts.push({
      source: source.id,
      title: one.title,
      body: one.html,
      published: momentOf(day, own),
      brands: ['tamarisk'],
      kind: 'hostile',
      tone: 'neutral',
      themes: [],
      lang: 'en',
      ...(one.link !== undefined && { link: one.link }),
    });
  }
}

const hash = (text: string): string =>
  [...text]
    .reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
    .toString(36);
const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60)
    .replace(/-$/, '');

/** Local papers that a wire's items link to: none of them exists. */
const wireSites = [
  'leeds',
  'york',
  'hull',
  'derby',
  'bath',
  'exeter',
  'truro',
  'durham',
  'preston',
  'cardiff',
  'dundee',
  'lincoln',
  'ipswich',
  'norwich',
  'chester',
  'halifax',
].flatMap((town) => [`${town}-lantern.example`, `${town}-tidings.example`]);

function inOrder(drafts: readonly Draft[], own: Random): Map<string, DemoItem[]> {
  const bySource = new Map<string, DemoItem[]>();
  for (const source of demoSources) {
    const host = new URL(source.url).host;
    const listed = drafts
      .map((draft, at) => ({ draft, at }))
      .filter(({ draft }) => draft.source === source.id)
      .sort((a, b) => a.draft.published.getTime() - b.draft.published.getTime() || a.at - b.at);
    const items = listed.map(({ draft }, at): DemoItem => {
      const serial = at + 1;
      const date = dayOf(draft.published).replaceAll('-', '/');
      const site = source.manySites
        ? draft.link?.startsWith('site ')
          ? wireSites[Number(draft.link.slice(5))]
          : own.pick(wireSites)
        : host;
      const number = (serial * 7919 + 100_003).toString(36);
      const path = {
        news: `${date}/${slug(draft.title)}-${number}`,
        forum: `t/${slug(draft.title)}/${serial + 4000}`,
        social: `p/${number}`,
        reviews: `cafes/review/${serial + 20_000}`,
      }[source.group];
      const planted =
        draft.link === undefined || draft.link?.startsWith('site ') ? `https://${site}/${path}` : draft.link;
      const dated = !(source.quirks?.includes('dateless') && own.chance(0.012));
      return { ...draft, serial, link: planted, dated, story: draft.story ?? `${source.id}-${serial}` };
    });
    bySource.set(source.id, items);
  }
  return bySource;
}
